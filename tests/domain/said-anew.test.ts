import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal } from '#domain/refusal.ts'
import { saidAnew } from '#domain/said-anew.ts'

const harbour = { name: 'Harbour', shortName: 'Hbr', delay: 72, kind: null as string | null }

test('given that nobody else changed anything, then what is said stands', () => {
  const to = { ...harbour, name: 'Harbour council', kind: 'assembly' }
  expect(saidAnew(harbour, { to, seen: harbour })).toEqual(to)
})

test('given that somebody else changed another field, then both changes stand', () => {
  const stands = { ...harbour, delay: 96 }
  const said = { to: { ...harbour, name: 'Harbour council' }, seen: harbour }
  expect(saidAnew(stands, said)).toEqual({ ...harbour, name: 'Harbour council', delay: 96 })
})

test('given that somebody else changed the same field to something else, then it is refused with what stands there, and nowhere else', () => {
  const stands = { ...harbour, name: 'Port', delay: 96 }
  const said = { to: { ...harbour, name: 'Harbour council', shortName: 'HC' }, seen: harbour }
  expect(saidAnew(stands, said)).toEqual({ refused: 'changed-meanwhile', now: { name: 'Port' } })
})

test('given that somebody else changed the same field to the same, then nobody is in the way', () => {
  const stands = { ...harbour, kind: 'assembly' }
  expect(saidAnew(stands, { to: stands, seen: harbour })).toEqual(stands)
})

test('given that it was seen and said once more, then what somebody says over it stands', () => {
  const stands = { ...harbour, name: 'Port' }
  const said = { to: { ...harbour, name: 'Harbour council' }, seen: { ...harbour, name: 'Port' } }
  expect(saidAnew(stands, said)).toEqual({ ...harbour, name: 'Harbour council' })
})

test('whatever stands, is seen and is said, then nothing is lost that its sayer had not seen', () => {
  const fields = fc.record({ one: fc.constantFrom('a', 'b', 'c', null), two: fc.constantFrom(1, 2, null) })
  fc.assert(
    fc.property(fields, fields, fields, (stands, to, seen) => {
      const made = saidAnew(stands, { to, seen })
      if (isRefusal(made)) return
      for (const name of ['one', 'two'] as const)
        if (made[name] !== stands[name]) expect([stands[name], made[name]]).toEqual([seen[name], to[name]])
    }),
  )
})
