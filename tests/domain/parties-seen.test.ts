import { expect, test } from 'vitest'
import { refuseUnseen } from '#domain/parties-seen.ts'

const said = (partyIds: readonly string[], seen: readonly string[]) => ({ partyIds, seen })

test.each([
  ['what stands was seen', ['a', 'b'], said(['a'], ['a', 'b'])],
  ['it was seen in another order', ['a', 'b'], said([], ['b', 'a'])],
  ['nothing stood there', [], said(['a'], [])],
  ['what is said stands there already', ['a', 'b'], said(['b', 'a'], ['a'])],
])('given that %s, then a list of parties may be said anew', (_, stands, list) => {
  expect(refuseUnseen(stands, list)).toBeNull()
})

test.each([
  ['one was added', ['a', 'b'], said([], ['a'])],
  ['one was taken off', ['a'], said(['a', 'b', 'c'], ['a', 'b'])],
  ['one took the place of another', ['b'], said([], ['a'])],
  ['one was said twice', ['a', 'b'], said([], ['a', 'a'])],
])('given that %s since it was seen, then it is refused, with those that stand', (_, stands, list) => {
  expect(refuseUnseen(stands, list)).toEqual({ refused: 'parties-changed', partyIds: stands })
})
