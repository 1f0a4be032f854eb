import { describe, expect, test } from 'vitest'
import { keepsFor, type MeetingFacts, meetingSight } from '#domain/access.ts'
import type { Conclusion } from '#domain/conclusion/conclusion.ts'
import { evolve } from '#domain/conclusion/evolve.ts'
import { isKeptBy } from '#domain/conclusion/kept.ts'
import type { Participant } from '#domain/meeting/participant.ts'
import {
  adReferendum,
  chair,
  consent,
  HARBOUR,
  hoursLater,
  jonas,
  MILL,
  mira,
  multilateral,
  ORCHARD,
  object,
  Procedure,
  put,
  tess,
  withdraw,
  without,
} from './conclusion-given.ts'

const facts: MeetingFacts = {
  kind: 'multilateral',
  state: 'open',
  createdAt: hoursLater(0),
  proposed: false,
  sharesAgendaTitles: false,
}

function standing(more: Partial<Participant['party']> = {}, rest: Partial<Participant> = {}): Participant {
  const membership = { partyId: ORCHARD, role: 'head', seesFrom: null } as const
  return {
    group: { personId: 'tess', organizer: false, memberships: [membership], holdsOffice: false },
    madeIt: false,
    party: { ...membership, authorised: false, left: true, partySeesFrom: null, ...more },
    offices: [],
    pendingOffices: [],
    ...rest,
  }
}

describe('Given a party that left a meeting (rule 15)', () => {
  test('then its people learn that it is held, and no more of what comes later', () => {
    expect(meetingSight(standing({ left: false }), facts)).toBe('contents')
    expect(meetingSight(standing(), facts)).toBe('existence')
    expect(meetingSight(standing(), { ...facts, kind: 'bilateral', state: 'closed' })).toBe('existence')
  })

  test('then they keep for it what was its own; not a head who came after it was written', () => {
    expect(keepsFor(standing(), facts)).toBe(ORCHARD)
    expect(keepsFor(standing({ left: false }), facts)).toBeNull()
    expect(keepsFor(standing({ seesFrom: hoursLater(1) }), facts)).toBeNull()
  })

  test('when somebody of it holds an office there, then they see what the office needs', () => {
    expect(meetingSight(standing({}, { offices: ['rapporteur'] }), facts)).toBe('contents')
  })
})

describe('what a party that left keeps of the conclusions', () => {
  const drafted = () => new Procedure(multilateral).drafted(chair)

  test('those on whose fixed text it decided, whatever became of them', () => {
    const adopted = drafted().given(put(chair), consent(mira), consent(jonas), consent(tess))
    expect(adopted.is.state).toBe('adopted')
    expect(isKeptBy(adopted.is, ORCHARD)).toBe(true)
    const awaited = drafted().given(put(chair), consent(mira), consent(jonas), adReferendum(tess, hoursLater(48)))
    expect(awaited.is.state).toBe('ad-referendum')
    expect(isKeptBy(awaited.is, ORCHARD)).toBe(true)
    awaited.at(hoursLater(49)).given({ type: 'lapse' })
    expect(awaited.is.state).toBe('lapsed')
    expect(isKeptBy(awaited.is, ORCHARD)).toBe(true)
  })

  test('a divergence in which it is a side', () => {
    const origin = drafted().given(put(chair), consent(mira), consent(jonas), object(tess)).is
    const divergence = new Procedure(multilateral, { origin }, 'c2').given({
      type: 'record-divergence',
      by: chair,
      conclusionId: 'c2',
      title: 'Where we differ',
    })
    expect(isKeptBy(divergence.is, ORCHARD)).toBe(true)
    expect(isKeptBy(divergence.is, 'library')).toBe(false)
    const ended = divergence.events.reduce<Conclusion>(evolve, origin)
    expect(ended.state).toBe('diverged')
    expect(isKeptBy(ended, ORCHARD)).toBe(true)
    expect(isKeptBy(ended, 'library')).toBe(false)
  })

  test('no draft, nothing that is put or withdrawn, and nothing that was decided without it', () => {
    const draft = drafted()
    expect(isKeptBy(draft.is, ORCHARD)).toBe(false)
    draft.given(put(chair))
    expect(isKeptBy(draft.is, ORCHARD)).toBe(false)
    draft.given(withdraw(chair))
    expect(isKeptBy(draft.is, ORCHARD)).toBe(false)
    const later = new Procedure(without(multilateral, ORCHARD)).drafted(chair)
    later.given(put(chair), consent(mira), consent(jonas))
    expect(later.is.state).toBe('adopted')
    expect([MILL, HARBOUR, ORCHARD].filter((partyId) => isKeptBy(later.is, partyId))).toEqual([MILL, HARBOUR])
  })
})
