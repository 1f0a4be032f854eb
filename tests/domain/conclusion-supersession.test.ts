import { describe, expect, test } from 'vitest'
import type { Conclusion } from '#domain/conclusion/conclusion.ts'
import { evolve } from '#domain/conclusion/evolve.ts'
import type { ConclusionMeeting } from '#domain/conclusion/facts.ts'
import {
  adReferendum,
  bilateral,
  chair,
  confirm,
  consent,
  contextOf,
  hoursLater,
  jonas,
  mira,
  multilateral,
  object,
  Procedure,
  put,
  revise,
  takeBack,
  tess,
  told,
  withdraw,
  wording,
} from './conclusion-given.ts'

const adopted = (meeting: ConclusionMeeting = bilateral) => {
  const procedure = new Procedure(meeting, {}, 'older').drafted(chair).given(put(chair))
  return procedure.given(...[mira, jonas, tess].slice(0, meeting.parties.length).map((by) => consent(by)))
}
const newer = (older: Conclusion, meeting: ConclusionMeeting = bilateral, open = false) =>
  new Procedure(meeting, { supersedes: { conclusion: older, open } }, 'newer')

describe('no change after adoption (rule 10)', () => {
  test('not by anyone', () => {
    const procedure = adopted()
    const before = structuredClone(procedure.is)
    const state = 'adopted'
    for (const by of [chair, mira, jonas]) {
      for (const command of [revise(by, 1, 'x'), put(by), withdraw(by)])
        expect(procedure.when(command)).toEqual({ refused: 'not-a-draft', state })
      expect(procedure.when(takeBack(by))).toEqual({ refused: 'not-put', state })
      expect(procedure.when(confirm(by))).toEqual({ refused: 'not-ad-referendum', state })
    }
    expect(procedure.when(object(mira))).toEqual({ refused: 'not-put', state })
    expect(procedure.when({ type: 'lapse' })).toEqual([])
    expect(procedure.is).toEqual(before)
  })
})

describe('a later conclusion supersedes it and names it', () => {
  test('with its own adoption, in the same decision; what was agreed stays as it was', () => {
    const older = adopted().is
    const procedure = newer(older).drafted(mira).given(put(mira), consent(mira))
    const decision = procedure.when(consent(jonas))
    expect(told(decision)).toEqual(['stance-taken', 'adopted', 'superseded'])
    expect(procedure.is).toMatchObject({ state: 'adopted', supersedesId: 'older' })

    const after = procedure.events.reduce(evolve, older)
    expect(after).toEqual({ ...older, state: 'superseded', supersededById: 'newer' })
  })

  test('also when it is adopted by the last word of the principals', () => {
    const procedure = newer(adopted().is).drafted(mira)
    procedure.given(put(mira), adReferendum(mira, hoursLater(24)), consent(jonas))
    expect(told(procedure.when(confirm(mira)))).toEqual(['word-brought', 'adopted', 'superseded'])
  })

  test('only what is adopted', () => {
    for (const older of [
      new Procedure(bilateral).drafted(mira).is,
      new Procedure(bilateral).drafted(mira).given(put(mira)).is,
      new Procedure(bilateral).drafted(mira).given(withdraw(mira)).is,
    ]) {
      const refusal = newer(older).when({
        type: 'open',
        by: mira,
        conclusionId: 'newer',
        kind: 'common-position',
        title: 'Levels',
        content: wording('x'),
      })
      expect(refusal).toEqual({ refused: 'not-supersedable', state: older.state })
    }
  })

  test('a record has its annex and is not superseded', () => {
    const minutes = wording('Minutes', { chainHead: { sequence: 41, hash: 'ab' } })
    const record = new Procedure({ ...bilateral, state: 'closed' }, {}, 'older').drafted(mira, 'record', minutes)
    record.given(put(mira), consent(mira), consent(jonas))
    expect(() => newer(record.is).drafted(mira)).toThrow('not-supersedable')
  })

  test('everyone who decided the older decides the newer', () => {
    const older = adopted(multilateral).is
    const procedure = newer(older).drafted(mira)
    expect(procedure.when(put(mira))).toEqual({
      refused: 'supersedes-other-parties',
      missing: [{ kind: 'party', partyId: 'orchard' }],
    })
  })

  test('who did not decide the older decides the newer only when the older lies open to them', () => {
    const older = adopted().is
    expect(newer(older, multilateral).drafted(chair).when(put(chair))).toEqual({
      refused: 'supersedes-unseen',
      unseen: [{ kind: 'party', partyId: 'orchard' }],
    })
    expect(told(newer(older, multilateral, true).drafted(chair).when(put(chair)))).toEqual(['put'])
  })

  test('when the older was closed to them before they all agreed, then the newer is not adopted', () => {
    const older = adopted().is
    const procedure = newer(older, multilateral, true).drafted(chair).given(put(chair), consent(mira), consent(jonas))
    procedure.context = contextOf(multilateral, { supersedes: { conclusion: older, open: false } })
    for (const last of [consent(tess), adReferendum(tess, hoursLater(24))])
      expect(procedure.when(last)).toMatchObject({ refused: 'supersedes-unseen' })
  })

  test('once: when another came first, the last stance is refused and the draft can be taken back', () => {
    const older = adopted()
    const first = newer(older.is).drafted(mira).given(put(mira), consent(mira))
    const second = newer(older.is).drafted(mira).given(put(mira), consent(mira))
    first.given(consent(jonas))
    const superseded = first.events.reduce(evolve, older.is)

    second.context = contextOf(bilateral, { supersedes: { conclusion: superseded, open: false } })
    for (const last of [consent(jonas), adReferendum(jonas, hoursLater(24))])
      expect(second.when(last)).toEqual({ refused: 'not-supersedable', state: 'superseded' })
    expect(told(second.when(takeBack(mira)))).toEqual(['taken-back'])
    expect(second.when(put(mira))).toEqual({ refused: 'not-supersedable', state: 'superseded' })
  })

  test('a conclusion whose older one is not handed in is a broken expectation, not a refusal', () => {
    const procedure = newer(adopted().is).drafted(mira).given(put(mira), consent(mira))
    procedure.context = contextOf(bilateral)
    expect(() => procedure.when(consent(jonas))).toThrow('older: not handed in')
    procedure.given(takeBack(mira))
    expect(() => procedure.when(put(mira))).toThrow('older: not handed in')
  })
})

test('events that a state cannot have are broken expectations', () => {
  const draft = new Procedure(bilateral).drafted(mira)
  const { is } = draft
  const at = hoursLater(0)
  expect(() => evolve(is, { type: 'adopted', conclusionId: 'c1', at, version: 1, contentHash: '' })).toThrow('draft')
  expect(() => evolve(null, { type: 'lapsed', conclusionId: 'c1', at, version: 1, overdue: [] })).toThrow('lapsed')
  expect(() => draft.events.reduce(evolve, is)).toThrow('begins once')
})
