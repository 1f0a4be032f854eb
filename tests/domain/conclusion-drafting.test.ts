import { describe, expect, test } from 'vitest'
import type { Open } from '#domain/conclusion/command.ts'
import { LIMITS } from '#domain/conclusion/text.ts'
import {
  adReferendum,
  bilateral,
  consent,
  decline,
  facilitator,
  hoursLater,
  jonas,
  LEVELS,
  millDelegate,
  millObserver,
  mira,
  multilateral,
  Procedure,
  person,
  put,
  rapporteur,
  revise,
  stranger,
  study,
  told,
  willMeasure,
  withdraw,
  wording,
} from './conclusion-given.ts'

const opening = (more: Partial<Open> = {}): Open => ({
  type: 'open',
  by: mira,
  conclusionId: 'c1',
  kind: 'common-understanding',
  title: 'River levels',
  content: wording(LEVELS),
  ...more,
})

describe('a draft is opened', () => {
  test('when the meeting is scheduled, open or closed, it becomes version 1 of a draft', () => {
    for (const state of ['scheduled', 'open', 'closed'] as const) {
      const procedure = new Procedure({ ...bilateral, state })
      expect(told(procedure.when(opening()))).toEqual(['opened'])
      expect(procedure.is).toMatchObject({ state: 'draft', current: { number: 1, wording: LEVELS, putting: null } })
    }
  })

  test.each([
    ['draft', 'meeting-in-draft'],
    ['cancelled', 'meeting-cancelled'],
    ['agreed', 'record-agreed'],
  ] as const)('when the meeting is %s it is refused', (state, code) => {
    expect(told(new Procedure({ ...bilateral, state }).when(opening()))).toBe(code)
  })

  test.each([
    ['bilateral', 'a delegate of either party', bilateral, millDelegate],
    ['bilateral', 'the facilitator whom both accepted', bilateral, facilitator],
    ['study session', 'a participant', study('lena'), millDelegate],
    ['multilateral', 'the rapporteur', multilateral, rapporteur],
    ['multilateral', 'whoever speaks for a party', multilateral, mira],
  ] as const)('in a %s by %s', (_meeting, _who, meeting, by) => {
    expect(told(new Procedure(meeting).when(opening({ by })))).toEqual(['opened'])
  })

  test.each([
    ['an observer', bilateral, millObserver],
    ['an observer who was made chair', bilateral, person('otto', 'mill', 'observer', ['chair'])],
    ['somebody of another party', bilateral, stranger],
    ['somebody who is not a participant of the study session', study('mira'), millDelegate],
    ['a delegate in a multilateral who does not speak for the party', multilateral, millDelegate],
  ] as const)('not by %s', (_who, meeting, by) => {
    expect(new Procedure(meeting).when(opening({ by }))).toEqual({ refused: 'not-entitled' })
  })

  test('a party that left opens nothing', () => {
    const left = { ...bilateral, parties: [{ partyId: 'mill', leftAt: hoursLater(-1) }] }
    expect(told(new Procedure(left).when(opening()))).toBe('not-entitled')
  })

  test('a resolution is refused outside a multilateral (rule 5)', () => {
    for (const meeting of [bilateral, study('mira')])
      expect(told(new Procedure(meeting).when(opening({ kind: 'resolution' })))).toBe('resolution-needs-multilateral')
    expect(told(new Procedure(multilateral).when(opening({ kind: 'resolution' })))).toEqual(['opened'])
  })

  test('it is opened once, and nothing happens to one that was not opened', () => {
    const procedure = new Procedure(bilateral)
    expect(told(procedure.when(put(mira)))).toBe('no-such-conclusion')
    expect(told(procedure.drafted(mira).when(opening()))).toBe('already-exists')
  })

  test('declined or lapsed wording starts a new draft that names it; other wording does not (rule 8)', () => {
    const declined = new Procedure(bilateral, {}, 'old').drafted(mira)
    declined.given(put(mira), adReferendum(mira, hoursLater(24)), consent(jonas), decline(mira))
    const next = new Procedure(bilateral, { origin: declined.is })
    next.given(opening())
    expect(next.is).toMatchObject({ state: 'draft', originId: 'old' })

    const withdrawn = new Procedure(bilateral, {}, 'old').drafted(mira).given(withdraw(mira))
    const refused = new Procedure(bilateral, { origin: withdrawn.is }).when(opening())
    expect(refused).toEqual({ refused: 'origin-not-ended', state: 'withdrawn' })
  })
})

describe('what is written has its form', () => {
  const refusal = (more: Partial<Open>) => new Procedure(bilateral).when(opening(more))

  test('a title is there', () => {
    expect(refusal({ title: ' ' })).toEqual({ refused: 'text-missing', field: 'title' })
  })

  test('a wording has at most 20,000 UTF-16 units', () => {
    expect(told(refusal({ content: wording('x'.repeat(20_000)) }))).toEqual(['opened'])
    expect(refusal({ content: wording('x'.repeat(20_001)) })).toEqual({
      refused: 'text-too-long',
      field: 'wording',
      limit: 20_000,
    })
  })

  test.each(['\ud800 half a letter', 'a NUL \0'])('a text that no store gives back unchanged is refused', (text) => {
    expect(refusal({ content: wording(text) })).toEqual({ refused: 'text-ill-formed', field: 'wording' })
  })

  test('commitments stand in a conclusion on cooperation only', () => {
    const content = wording(LEVELS, { commitments: [willMeasure] })
    expect(told(refusal({ content }))).toBe('commitments-need-cooperation')
    expect(told(refusal({ kind: 'cooperation', content }))).toEqual(['opened'])
  })

  test('a due date is a day that exists', () => {
    for (const dueOn of ['2027-02-29', '2027-4-3', 'soon', '2027-04-03T10:00', '9999-12-31'])
      expect(
        refusal({ kind: 'cooperation', content: wording('', { commitments: [{ ...willMeasure, dueOn }] }) }),
      ).toEqual({ refused: 'date-does-not-exist', place: 0, firstYear: 1970, lastYear: 2999 })
  })

  test('lists have an end', () => {
    const citation = { editionId: 'e', first: 1, last: 1 }
    const citations = Array.from({ length: LIMITS.citations + 1 }, () => citation)
    const commitments = Array.from({ length: LIMITS.commitments + 1 }, () => willMeasure)
    expect(refusal({ content: wording('', { citations }) })).toMatchObject({ refused: 'too-many', what: 'citations' })
    expect(refusal({ kind: 'cooperation', content: wording('', { commitments }) })).toMatchObject({
      refused: 'too-many',
      what: 'commitments',
    })
  })

  test('the record, and nothing else, names the entry up to which it goes', () => {
    const upTo = wording('Minutes', { chainHead: { sequence: 41, hash: 'ab' } })
    expect(told(refusal({ kind: 'record', content: wording('Minutes') }))).toBe('record-head-mismatch')
    expect(told(refusal({ content: upTo }))).toBe('record-head-mismatch')
    expect(told(refusal({ kind: 'record', content: upTo }))).toEqual(['opened'])
  })
})

describe('a draft is changed', () => {
  test('every change of wording, citations or commitments makes version n+1, and the earlier ones are kept', () => {
    const citations = [{ editionId: 'e', first: 12, last: 13 }]
    const procedure = new Procedure(bilateral).drafted(mira, 'cooperation')
    procedure.given(
      revise(jonas, 1, 'Levels are read daily.'),
      revise(mira, 2, wording('Levels are read daily.', { citations })),
      revise(jonas, 3, wording('Levels are read daily.', { citations, commitments: [willMeasure] })),
    )
    expect(procedure.is).toMatchObject({ current: { number: 4, byPersonId: 'jonas' } })
    expect(procedure.is.state === 'draft' && procedure.is.earlier.map((version) => version.number)).toEqual([1, 2, 3])
  })

  test('saving the same again makes no version', () => {
    expect(new Procedure(bilateral).drafted(mira).when(revise(jonas, 1, LEVELS))).toEqual([])
  })

  test('a change that starts from an older version is refused and names the current one', () => {
    const procedure = new Procedure(bilateral).drafted(mira).given(revise(jonas, 1, 'Levels are read daily.'))
    expect(procedure.when(revise(mira, 1, 'Levels are read hourly.'))).toEqual({
      refused: 'version-changed',
      current: 2,
    })
  })

  test('a put version stands still', () => {
    const procedure = new Procedure(bilateral).drafted(mira).given(put(mira))
    expect(procedure.when(revise(mira, 1, 'x'))).toEqual({ refused: 'version-stands-still', version: 1 })
  })

  test('what has ended is not changed', () => {
    const procedure = new Procedure(bilateral).drafted(mira).given(withdraw(mira))
    expect(procedure.when(revise(mira, 1, 'x'))).toEqual({ refused: 'not-a-draft', state: 'withdrawn' })
  })

  test('in a multilateral by its officers, not by its parties', () => {
    const procedure = new Procedure(multilateral).drafted(mira)
    expect(told(procedure.when(revise(mira, 1, 'x')))).toBe('not-entitled')
    expect(told(procedure.when(revise(rapporteur, 1, 'x')))).toEqual(['revised'])
  })

  test('not after the record is agreed', () => {
    const procedure = new Procedure(bilateral).drafted(mira).meeting({ state: 'agreed' })
    expect(told(procedure.when(revise(mira, 1, 'x')))).toBe('record-agreed')
  })

  test('the new wording has its form too', () => {
    expect(told(new Procedure(bilateral).drafted(mira).when(revise(mira, 1, 'x'.repeat(20_001))))).toBe('text-too-long')
  })
})
