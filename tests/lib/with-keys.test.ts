import { expect, test } from 'vitest'
import { withKeys } from '#lib/words/with-keys.ts'

test('entries that say the same have keys of their own, whatever numbers they say', () => {
  const said = ['Clear the weir', 'Clear the weir', '1 Clear the weir', '', 'Clear the weir', '']
  const keyed = withKeys(said, (words) => words)
  expect(keyed.map(({ entry }) => entry)).toEqual(said)
  expect(new Set(keyed.map(({ key }) => key)).size).toBe(said.length)
})

test('the keys of the first entries stay when more follow', () => {
  const keysOf = (said: readonly string[]) => withKeys(said, (words) => words).map(({ key }) => key)
  expect(keysOf(['a', 'b', 'a']).slice(0, 2)).toEqual(keysOf(['a', 'b']))
})
