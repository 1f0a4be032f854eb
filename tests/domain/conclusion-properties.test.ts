import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalText } from '#domain/conclusion/canonical.ts'
import { type Decider, deciderKey } from '#domain/conclusion/decider.ts'
import type { ConclusionEvent, StanceTaken, WasAdopted, WordBrought } from '#domain/conclusion/event.ts'
import { standing } from '#domain/conclusion/standing.ts'
import { sha256 } from './conclusion-given.ts'
import { history, play } from './conclusion-history.ts'

const ofType = <T extends ConclusionEvent['type']>(events: readonly ConclusionEvent[], type: T) =>
  events.filter((event): event is Extract<ConclusionEvent, { type: T }> => event.type === type)

/** What an adoption rests on, read from the events alone and not by the rules under test. */
function groundsOf(adoption: WasAdopted, events: readonly ConclusionEvent[]) {
  const before = events.slice(0, events.indexOf(adoption))
  const putting = ofType(before, 'put').findLast((event) => event.version === adoption.version)
  const since = putting ? before.slice(before.indexOf(putting)) : []
  const lastOf = (decider: Decider): StanceTaken['stance'] | undefined =>
    ofType(since, 'stance-taken')
      .filter((event) => event.version === adoption.version)
      .findLast((event) => deciderKey(event.stance.decider) === deciderKey(decider))?.stance
  const wordOf = (decider: Decider): WordBrought['word'] | undefined =>
    ofType(since, 'word-brought').find((event) => deciderKey(event.decider) === deciderKey(decider))?.word
  const takenBack = ofType(since, 'taken-back').length > 0
  return { deciders: putting?.deciders ?? [], lastOf, wordOf, takenBack }
}

const runs = { numRuns: 1_000 }

describe('whatever is tried, in whatever order', () => {
  test('nothing is adopted that a decider objected to or never answered (M10)', () => {
    fc.assert(
      fc.property(history, (told) => {
        const { events, context } = play(told)
        for (const adoption of ofType(events, 'adopted')) {
          const { deciders, lastOf, wordOf, takenBack } = groundsOf(adoption, events)
          expect(takenBack).toBe(false)
          const { kind } = context.meeting
          const fewest = kind === 'study' ? 1 : told.meeting[1] === 'resolution' ? 3 : 2
          expect(deciders.length).toBeGreaterThanOrEqual(fewest)
          const stances = deciders.map(lastOf)
          expect(stances).not.toContain(undefined)
          const kinds = stances.map((stance) => stance?.answer.kind)
          expect(kinds).not.toContain('object')
          if (kind === 'bilateral') expect(kinds).not.toContain('stand-aside')
          const agreeing = stances.filter((stance) => stance?.answer.kind !== 'stand-aside')
          expect(agreeing.length).toBeGreaterThanOrEqual(Math.min(2, deciders.length))
          expect((deciders.length - agreeing.length) * 3).toBeLessThanOrEqual(deciders.length)
          for (const [place, stance] of stances.entries()) {
            if (stance?.answer.kind !== 'ad-referendum') continue
            const decider = deciders[place]
            const word = decider && wordOf(decider)
            expect(word?.word).toBe('confirmed')
            expect(Number(word?.at)).toBeLessThanOrEqual(Number(stance.answer.referendumBy))
          }
        }
      }),
      runs,
    )
  })

  test('nothing that the answers allow is left undecided (rule 7)', () => {
    fc.assert(
      fc.property(history, (told) => {
        play(told, ({ is, now }) => {
          if (is.state !== 'put') return
          const { deciders, stances } = is.current.putting
          const inTime = stances.filter(
            ({ answer }) => answer.kind !== 'ad-referendum' || Number(answer.referendumBy) >= Number(now),
          )
          const complete = inTime.length === deciders.length
          const objected = inTime.some(({ answer }) => answer.kind === 'object')
          const agreeing = inTime.filter(({ answer }) => answer.kind !== 'object' && answer.kind !== 'stand-aside')
          const few = agreeing.length < Math.min(2, deciders.length)
          const carried = (deciders.length - agreeing.length) * 3 <= deciders.length
          expect(complete && !objected && !few && carried).toBe(false)
          const refused = objected ? 'blocked-by-objection' : few ? 'too-few-consents' : 'too-many-stand-aside'
          expect(standing(is, now).outcome).toBe(complete ? refused : 'undecided')
        })
      }),
      runs,
    )
  })

  test('it is adopted at most once, and what is adopted never changes', () => {
    fc.assert(
      fc.property(history, (told) => {
        let adopted: string | null = null
        const { events } = play(told, ({ is }) => {
          if (adopted !== null) expect(JSON.stringify(is)).toBe(adopted)
          if (is.state === 'adopted') adopted = JSON.stringify(is)
        })
        expect(ofType(events, 'adopted').length).toBeLessThanOrEqual(1)
      }),
      runs,
    )
  })

  test('a stance counts for the version that it names and for no other', () => {
    fc.assert(
      fc.property(history, (told) => {
        const { is, events } = play(told)
        if (is.state === 'recorded') return
        for (const version of [...is.earlier, is.current]) {
          const named = ofType(events, 'stance-taken').filter((event) => event.version === version.number)
          const counted = version.putting?.stances ?? []
          for (const { principals: _, ...stance } of counted)
            expect(named.map(({ stance: { principals: __, ...given } }) => given)).toContainEqual(stance)
          expect(new Set(counted.map((stance) => deciderKey(stance.decider))).size).toBe(counted.length)
        }
      }),
      runs,
    )
  })

  test('versions are numbered without a gap, none is put twice, and a put version keeps its words', () => {
    fc.assert(
      fc.property(history, (told) => {
        const words = new Map<number, string>()
        const { is, events } = play(told, ({ is: now }) => {
          if (now.state === 'recorded') return
          const { number, wording: text } = now.current
          expect(words.get(number) ?? text).toBe(text)
          words.set(number, text)
        })
        if (is.state === 'recorded') return
        const numbers = [...is.earlier, is.current].map((version) => version.number)
        expect(numbers).toEqual(numbers.map((_, place) => place + 1))
        const puttings = ofType(events, 'put').map((event) => event.version)
        expect(new Set(puttings).size).toBe(puttings.length)
      }),
      runs,
    )
  })

  test('the fingerprint of an adoption is that of the words that were put', () => {
    fc.assert(
      fc.property(history, (told) => {
        const { is } = play(told)
        if (is.state !== 'adopted') return
        const { kind, title, supersedesId, current, contentHash } = is
        const { deciders } = current.putting
        expect(contentHash).toBe(sha256(canonicalText({ kind, title, supersedesId, content: current, deciders })))
      }),
      runs,
    )
  })

  test('the histories that are tried reach every end', () => {
    const reached = new Map<string, number>()
    fc.assert(
      fc.property(history, (told) => {
        const { state } = play(told).is
        reached.set(state, (reached.get(state) ?? 0) + 1)
      }),
      { numRuns: 6_000 },
    )
    expect([...reached.keys()].sort()).toEqual(
      expect.arrayContaining(['ad-referendum', 'adopted', 'declined', 'draft', 'lapsed', 'put', 'withdrawn']),
    )
  })
})
