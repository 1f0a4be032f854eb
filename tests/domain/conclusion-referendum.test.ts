import { describe, expect, test } from 'vitest'
import { standing } from '#domain/conclusion/standing.ts'
import {
  adReferendum,
  bilateral,
  chair,
  confirm,
  consent,
  decline,
  HARBOUR,
  hoursLater,
  jonas,
  MILL,
  millDelegate,
  mira,
  multilateral,
  NOON,
  object,
  Procedure,
  put,
  revise,
  standAside,
  takeBack,
  tess,
  told,
  withdraw,
  without,
} from './conclusion-given.ts'

const tomorrow = hoursLater(24)
const dayAfter = hoursLater(48)
const inMultilateral = () => new Procedure(multilateral).drafted(chair).given(put(chair))
const fixed = () => inMultilateral().given(adReferendum(mira, tomorrow), adReferendum(jonas, dayAfter), consent(tess))

describe('the text is fixed and waits (rule 8)', () => {
  test('with the last required stance, in the same decision', () => {
    const procedure = inMultilateral().given(adReferendum(mira, tomorrow), consent(jonas))
    expect(told(procedure.when(consent(tess)))).toEqual(['stance-taken', 'fixed-ad-referendum'])
    expect(procedure.events.at(-1)).toMatchObject({ awaiting: [{ kind: 'party', partyId: MILL }] })
    expect(standing(procedure.is, NOON)).toMatchObject({ outcome: 'ad-referendum', awaiting: [{ partyId: MILL }] })
  })

  test('it counts as consent', () => {
    const procedure = inMultilateral().given(adReferendum(mira, tomorrow), adReferendum(jonas, tomorrow))
    expect(told(procedure.when(standAside(tess)))).toEqual(['stance-taken', 'fixed-ad-referendum'])
  })

  test('an objection prevents it', () => {
    const procedure = inMultilateral().given(adReferendum(mira, tomorrow), consent(jonas), object(tess))
    expect(standing(procedure.is, NOON).outcome).toBe('blocked-by-objection')
  })

  test('the date lies ahead', () => {
    for (const date of [NOON, hoursLater(-1), new Date(Number.NaN)])
      expect(inMultilateral().when(adReferendum(mira, date))).toEqual({ refused: 'date-not-ahead' })
  })

  test('it is not changed, put, taken back, withdrawn or answered anew', () => {
    const procedure = fixed()
    for (const command of [revise(chair, 1, 'x'), put(chair), withdraw(chair)])
      expect(procedure.when(command)).toEqual({ refused: 'not-a-draft', state: 'ad-referendum' })
    for (const command of [takeBack(chair), object(tess), consent(mira)])
      expect(procedure.when(command)).toEqual({ refused: 'not-put', state: 'ad-referendum' })
  })

  test('a date that passes before all have answered leaves its party to answer again', () => {
    const procedure = inMultilateral().given(adReferendum(mira, tomorrow), consent(jonas)).at(dayAfter)
    expect(told(procedure.when(consent(tess)))).toEqual(['stance-taken'])
    expect(standing(procedure.is, dayAfter)).toMatchObject({ outcome: 'undecided', missing: [{ partyId: MILL }] })
    expect(told(procedure.when(consent(mira)))).toEqual(['stance-taken', 'adopted'])
  })
})

describe('the principals have their word', () => {
  test('all confirm: adopted with the last word', () => {
    const procedure = fixed()
    expect(told(procedure.when(confirm(mira)))).toEqual(['word-brought'])
    expect(standing(procedure.is, NOON).awaiting).toEqual([{ kind: 'party', partyId: HARBOUR }])
    expect(told(procedure.when(confirm(jonas)))).toEqual(['word-brought', 'adopted'])
    expect(procedure.is).toMatchObject({
      state: 'adopted',
      current: { putting: { stances: [{ principals: { word: 'confirmed', byPersonId: 'mira' } }, {}, {}] } },
    })
  })

  test('one declines: not adopted, whatever the others said', () => {
    const procedure = fixed().given(confirm(mira))
    expect(told(procedure.when(decline(jonas, 'The council voted no')))).toEqual(['word-brought', 'declined'])
    expect(procedure.is).toMatchObject({ state: 'declined', endReason: 'The council voted no' })
    expect(procedure.when(confirm(mira))).toEqual({ refused: 'not-ad-referendum', state: 'declined' })
  })

  test('they owe no reason, but a reason has its form', () => {
    expect(told(fixed().when(decline(mira, null)))).toEqual(['word-brought', 'declined'])
    expect(told(fixed().when(decline(mira, 'x'.repeat(2_001))))).toBe('text-too-long')
  })

  test('each once, and only those who asked for it', () => {
    const procedure = fixed().given(confirm(mira))
    expect(procedure.when(confirm(mira))).toEqual({ refused: 'no-word-awaited' })
    expect(procedure.when(decline(mira))).toEqual({ refused: 'no-word-awaited' })
    expect(procedure.when(confirm(tess))).toEqual({ refused: 'no-word-awaited' })
  })

  test('brought by whoever speaks for the party, on the version that was fixed', () => {
    expect(fixed().when(confirm(millDelegate))).toEqual({ refused: 'not-entitled' })
    expect(fixed().when(confirm(chair))).toEqual({ refused: 'not-entitled' })
    expect(fixed().when(confirm(mira, 2))).toEqual({ refused: 'version-changed', current: 1 })
  })

  test('also after the record is agreed, and by a party that has left', () => {
    const procedure = fixed().meeting({ ...without(multilateral, MILL), state: 'agreed' })
    expect(told(procedure.when(confirm(mira)))).toEqual(['word-brought'])
  })

  test('there is none on a version that is merely put', () => {
    expect(inMultilateral().when(confirm(mira))).toEqual({ refused: 'not-ad-referendum', state: 'put' })
  })
})

describe('a date passes: lapsed', () => {
  test('a word on the last instant is in time; one that comes after it finds the text lapsed', () => {
    expect(told(fixed().at(tomorrow).when(confirm(mira)))).toEqual(['word-brought'])
    const late = fixed().at(new Date(tomorrow.getTime() + 1))
    expect(told(late.when(confirm(mira)))).toEqual(['lapsed'])
    expect(late.is).toMatchObject({ state: 'lapsed' })
    expect(late.events.at(-1)).toMatchObject({ overdue: [{ partyId: MILL }] })
  })

  test('one date is enough: the word of another party comes too late as well', () => {
    expect(told(fixed().at(hoursLater(30)).when(confirm(jonas)))).toEqual(['lapsed'])
    expect(told(fixed().at(hoursLater(30)).when(decline(jonas)))).toEqual(['lapsed'])
  })

  test('the clock notes it, not before the date and once', () => {
    const procedure = fixed()
    expect(procedure.when({ type: 'lapse' })).toEqual([])
    expect(told(procedure.at(hoursLater(30)).when({ type: 'lapse' }))).toEqual(['lapsed'])
    expect(procedure.when({ type: 'lapse' })).toEqual([])
  })

  test('a confirmed party has no date any more', () => {
    const procedure = fixed().given(confirm(mira)).at(hoursLater(30))
    expect(procedure.when({ type: 'lapse' })).toEqual([])
    expect(told(procedure.when(confirm(jonas)))).toEqual(['word-brought', 'adopted'])
  })

  test('it stands as lapsed from its date on, noted or not', () => {
    expect(standing(fixed().is, tomorrow).outcome).toBe('ad-referendum')
    expect(standing(fixed().is, hoursLater(30)).outcome).toBe('lapsed')
  })

  test('nothing else lapses', () => {
    const procedure = new Procedure(bilateral).drafted(mira).given(put(mira), adReferendum(mira, tomorrow)).at(dayAfter)
    expect(procedure.when({ type: 'lapse' })).toEqual([])
  })
})
