import { describe, expect, test } from 'vitest'
import { askedOf } from '#domain/conclusion/asked.ts'
import type { Participant } from '#domain/meeting/participant.ts'
import {
  adReferendum,
  bilateral,
  chair,
  confirm,
  consent,
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
  standAside,
  study,
  takeBack,
  tess,
} from './conclusion-given.ts'

const asked = ({ is, context, now }: Procedure, by: Participant) => askedOf(is, context, by, now)

describe('what is asked of somebody', () => {
  test('nothing on a draft; a stance once it is put, from those who speak for a side that has not answered', () => {
    const procedure = new Procedure(bilateral).drafted(mira)
    expect(asked(procedure, jonas)).toBeNull()
    procedure.given(put(mira), consent(mira))
    expect(asked(procedure, jonas)).toEqual({ kind: 'stance', of: { kind: 'party', partyId: HARBOUR }, version: 1 })
    for (const by of [mira, millDelegate, chair]) expect(asked(procedure, by)).toBeNull()
  })

  test('a participant of a study session is asked in person', () => {
    const procedure = new Procedure(study('mira')).drafted(mira).given(put(mira))
    expect(asked(procedure, mira)).toMatchObject({ kind: 'stance', of: { kind: 'person', personId: 'mira' } })
  })

  test('the principals’ word by its date, until it is brought or the date passes', () => {
    const by = hoursLater(48)
    const procedure = new Procedure(bilateral)
      .drafted(mira)
      .given(put(mira), adReferendum(mira, by), adReferendum(jonas, by))
    expect(asked(procedure, mira)).toEqual({ kind: 'word', of: { kind: 'party', partyId: MILL }, version: 1, by })
    procedure.given(confirm(mira))
    expect(asked(procedure, mira)).toBeNull()
    expect(asked(procedure.at(hoursLater(49)), jonas)).toBeNull()
  })

  test('what becomes of a version that its answers do not carry: of whoever may take it back, until it is', () => {
    const decides = { kind: 'not-carried', version: 1 }
    const bilaterally = new Procedure(bilateral).drafted(mira).given(put(mira), consent(mira), object(jonas))
    for (const by of [mira, jonas, chair]) expect(asked(bilaterally, by)).toEqual(decides)
    expect(asked(bilaterally, millDelegate)).toBeNull()
    bilaterally.given(takeBack(mira))
    expect(asked(bilaterally, mira)).toBeNull()

    const together = new Procedure(multilateral).drafted(chair).given(put(chair), consent(mira), standAside(jonas))
    expect(asked(together, chair)).toBeNull()
    together.given(standAside(tess))
    expect(asked(together, chair)).toEqual(decides)
    for (const by of [mira, jonas, tess]) expect(asked(together, by)).toBeNull()

    const alone = new Procedure(study('mira')).drafted(mira).given(put(mira), standAside(mira))
    expect(asked(alone, mira)).toEqual(decides)
  })

  test('nothing becomes of it any more once the record is agreed', () => {
    const procedure = new Procedure(bilateral).drafted(mira).given(put(mira), consent(mira), object(jonas))
    const meeting = { ...procedure.context.meeting, state: 'agreed' } as const
    expect(askedOf(procedure.is, { ...procedure.context, meeting }, mira, procedure.now)).toBeNull()
  })

  test('the own words of a side in a divergence, until they are written', () => {
    const origin = new Procedure(bilateral).drafted(mira).given(put(mira), consent(mira), object(jonas)).is
    const procedure = new Procedure(bilateral, { origin }, 'd1').at(NOON)
    procedure.given({ type: 'record-divergence', by: mira, conclusionId: 'd1', title: 'Who measures' })
    expect(asked(procedure, jonas)).toEqual({ kind: 'words', of: { kind: 'party', partyId: HARBOUR } })
    procedure.given({ type: 'write-words', by: jonas, words: 'The harbour measures alone.', seen: null })
    expect(asked(procedure, jonas)).toBeNull()
  })
})
