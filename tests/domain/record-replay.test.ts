/** The record proves the procedure: what its entries tell must have had its right (promises 6 and 8). */
import { describe, expect, it } from 'vitest'
import type { RecordEntry, SideRef } from '#domain/record/entry.ts'
import { verifyExport } from '#domain/record/verify-export.ts'
import {
  ADOPTED,
  agreed,
  CLOSED,
  canonicalOf,
  consents,
  DRAFTED,
  draftMade,
  entries,
  exported,
  FIRST,
  harbour,
  ivo,
  LAST,
  lea,
  levels,
  library,
  OPENED,
  PUT,
  SCHEDULED,
  sha256,
  side,
  wasAdopted,
  wasPut,
} from './record-given.ts'

const of = { conclusion: levels, version: 1 }
const check = (told: readonly RecordEntry[], wordings = [agreed]) => verifyExport(exported(told, wordings), sha256)
const wrongOf = (told: readonly RecordEntry[], wordings = [agreed]) => {
  const verdict = check(told, wordings)
  if (verdict.intact) return null
  return verdict.fault === 'unlawful' ? verdict.wrong : verdict.fault
}
/** The record with another entry in the place of one; or none. */
const instead = (place: number, ...others: readonly RecordEntry[]) => entries.toSpliced(place - 1, 1, ...others)
const following = (place: number, ...others: readonly RecordEntry[]) => entries.toSpliced(place, 0, ...others)
const undecided = entries.filter(({ kind }) => kind !== 'adopted')
const weir = { id: 'p-weir', name: 'Weir' }
const ada = { person: { id: 'ada', name: 'Ada' }, party: weir }

describe('Given a record in which everything had its right', () => {
  it('then it holds and proves all that it tells', () => {
    expect(check(entries)).toMatchObject({ intact: true, unproven: [] })
  })
})

describe('Given an adoption', () => {
  it.each<[string, readonly RecordEntry[], string]>([
    ['that nothing came before', instead(DRAFTED), 'not-begun'],
    ['of what was never put', entries.filter(({ kind }) => kind !== 'put' && kind !== 'stance-taken'), 'out-of-turn'],
    ['without the stance of a decider', instead(LAST), 'not-carried'],
    ['with a stance on another version', instead(LAST, consents(ivo, harbour, { version: 2 })), 'wrong-version'],
    [
      'over an objection',
      instead(LAST, consents(ivo, harbour, { stance: 'object', words: 'Too seldom' })),
      'not-carried',
    ],
    [
      'over somebody who stands aside in a bilateral',
      instead(LAST, consents(ivo, harbour, { stance: 'stand-aside', words: 'No gauge' })),
      'out-of-turn',
    ],
    ['by a stance that another party gave', instead(LAST, consents(lea, harbour)), 'not-theirs'],
    ['by a stance of nobody who was asked', following(FIRST, consents(ada, weir)), 'not-theirs'],
    [
      'while principals are awaited',
      instead(LAST, consents(ivo, harbour, { stance: 'ad-referendum', referendumBy: '2026-06-01T00:00:00.000Z' })),
      'not-followed',
    ],
    [
      'that came later than its last stance',
      entries.toSpliced(LAST, 2, { kind: 'closed', by: lea }, wasAdopted),
      'not-followed',
    ],
    ['that never came', undecided, 'not-followed'],
    ['that came twice', following(ADOPTED, wasAdopted), 'out-of-turn'],
    [
      'of other words than those that were put',
      instead(ADOPTED, { ...wasAdopted, contentHash: 'f'.repeat(64) } as RecordEntry),
      'other-words',
    ],
    [
      'under another title',
      instead(ADOPTED, { ...wasAdopted, conclusion: { ...levels, title: 'Boats' } } as RecordEntry),
      'renamed',
    ],
    [
      'that names minutes',
      instead(ADOPTED, {
        kind: 'record-agreed',
        ...of,
        contentHash: agreed.contentHash,
        upTo: { sequence: 1, hash: '' },
      }),
      'out-of-turn',
    ],
    ['put before the meeting opened', entries.toSpliced(OPENED - 1, 1), 'out-of-turn'],
    ['put to fewer than two', instead(PUT, { ...wasPut, deciders: [side(library)] }), 'other-deciders'],
    ['put to somebody else', instead(PUT, { ...wasPut, deciders: [side(library), side(weir)] }), 'other-deciders'],
    ['put to one side twice', instead(PUT, { ...wasPut, deciders: [side(library), side(library)] }), 'other-deciders'],
    ['put twice', following(PUT, wasPut), 'out-of-turn'],
    ['opened twice', following(DRAFTED, draftMade), 'begun-already'],
  ])('%s, then the record does not hold', (_, told, wrong) => {
    expect(wrongOf(told)).toBe(wrong)
  })

  it('when its wording in the file is another than the one that was told before it was put, then that shows', () => {
    // The hash is of the wording in the file, everywhere: only the words of the draft tell.
    const other = canonicalOf('Nobody reads.')
    const contentHash = sha256(other)
    const told = entries.map((entry): RecordEntry => ('contentHash' in entry ? { ...entry, contentHash } : entry))
    expect(wrongOf(told, [{ ...agreed, text: other, contentHash }])).toBe('changed-wording')
  })

  it('when its deciders or what it supersedes are others in the file, then that shows', () => {
    for (const text of [
      canonicalOf('Three gauges are read.', { deciders: [{ kind: 'party', partyId: library.id }] }),
      canonicalOf('Three gauges are read.', { title: 'Boats' }),
      canonicalOf('Three gauges are read.', { kind: 'resolution' }),
    ]) {
      const contentHash = sha256(text)
      const told = entries.map((entry): RecordEntry => ('contentHash' in entry ? { ...entry, contentHash } : entry))
      expect(wrongOf(told, [{ ...agreed, text, contentHash }])).toBe('changed-wording')
    }
  })
})

describe('Given a study session, in which more than a third stand aside', () => {
  const people = ['ada', 'eva', 'uta', 'pia'].map((id) => ({ person: { id, name: id }, party: library }))
  const asked = people.map(({ person }): SideRef => ({ kind: 'person', id: person.id, name: person.name }))
  const said = (aside: number) =>
    people.map((by, place): RecordEntry => {
      const own = { ...consents(by, library), side: asked[place] ?? side(library) }
      return place < aside ? { ...own, stance: 'stand-aside', words: 'No gauge' } : own
    })
  const text = canonicalOf('Three gauges are read.', {
    deciders: people.map(({ person }) => ({ kind: 'person', personId: person.id })),
  })
  const wordings = [{ ...agreed, text, contentHash: sha256(text) }]
  const told = (aside: number, contentHash: { contentHash?: string }): readonly RecordEntry[] => {
    const { contentHash: _, ...put } = wasPut
    return [
      draftMade,
      { ...put, deciders: asked, ...contentHash },
      ...said(aside),
      { ...wasAdopted, contentHash: sha256(text) } as RecordEntry,
    ]
  }

  it('then an adoption does not hold, unless it was put before that rule', () => {
    expect(wrongOf(told(1, { contentHash: sha256(text) }), wordings)).toBeNull()
    expect(wrongOf(told(2, { contentHash: sha256(text) }), wordings)).toBe('not-carried')
    expect(wrongOf(told(2, {}), wordings)).toBeNull()
  })
})

describe('Given what happens after an adoption', () => {
  const commitment = { conclusion: levels, by: lea, place: 0, what: 'Read the gauge' }
  const shares = (by: typeof lea, inForce: boolean): RecordEntry => ({
    kind: 'shared',
    conclusion: levels,
    by,
    party: by.party ?? library,
    audience: 'group',
    inForce,
  })

  it('then a commitment that goes its way, and a sharing to which both agree, hold', () => {
    const told = following(
      CLOSED,
      { kind: 'commitment-done', ...commitment },
      { kind: 'commitment-reopened', ...commitment, reason: 'Water again' },
      { kind: 'commitment-dropped', ...commitment, reason: 'No water' },
      shares(lea, false),
      shares(ivo, true),
      { kind: 'unshared', conclusion: levels, by: lea, party: library, audience: 'group' },
    )
    expect(wrongOf(told)).toBeNull()
  })

  it.each<[string, RecordEntry[], string]>([
    ['a commitment that is not there', [{ kind: 'commitment-done', ...commitment, place: 1 }], 'no-such-commitment'],
    [
      'other words of a commitment',
      [{ kind: 'commitment-done', ...commitment, what: 'Nothing' }],
      'no-such-commitment',
    ],
    ['a commitment that somebody else did', [{ kind: 'commitment-done', ...commitment, by: ivo }], 'not-theirs'],
    [
      'a commitment reopened that was open',
      [{ kind: 'commitment-reopened', ...commitment, reason: 'x' }],
      'out-of-turn',
    ],
    [
      'a commitment done twice',
      [
        { kind: 'commitment-done', ...commitment },
        { kind: 'commitment-done', ...commitment },
      ],
      'out-of-turn',
    ],
    ['a sharing in force before both agreed', [shares(lea, true)], 'not-carried'],
    ['a sharing by somebody else', [{ ...shares(lea, false), party: harbour } as RecordEntry], 'not-theirs'],
    ['a party that agrees twice', [shares(lea, false), shares(lea, false)], 'out-of-turn'],
    [
      'agreement taken back that nobody gave',
      [{ kind: 'unshared', conclusion: levels, by: lea, party: library, audience: 'group' }],
      'out-of-turn',
    ],
    ['it taken back', [{ kind: 'taken-back', ...of, by: lea, reason: 'Anew', left: null }], 'out-of-turn'],
    ['it withdrawn', [{ kind: 'withdrawn', ...of, by: lea, reason: 'Anew' }], 'out-of-turn'],
    ['it lapsed', [{ kind: 'lapsed', ...of, overdue: [] }], 'out-of-turn'],
    [
      'a word of principals',
      [{ kind: 'confirmed', ...of, by: lea, side: side(library), reason: '', signInMethod: 'demo' }],
      'out-of-turn',
    ],
    ['another stance', [consents(ivo, harbour)], 'out-of-turn'],
    [
      'it superseded by what is not there',
      [{ kind: 'superseded', conclusion: levels, successor: { ...levels, id: 'c-2', title: 'Anew' } }],
      'other-conclusion',
    ],
    [
      'a divergence on it',
      [
        {
          kind: 'divergence-recorded',
          conclusion: { ...levels, id: 'c-2', kind: 'divergence' },
          by: lea,
          origin: levels,
          sides: [side(library), side(harbour)],
        },
      ],
      'out-of-turn',
    ],
  ])('then %s does not hold', (_, told, wrong) => {
    expect(wrongOf(following(CLOSED, ...told))).toBe(wrong)
  })
})

describe('Given a text fixed ad referendum', () => {
  const until = '2026-03-20T00:00:00.000Z'
  const fixed: readonly RecordEntry[] = instead(
    LAST,
    consents(ivo, harbour, { stance: 'ad-referendum', referendumBy: until }),
  ).toSpliced(LAST, 1, { kind: 'fixed-ad-referendum', ...of, awaiting: [side(harbour)] })
  const word = (kind: 'confirmed' | 'declined', by: typeof lea, party: typeof library): RecordEntry => ({
    kind,
    ...of,
    by,
    side: side(party),
    reason: '',
    signInMethod: 'mail-link',
  })

  it('then the word of those who are awaited adopts it, or ends it', () => {
    expect(wrongOf([...fixed, word('confirmed', ivo, harbour), wasAdopted])).toBeNull()
    expect(wrongOf([...fixed, word('declined', ivo, harbour)], [])).toBeNull()
  })

  it.each<[string, readonly RecordEntry[], string]>([
    ['a word of a party that is not awaited', [word('confirmed', lea, library)], 'not-theirs'],
    ['a word that another party brings', [word('confirmed', lea, harbour)], 'not-theirs'],
    ['an adoption without the word', [wasAdopted], 'not-carried'],
    ['a word that nothing follows', [word('confirmed', ivo, harbour)], 'not-followed'],
    ['a lapse before the date', [{ kind: 'lapsed', ...of, overdue: [side(harbour)] }], 'not-theirs'],
    ['a lapse of nobody', [{ kind: 'lapsed', ...of, overdue: [] }], 'out-of-turn'],
  ])('then %s does not hold', (_, more, wrong) => {
    expect(wrongOf([...fixed, ...more], more.includes(wasAdopted) ? [agreed] : [])).toBe(wrong)
  })

  it('then another party that is said to be awaited does not hold', () => {
    const other = fixed.map(
      (entry): RecordEntry => (entry.kind === 'fixed-ad-referendum' ? { ...entry, awaiting: [side(library)] } : entry),
    )
    expect(wrongOf(other, [])).toBe('not-carried')
  })
})

describe('Given a version that is taken back', () => {
  const back = (more: object): RecordEntry =>
    ({ kind: 'taken-back', ...of, by: lea, reason: 'Anew', left: null, ...more }) as RecordEntry
  const upToPut = entries.slice(0, FIRST)

  it('then its stances count for nothing, and the next version is put anew', () => {
    const second = { number: 2, wording: 'Two.', passages: [], commitments: [] }
    const anew: RecordEntry = { kind: 'version-made', conclusion: levels, by: lea, text: second }
    expect(wrongOf([...upToPut, back({}), consents(ivo, harbour)], [])).toBe('out-of-turn')
    expect(wrongOf([...upToPut, back({}), wasPut], [])).toBe('out-of-turn')
    expect(wrongOf([...upToPut, back({}), anew, { ...wasPut, version: 2 }, consents(ivo, harbour)], [])).toBe(
      'incomplete',
    )
    expect(wrongOf([...upToPut, back({}), { ...anew, text: { ...second, number: 3 } }], [])).toBe('wrong-version')
  })

  it('when a decider is said to have left, then it is one of those who decide', () => {
    expect(wrongOf([...upToPut, back({ by: null, reason: 'Harbour', left: side(harbour) })], [])).toBeNull()
    expect(wrongOf([...upToPut, back({ by: null, reason: 'Weir', left: side(weir) })], [])).toBe('not-theirs')
    const { left: _, ...old } = back({ by: null, reason: 'Harbour' }) as Extract<RecordEntry, { kind: 'taken-back' }>
    expect(wrongOf([...upToPut, old], [])).toBeNull()
  })
})

describe('Given the record of a meeting whose parties change', () => {
  it('then those who decide are those who are there', () => {
    const left: RecordEntry = { kind: 'party-left', by: ivo, party: harbour, remaining: 1, resolutions: false }
    expect(wrongOf(following(SCHEDULED, left))).toBe('other-deciders')
    const changed: RecordEntry = { kind: 'parties-changed', by: lea, added: [weir], removed: [] }
    expect(wrongOf(following(SCHEDULED, changed))).toBe('other-deciders')
  })
})
