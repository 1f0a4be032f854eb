import { describe, expect, it } from 'vitest'
import type { Put } from '#domain/conclusion/conclusion.ts'
import type { Stance } from '#domain/conclusion/stance.ts'
import type { RecordEntry } from '#domain/record/entry.ts'
import { replay } from '#domain/record/replay/replay.ts'
import { differenceBetween } from '#domain/record/replay/rows.ts'
import { consents, draftMade, harbour, ivo, lea, levels, library, sha256, terms, wasPut } from './record-given.ts'

const until = '2026-12-24T22:59:59.999Z'

/** What the record tells once both have answered, one of them subject to the word of its principals. */
function told() {
  const entries: readonly RecordEntry[] = [
    draftMade,
    wasPut,
    consents(lea, library, { stance: 'consent-with-reservation', words: 'Not in frost' }),
    consents(ivo, harbour, { stance: 'object', words: 'Too many gauges' }),
    consents(lea, library, { stance: 'ad-referendum', referendumBy: until, referendumZone: 'Europe/Berlin' }),
  ]
  const lines = entries.map((entry, place) => ({
    sequence: place + 1,
    at: new Date(Date.UTC(2026, 2, 10, 17, place)).toISOString(),
    hash: sha256(`${place}`),
    entry,
  }))
  const one = replay(lines, levels.id).conclusions.get(levels.id)
  if (one?.conclusion.state !== 'put') throw new Error('It is put.')
  return { ...one, conclusion: one.conclusion }
}

/** Its rows, in which the answers stand in an order of their own, and are as `change` makes them. */
function rowsOf({ current, ...conclusion }: Put, change: (stance: Stance) => Stance): Put {
  const stances = current.putting.stances.map(change).toReversed()
  return {
    ...conclusion,
    current: { ...current, citations: [], commitments: [terms], putting: { ...current.putting, stances } },
  }
}

describe('Given the rows of what two answered', () => {
  const record = told()
  const find = (change: (stance: Stance) => Stance) =>
    differenceBetween(rowsOf(record.conclusion, change), record, sha256)
  const only =
    (kind: Stance['answer']['kind'], change: Partial<Stance>) =>
    (stance: Stance): Stance =>
      stance.answer.kind === kind ? { ...stance, ...change } : stance
  const word = { word: 'confirmed', byPersonId: 'lea', signInMethod: 'mail-link', at: new Date(0) } as const

  it('when they say what the record tells, in whatever order, then they agree', () => {
    expect(find((stance) => stance)).toBeNull()
  })

  it.each<[string, (stance: Stance) => Stance]>([
    ['another answer', only('object', { answer: { kind: 'consent' } })],
    ['another reason', only('object', { answer: { kind: 'object', reason: 'Too few gauges' } })],
    [
      'the same words for another answer',
      only('object', { answer: { kind: 'stand-aside', reason: 'Too many gauges' } }),
    ],
    ['another day', only('ad-referendum', { answer: { kind: 'ad-referendum', referendumBy: new Date(0) } })],
    ['somebody else', only('object', { decider: { kind: 'person', personId: harbour.id } })],
    ['another giver', only('object', { givenById: 'lea' })],
    ['another sign-in', only('object', { signInMethod: 'invitation' })],
    ['another time', only('object', { givenAt: new Date(0) })],
    ['a word of principals', only('ad-referendum', { principals: word })],
  ])('when they say %s, then that is found', (_, change) => {
    expect(find(change)).toBe('answers')
  })
})
