import { describe, expect, test } from 'vitest'
import { share } from '#domain/conclusion/sharing.ts'
import {
  bilateral,
  consent,
  HARBOUR,
  jonas,
  MILL,
  millDelegate,
  millObserver,
  mira,
  Procedure,
  put,
  stranger,
  study,
} from './conclusion-given.ts'

const adopted = new Procedure(bilateral).drafted(mira).given(put(mira), consent(mira), consent(jonas)).is

const agreeing = (by: typeof mira | typeof millDelegate, agreed: string[], agree = true) =>
  share(adopted, { by, agree }, bilateral, agreed)

describe('an adopted conclusion is shared with the group', () => {
  test('once every party that decided on it agrees', () => {
    expect(agreeing(mira, [])).toEqual({ partyId: MILL, agree: true, inForce: false })
    expect(agreeing(jonas, [MILL])).toEqual({ partyId: HARBOUR, agree: true, inForce: true })
  })

  test('until any one of them takes its agreement back', () => {
    expect(agreeing(mira, [MILL, HARBOUR], false)).toEqual({ partyId: MILL, agree: false, inForce: false })
  })

  test('saying the same again changes nothing', () => {
    expect(agreeing(mira, [MILL])).toBeNull()
    expect(agreeing(mira, [], false)).toBeNull()
  })

  test('by those who speak for the party, and nobody else', () => {
    for (const by of [millDelegate, millObserver, stranger])
      expect(agreeing(by, [])).toEqual({ refused: 'not-entitled' })
  })

  test('not before it is adopted', () => {
    const draft = new Procedure(bilateral).drafted(mira).is
    expect(share(draft, { by: mira, agree: true }, bilateral, [])).toEqual({ refused: 'not-adopted', state: 'draft' })
  })

  test('in a study session its party agrees, although its participants decided', () => {
    const session = study('mira')
    const concluded = new Procedure(session).drafted(mira).given(put(mira), consent(mira)).is
    expect(share(concluded, { by: mira, agree: true }, session, [])).toEqual({
      partyId: MILL,
      agree: true,
      inForce: true,
    })
  })
})
