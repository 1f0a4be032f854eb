/** An address of the web is kept in one form, and leads where it seems to. */
import { expect, test } from 'vitest'
import { readWebAddress } from '#lib/web-address.ts'

test.each([
  ['HTTPS://Meet.example/A b'.replace(' ', '%20'), 'https://meet.example/A%20b'],
  ['https:\\\\meet.example', 'https://meet.example/'],
  ['https://river.example@elsewhere.example/', null],
  ['https://river:key@elsewhere.example/', null],
  ['javascript:alert(1)', null],
  ['https://a b.example', null],
  ['meet.example', null],
])('given %j, then it is %j', (typed, kept) => {
  expect(readWebAddress(typed)).toBe(kept)
})
