import { expect, it } from 'vitest'
import type { RecordEntry } from '#domain/record/entry.ts'
import { minutesOf } from '#domain/record/minutes/minutes.ts'
import { Annex } from '#features/records/components/annex.tsx'
import { markupOf } from '#tests/setup/spoken.tsx'

const harbour = { id: 'p-harbour', name: 'Harbour' }
const by = { person: { id: 'ivo', name: 'Ivo' }, party: harbour }
const conclusion = { id: 'c1', kind: 'resolution', title: 'River levels', item: null } as const

it('says of a party what it did, by its name', () => {
  const entries: readonly RecordEntry[] = [
    { kind: 'shared', conclusion, by, party: harbour, audience: 'group', inForce: false },
    { kind: 'commitment-done', conclusion, by, place: 0, what: 'Measure' },
    { kind: 'party-left', by, party: harbour, remaining: 2, resolutions: false },
  ]
  const annex = entries.map((entry, place) => ({ sequence: place + 5, at: '2027-03-01T10:00:00.000Z', entry }))
  const minutes = { ...minutesOf([], new Date(0)), upTo: { sequence: 4, hash: 'aa' }, annex }
  const html = markupOf(<Annex minutes={minutes} zone="UTC" />).replaceAll(/<[^>]*>/g, '')
  expect(html).toContain('Agreed to share: River levels (Harbour)')
  expect(html).toContain('Commitment done: River levels (Harbour)')
  expect(html).toContain('A party left the meeting (Harbour)')
})
