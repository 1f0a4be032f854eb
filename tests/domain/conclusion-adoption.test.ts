import { describe, expect, test } from 'vitest'
import { standing } from '#domain/conclusion/standing.ts'
import { decidedByConsent } from '#domain/conclusion/take-stance.ts'
import type { Participant } from '#domain/meeting/participant.ts'
import {
  adReferendum,
  answer,
  bilateral,
  chair,
  consent,
  hoursLater,
  jonas,
  MILL,
  millDelegate,
  millDeputy,
  mira,
  multilateral,
  NOON,
  ORCHARD,
  object,
  Procedure,
  person,
  put,
  standAside,
  stranger,
  study,
  takeBack,
  tess,
  told,
  wording,
} from './conclusion-given.ts'

const inBilateral = () => new Procedure(bilateral).drafted(mira).given(put(mira))
const inMultilateral = () => new Procedure(multilateral).drafted(chair).given(put(chair))
const withReservation = (by: Participant) =>
  answer(by, { kind: 'consent-with-reservation', reservation: 'Not in floods' })

describe('adoption happens with the last required stance (rule 7)', () => {
  test('given both sides of a bilateral, when the second consents, it is adopted in the same decision', () => {
    const procedure = inBilateral()
    expect(told(procedure.when(consent(mira)))).toEqual(['stance-taken'])
    expect(told(procedure.when(consent(jonas)))).toEqual(['stance-taken', 'adopted'])
    expect(procedure.is).toMatchObject({ state: 'adopted', adoptedAt: NOON, current: { number: 1 } })
  })

  test('given three parties, nothing is adopted before the third answers', () => {
    const procedure = inMultilateral().given(consent(mira), consent(jonas))
    expect(procedure.is.state).toBe('put')
    expect(standing(procedure.is, NOON)).toMatchObject({
      outcome: 'undecided',
      answered: [{ givenById: 'mira' }, { givenById: 'jonas' }],
      missing: [{ kind: 'party', partyId: ORCHARD }],
    })
    expect(told(procedure.when(consent(tess)))).toEqual(['stance-taken', 'adopted'])
    expect(standing(procedure.is, NOON).outcome).toBe('adopted')
  })

  test('whoever would decide it by consenting is told so before', () => {
    const decides = (procedure: Procedure, by: Participant) =>
      decidedByConsent(procedure.is, procedure.context, by, procedure.now)
    const first = inBilateral()
    expect(decides(first, mira)).toBeNull()
    expect(decides(first.given(consent(mira)), jonas)).toBe('agreed')
    expect(decides(first, stranger)).toBeNull()
    const objected = inBilateral().given(consent(mira), object(jonas))
    expect(decides(objected, jonas)).toBe('agreed')
    expect(decides(inBilateral().given(adReferendum(mira, hoursLater(1))), jonas)).toBe('agreed-ad-referendum')
    expect(decides(inMultilateral().given(object(mira), consent(jonas)), tess)).toBeNull()
  })

  test('consent with a reservation counts, and keeps its words', () => {
    const procedure = inBilateral().given(withReservation(mira), consent(jonas))
    expect(procedure.is).toMatchObject({
      state: 'adopted',
      current: { putting: { stances: [{ answer: { reservation: 'Not in floods' } }, {}] } },
    })
  })

  test('one may stand aside when two consent', () => {
    const procedure = inMultilateral().given(standAside(mira), consent(jonas))
    expect(told(procedure.when(withReservation(tess)))).toEqual(['stance-taken', 'adopted'])
  })

  test('when all but one stand aside it is not adopted as it stands', () => {
    const procedure = inMultilateral().given(standAside(mira), standAside(jonas), consent(tess))
    expect(procedure.is.state).toBe('put')
    expect(standing(procedure.is, NOON)).toMatchObject({ outcome: 'too-few-consents', missing: [] })
  })

  test('up to a third may stand aside; when more do, nobody carries it, and it is not adopted', () => {
    const circle = (...names: string[]) => {
      const people = names.map((name) => person(name, MILL, 'delegate'))
      const [first] = people
      if (first === undefined) throw new Error('A circle has somebody.')
      return { people, procedure: new Procedure(study(...names)).drafted(first).given(put(first)) }
    }
    const answered = (count: number, aside: number) => {
      const { people, procedure } = circle(...Array.from({ length: count }, (_, place) => `p${place}`))
      return procedure.given(...people.map((one, place) => (place < aside ? standAside(one) : consent(one)))).is
    }
    for (const [count, aside] of [
      [3, 1],
      [6, 2],
      [7, 2],
      [20, 6],
    ] as const)
      expect({ count, aside, state: answered(count, aside).state }).toEqual({ count, aside, state: 'adopted' })
    for (const [count, aside] of [
      [4, 2],
      [5, 2],
      [6, 3],
      [7, 3],
      [20, 7],
    ] as const)
      expect({ count, aside, outcome: standing(answered(count, aside), NOON).outcome }).toEqual({
        count,
        aside,
        outcome: 'too-many-stand-aside',
      })
  })

  test('when more than a third stand aside, one who then consents after all carries it', () => {
    const [lea, ivo] = [person('lea', MILL), person('ivo', MILL)]
    const [ada, tom] = [person('ada', MILL), person('tom', MILL)]
    const procedure = new Procedure(study('lea', 'ivo', 'ada', 'tom')).drafted(lea).given(put(lea))
    procedure.given(consent(lea), consent(ivo), standAside(ada))
    expect(told(procedure.when(standAside(tom)))).toEqual(['stance-taken'])
    expect(told(procedure.when(consent(tom)))).toEqual(['stance-taken', 'adopted'])
  })

  test('an objection blocks: all have answered, and it stays put', () => {
    const procedure = inMultilateral().given(consent(mira), consent(jonas), object(tess))
    expect(procedure.is.state).toBe('put')
    expect(standing(procedure.is, NOON)).toMatchObject({ outcome: 'blocked-by-objection', missing: [] })
    expect(told(procedure.when(takeBack(chair)))).toEqual(['taken-back'])
  })

  test('in a bilateral neither side can stand aside', () => {
    expect(inBilateral().when(standAside(mira))).toEqual({ refused: 'no-standing-aside', kind: 'stand-aside' })
  })

  test('in a study session with one participant that one suffices; standing aside does not', () => {
    const alone = new Procedure(study('mira')).drafted(mira).given(put(mira), standAside(mira))
    expect(standing(alone.is, NOON).outcome).toBe('too-few-consents')
    expect(told(alone.when(consent(mira)))).toEqual(['stance-taken', 'adopted'])
  })

  test('in a study session with three, two consents and nobody missing', () => {
    const [lena, dov] = [millDelegate, millDeputy]
    const circle = new Procedure(study('mira', 'lena', 'dov')).drafted(mira).given(put(mira))
    circle.given(consent(mira), standAside(lena))
    expect(told(circle.when(consent(dov)))).toEqual(['stance-taken', 'adopted'])
  })

  test('the record of the meeting is adopted the same way', () => {
    const minutes = wording('Minutes', { chainHead: { sequence: 41, hash: 'ab' } })
    const procedure = new Procedure({ ...bilateral, state: 'closed' }).drafted(mira, 'record', minutes)
    procedure.given(put(mira), consent(mira), consent(jonas))
    expect(procedure.is).toMatchObject({ state: 'adopted', kind: 'record' })
  })
})
