import { describe, expect, test } from 'vitest'
import type { DraftedKind } from '#domain/conclusion/conclusion.ts'
import {
  adReferendum,
  bilateral,
  chair,
  confirm,
  consent,
  hoursLater,
  jonas,
  LEVELS,
  MILL,
  mira,
  multilateral,
  ORCHARD,
  object,
  Procedure,
  person,
  put,
  revise,
  study,
  takeBack,
  tess,
  told,
  willMeasure,
  withdraw,
  without,
  wording,
} from './conclusion-given.ts'

describe('a version is taken back (rule 6)', () => {
  test('with a reason; its stances are history and the draft is open again', () => {
    const procedure = new Procedure(bilateral).drafted(mira).given(put(mira), object(jonas), takeBack(mira))
    expect(procedure.is).toMatchObject({
      state: 'draft',
      current: {
        number: 1,
        putting: {
          stances: [{ answer: { kind: 'object' } }],
          takenBack: { because: { kind: 'reason', byPersonId: 'mira', reason: 'One word is unclear' } },
        },
      },
    })
    procedure.given(revise(jonas, 1, 'Levels are read daily.'))
    expect(procedure.is).toMatchObject({ current: { number: 2, putting: null }, earlier: [{ number: 1 }] })
  })

  test('the same words put again are version n+1: no earlier stance counts for them', () => {
    const procedure = new Procedure(bilateral).drafted(mira).given(put(mira), consent(jonas), takeBack(mira))
    expect(told(procedure.when(put(mira)))).toEqual(['revised', 'put'])
    expect(procedure.is).toMatchObject({
      state: 'put',
      current: { number: 2, wording: LEVELS, putting: { stances: [] } },
    })
    expect(procedure.when(consent(jonas, 1))).toEqual({ refused: 'version-changed', current: 2 })
  })

  test('what the words rest on, and who does what, is put again with them', () => {
    const quote = { exact: 'the gauge', prefix: '', suffix: '', start: 3, end: 12 }
    const citations = [{ editionId: 'e', first: 12, last: 12, quote }]
    const content = wording(LEVELS, { citations, commitments: [willMeasure] })
    const procedure = new Procedure(bilateral).drafted(mira, 'cooperation', content).given(put(mira), takeBack(mira))
    const answer = procedure.when(put(mira))
    expect(Array.isArray(answer) && answer.map((event) => event.content)).toEqual([content, undefined])
  })

  test('not without a reason, not by anybody, not another version, not a draft, not after the record', () => {
    const procedure = new Procedure(multilateral).drafted(chair)
    expect(procedure.when(takeBack(chair))).toEqual({ refused: 'not-put', state: 'draft' })
    procedure.given(put(chair))
    expect(procedure.when(takeBack(chair, 1, ''))).toEqual({ refused: 'text-missing', field: 'reason' })
    expect(procedure.when(takeBack(mira))).toEqual({ refused: 'not-entitled' })
    expect(procedure.when(takeBack(chair, 2))).toEqual({ refused: 'version-changed', current: 1 })
    expect(told(procedure.meeting({ state: 'agreed' }).when(takeBack(chair)))).toBe('record-agreed')
  })
})

describe('a party leaves (rule 15)', () => {
  const orchardLeaves = { type: 'leave', decider: { kind: 'party', partyId: ORCHARD } } as const

  test('what was put returns to draft, and the next putting asks those who stayed', () => {
    const procedure = new Procedure(multilateral).drafted(chair).given(put(chair), consent(mira))
    expect(told(procedure.when(orchardLeaves))).toEqual(['taken-back'])
    expect(procedure.is).toMatchObject({
      state: 'draft',
      current: { putting: { takenBack: { because: { kind: 'left', decider: { partyId: ORCHARD } } } } },
    })
    procedure.meeting(without(multilateral, ORCHARD)).given(put(chair), consent(mira, 2))
    expect(told(procedure.when(consent(jonas, 2)))).toEqual(['stance-taken', 'adopted'])
  })

  test('a put resolution that lost its third party is not put again', () => {
    const procedure = new Procedure(multilateral).drafted(chair, 'resolution').given(put(chair), orchardLeaves)
    expect(told(procedure.meeting(without(multilateral, ORCHARD)).when(put(chair)))).toBe('too-few-parties')
  })

  test('a resolution that waits for principals lapses when fewer than three are left, and nobody adopts it then', () => {
    const four = { ...multilateral, parties: [...multilateral.parties, { partyId: 'quarry', leftAt: null }] }
    const quarryConsents = consent(person('quin', 'quarry'))
    const fixed = (kind: DraftedKind) =>
      new Procedure(four)
        .drafted(chair, kind)
        .given(put(chair), adReferendum(mira, hoursLater(24)), consent(jonas), consent(tess), quarryConsents)
    const leaves = (procedure: Procedure, ...gone: string[]) =>
      procedure
        .meeting(without(four, ...gone))
        .when({ type: 'leave', decider: { kind: 'party', partyId: gone[0] ?? '' } })

    const resolution = fixed('resolution')
    expect(leaves(resolution, 'quarry')).toEqual([])
    expect(leaves(resolution, ORCHARD, 'quarry')).toMatchObject([{ type: 'lapsed', version: 1, overdue: [] }])
    expect(resolution.is.state).toBe('lapsed')
    expect(resolution.when(confirm(mira))).toEqual({ refused: 'not-ad-referendum', state: 'lapsed' })
    expect(leaves(fixed('common-understanding'), ORCHARD, 'quarry')).toEqual([])

    const unheard = fixed('resolution').meeting(without(four, ORCHARD, 'quarry'))
    expect(told(unheard.when(confirm(mira)))).toEqual(['lapsed'])
  })

  test('nothing follows for a draft, for what was decided, or when it was not asked', () => {
    const procedure = new Procedure(bilateral).drafted(mira)
    const millLeaves = { type: 'leave', decider: { kind: 'party', partyId: MILL } } as const
    expect(procedure.when(millLeaves)).toEqual([])
    procedure.given(put(mira))
    expect(procedure.when(orchardLeaves)).toEqual([])
    procedure.given(consent(mira), consent(jonas))
    expect(procedure.when(millLeaves)).toEqual([])
    expect(procedure.is.state).toBe('adopted')
  })

  test('a participant who leaves a study session likewise', () => {
    const procedure = new Procedure(study('mira', 'lena')).drafted(mira).given(put(mira))
    const leaves = { type: 'leave', decider: { kind: 'person', personId: 'lena' } } as const
    expect(told(procedure.when(leaves))).toEqual(['taken-back'])
  })

  test('a withdrawn draft stays withdrawn', () => {
    const procedure = new Procedure(multilateral).drafted(chair).given(put(chair), withdraw(chair))
    expect(procedure.when(orchardLeaves)).toEqual([])
  })
})

describe('a draft is withdrawn', () => {
  test('with a reason, before or while it is put; its stances are history', () => {
    const draft = new Procedure(bilateral).drafted(mira)
    expect(draft.when(withdraw(jonas, 1, '  '))).toEqual({ refused: 'text-missing', field: 'reason' })
    expect(told(draft.when(withdraw(jonas)))).toEqual(['withdrawn'])
    expect(draft.is).toMatchObject({ state: 'withdrawn', endReason: 'Overtaken' })

    const standing = new Procedure(bilateral).drafted(mira).given(put(mira), consent(jonas), withdraw(mira))
    expect(standing.is).toMatchObject({
      state: 'withdrawn',
      current: { putting: { stances: [{ givenById: 'jonas' }], takenBack: { because: { reason: 'Overtaken' } } } },
    })
  })

  test('by whoever may put it; once; in the version that they read; not after the record is agreed', () => {
    const procedure = new Procedure(multilateral).drafted(mira)
    expect(told(procedure.when(withdraw(mira)))).toBe('not-entitled')
    expect(procedure.when(withdraw(chair, 2))).toEqual({ refused: 'version-changed', current: 1 })
    expect(told(procedure.meeting({ state: 'agreed' }).when(withdraw(chair)))).toBe('record-agreed')
    procedure.meeting({ state: 'closed' }).given(withdraw(chair))
    expect(procedure.when(withdraw(chair))).toEqual({ refused: 'not-a-draft', state: 'withdrawn' })
    expect(procedure.when(takeBack(chair))).toEqual({ refused: 'not-put', state: 'withdrawn' })
  })
})
