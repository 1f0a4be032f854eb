import { describe, expect, test } from 'vitest'
import type { Command, TakeStance } from '#domain/conclusion/command.ts'
import type { Conclusion } from '#domain/conclusion/conclusion.ts'
import { standing } from '#domain/conclusion/standing.ts'
import type { Participant } from '#domain/meeting/participant.ts'
import {
  adReferendum,
  answer,
  authorisedDelegate,
  bilateral,
  chair,
  consent,
  HARBOUR,
  hoursLater,
  jonas,
  MILL,
  millDelegate,
  millDeputy,
  millObserver,
  mira,
  multilateral,
  NOON,
  object,
  Procedure,
  person,
  put,
  revise,
  standAside,
  stranger,
  study,
  takeBack,
  told,
} from './conclusion-given.ts'

const inBilateral = () => new Procedure(bilateral).drafted(mira).given(put(mira))
const inMultilateral = () => new Procedure(multilateral).drafted(chair).given(put(chair))
const withReservation = (by: Participant) =>
  answer(by, { kind: 'consent-with-reservation', reservation: 'Not in floods' })

function taking(command: Command): TakeStance {
  if (command.type !== 'take-stance') throw new Error('This is no answer.')
  return command
}

function standingPut(conclusion: Conclusion | null) {
  if (conclusion?.state !== 'put') throw new Error('It is not put.')
  return conclusion.current.putting
}

describe('a stance names its version', () => {
  test('on an older version it is refused and told the current one', () => {
    const procedure = inBilateral().given(consent(jonas), takeBack(mira), revise(mira, 1, 'Daily.'), put(mira, 2))
    expect(procedure.when(consent(mira, 1))).toEqual({ refused: 'version-changed', current: 2 })
    procedure.given(consent(mira, 2))
    expect(procedure.is.state).toBe('put')
    expect(standing(procedure.is, NOON).missing).toEqual([{ kind: 'party', partyId: HARBOUR }])
  })

  test('a draft takes none', () => {
    expect(new Procedure(bilateral).drafted(mira).when(consent(mira))).toEqual({ refused: 'not-put', state: 'draft' })
    expect(inBilateral().given(takeBack(mira)).when(consent(mira))).toEqual({ refused: 'not-put', state: 'draft' })
  })

  test('while it rests on a text that not all may read, nobody agrees to it; they may object', () => {
    const procedure = inMultilateral().meeting({ citesLimitedText: true })
    for (const agreement of [consent(mira), withReservation(mira), adReferendum(mira, hoursLater(1))])
      expect(procedure.when(agreement)).toEqual({ refused: 'cites-limited-text' })
    procedure.given(object(mira), standAside(jonas), takeBack(chair))
  })

  test('it may be changed while nothing is decided, and counts once', () => {
    const procedure = inBilateral().given(object(jonas), consent(mira))
    expect(told(procedure.when(consent(jonas)))).toEqual(['stance-taken', 'adopted'])
    expect(procedure.is).toMatchObject({
      current: { putting: { stances: [{ givenById: 'mira' }, { givenById: 'jonas', answer: { kind: 'consent' } }] } },
    })
  })

  test('what another of the side answered meanwhile is not replaced unseen', () => {
    const procedure = inBilateral().given(withReservation(millDeputy))
    const replacing = (replaces: Date | null): TakeStance => ({ ...taking(consent(mira)), replaces })
    expect(procedure.when(replacing(null))).toEqual({ refused: 'answered-meanwhile' })
    expect(procedure.when(replacing(hoursLater(-1)))).toEqual({ refused: 'answered-meanwhile' })
    const { stances } = standingPut(procedure.is)
    procedure.given(replacing(stances[0]?.givenAt ?? null))
    // The same again, pressed twice, is no other answer.
    expect(procedure.when(replacing(null))).toEqual([])
  })

  test('never after', () => {
    const procedure = inBilateral().given(consent(mira), consent(jonas))
    expect(procedure.when(object(jonas))).toEqual({ refused: 'not-put', state: 'adopted' })
  })

  test.each([
    ['consent', consent(mira)],
    ['reservation', withReservation(mira)],
    ['ad referendum', adReferendum(mira, hoursLater(48))],
    ['objection', object(mira)],
  ])('two clicks, one %s', (_kind, command) => {
    const procedure = inBilateral().given(command)
    expect(procedure.when(command)).toEqual([])
  })

  test('another speaker of the same party may answer in its place, and the stance shows who did', () => {
    const procedure = inBilateral().given(consent(mira))
    expect(told(procedure.when(consent(millDeputy)))).toEqual(['stance-taken'])
    expect(standing(procedure.is, NOON)).toMatchObject({ answered: [{ givenById: 'dov' }], missing: [{}] })
  })

  test('a reservation and a reason are there', () => {
    const blank = { reservation: ' ', reason: ' ' }
    const refusal = (kind: 'consent-with-reservation' | 'object') =>
      inBilateral().when(answer(mira, { ...blank, kind }))
    expect(refusal('consent-with-reservation')).toEqual({ refused: 'text-missing', field: 'reservation' })
    expect(refusal('object')).toEqual({ refused: 'text-missing', field: 'reason' })
    const aside = inMultilateral().when(answer(mira, { kind: 'stand-aside', reason: '' }))
    expect(aside).toEqual({ refused: 'text-missing', field: 'reason' })
  })
})

describe('who speaks for a party (rule 13)', () => {
  test.each([
    ['its head', mira],
    ['a standing deputy', millDeputy],
    ['a delegate authorised for that meeting', authorisedDelegate],
  ])('%s, and the stance shows who gave it and how they had signed in', (_who, by) => {
    const procedure = inBilateral().given(answer(by, { kind: 'consent' }, 1, 'invitation'))
    expect(standing(procedure.is, NOON).answered).toEqual([
      {
        decider: { kind: 'party', partyId: MILL },
        answer: { kind: 'consent' },
        givenById: by.group.personId,
        signInMethod: 'invitation',
        givenAt: NOON,
        principals: null,
      },
    ])
  })

  test.each([
    ['a delegate without authority', millDelegate],
    ['an observer', millObserver],
    ['somebody of a party that is not asked', stranger],
    ['the chair, who sits for no party', chair],
  ])('not %s', (_who, by) => {
    expect(inBilateral().when(consent(by))).toEqual({ refused: 'not-entitled' })
  })

  test('in a study session everybody speaks for themselves, and an observer for nobody', () => {
    const procedure = new Procedure(study('mira', 'otto')).drafted(mira).given(put(mira))
    expect(told(procedure.when(consent(millDeputy)))).toBe('not-entitled')
    expect(told(procedure.when(consent(millObserver)))).toBe('not-entitled')
    expect(told(procedure.when(consent(mira)))).toEqual(['stance-taken'])
  })

  test('a chair who sits for a party may answer for it', () => {
    const seatedChair = person('mira', MILL, 'head', ['chair'])
    expect(told(inBilateral().when(consent(seatedChair)))).toEqual(['stance-taken'])
  })
})

describe('stances are taken until the record is agreed', () => {
  test('also after closing', () => {
    const procedure = inBilateral().meeting({ state: 'closed' }).given(consent(mira), consent(jonas))
    expect(procedure.is.state).toBe('adopted')
  })

  test('not afterwards', () => {
    expect(told(inBilateral().meeting({ state: 'agreed' }).when(consent(mira)))).toBe('record-agreed')
  })
})
