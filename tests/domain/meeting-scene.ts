/** People and meetings of a river council, for the tests of the meeting's procedure. */

import type { MeetingCommand } from '#domain/meeting/command.ts'
import { decideMeeting } from '#domain/meeting/decide.ts'
import { draftMeeting, type Meeting } from '#domain/meeting/meeting.ts'
import type { Participant } from '#domain/meeting/participant.ts'
import type { Membership, PartyRole } from '#domain/party/membership.ts'
import { isRefusal } from '#domain/refusal.ts'
import { evolve } from './meeting-evolve.ts'

export const noon = new Date('2026-03-02T12:00:00Z')
export const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)

export interface Person {
  readonly personId: string
  readonly organizer?: boolean
  readonly roles: Readonly<Record<string, PartyRole>>
  /** A head whom an organizer installed (rule 14). */
  readonly seesFrom?: Date
}

export const olga: Person = { personId: 'olga', organizer: true, roles: {} }
export const head = (partyId: string): Person => ({ personId: `head-of-${partyId}`, roles: { [partyId]: 'head' } })
export const delegate = (partyId: string): Person => ({
  personId: `delegate-of-${partyId}`,
  roles: { [partyId]: 'delegate' },
})
export const outsider: Person = { personId: 'frida', roles: {} }

/** What the store loads for a person under the lock: their seat decides, else the only party of theirs that takes part. */
export function standing(person: Person, meeting: Meeting, madeIt = false): Participant {
  const memberships = Object.entries(person.roles).map(
    ([partyId, role]): Membership => ({ partyId, role, seesFrom: person.seesFrom ?? null }),
  )
  const seat = meeting.seats.find(({ personId }) => personId === person.personId)
  const places = memberships.flatMap((membership) => {
    const party = meeting.parties.find(({ partyId }) => partyId === membership.partyId)
    if (party === undefined) return []
    const { leftAt, seesFrom: partySeesFrom } = party
    return [{ ...membership, left: leftAt !== null, authorised: seat?.authorised ?? false, partySeesFrom }]
  })
  const mine = seat ? places.filter(({ partyId }) => partyId === seat.partyId) : places
  const held = meeting.offices.filter(({ personId }) => personId === person.personId)
  return {
    group: {
      personId: person.personId,
      organizer: person.organizer ?? false,
      memberships,
      holdsOffice: held.length > 0,
    },
    madeIt,
    party: mine.length === 1 ? (mine[0] ?? null) : null,
    offices: held.filter(({ activeFrom }) => activeFrom !== null).map(({ office }) => office),
    pendingOffices: held.filter(({ activeFrom }) => activeFrom === null).map(({ office }) => office),
  }
}

/** A command that waits for the meeting in which it is given. */
export type Act = (meeting: Meeting) => MeetingCommand

export const answer = (meeting: Meeting, act: Act, at = noon) => decideMeeting(meeting, act(meeting), at)

/** Runs acts one after the other; each must be accepted. */
export function having(meeting: Meeting, ...acts: readonly Act[]): Meeting {
  return acts.reduce((before, act) => {
    const events = answer(before, act)
    if (isRefusal(events)) throw new Error(`refused: ${events.refused}`)
    return events.reduce((state, event) => evolve(state, event, noon), before)
  }, meeting)
}

export const evening = { wall: '2026-03-10T18:00', timeZone: 'Europe/Vienna', durationMinutes: 90 }
export const nextMorning = { wall: '2026-03-11T09:00', timeZone: 'Europe/Vienna', durationMinutes: 90 }

export const schedule =
  (person: Person, time = evening): Act =>
  (meeting) => ({ type: 'schedule', by: standing(person, meeting), time, agendaItems: 2 })
export const propose =
  (person: Person, { madeIt } = { madeIt: true }): Act =>
  (meeting) => ({
    type: 'propose',
    by: standing(person, meeting, madeIt),
    offerId: 'first',
    time: evening,
    message: 'About the weir',
  })
export const offer =
  (person: Person, offerId: string, time = nextMorning): Act =>
  (meeting) => ({ type: 'offer-another-time', by: standing(person, meeting), offerId, time, message: '' })
/** `offerer`: whoever made the offer, as they are now; the head of the party that made it, if nobody is named. */
export const accept =
  (person: Person, offerId = 'first', offerer?: Person): Act =>
  (meeting) => {
    const offer = meeting.state === 'draft' || meeting.state === 'scheduled' ? meeting.offer : null
    const who = offerer ?? (offer === null ? null : head(offer.partyId))
    return { type: 'accept', by: standing(person, meeting), offerId, offerer: who && standing(who, meeting) }
  }
export const decline =
  (person: Person, offerId = 'first'): Act =>
  (meeting) => ({ type: 'decline', by: standing(person, meeting), offerId, reason: 'Flood week' })
export const appoint =
  (person: Person, office: 'chair' | 'facilitator' | 'rapporteur', who: Person): Act =>
  (meeting) => ({ type: 'appoint', by: standing(person, meeting), office, who: standing(who, meeting) })
export const acceptOffice =
  (person: Person, office: 'chair' | 'facilitator' | 'rapporteur'): Act =>
  (meeting) => ({ type: 'accept-office', by: standing(person, meeting), office })
export const endOffice =
  (person: Person, office: 'chair' | 'facilitator' | 'rapporteur'): Act =>
  (meeting) => ({ type: 'end-office', by: standing(person, meeting), office })
export const open =
  (person: Person): Act =>
  (meeting) => ({
    type: 'open',
    by: standing(person, meeting),
    preparedness: { agendaItems: 2, homework: { done: 3, assigned: 3 } },
  })
export const come =
  (person: Person, by = person): Act =>
  (meeting) => ({ type: 'come', by: standing(by, meeting), who: standing(person, meeting) })
export const leave =
  (person: Person, by = person): Act =>
  (meeting) => ({ type: 'leave', by: standing(by, meeting), personId: person.personId })
export const startItem =
  (person: Person, itemId: string): Act =>
  (meeting) => ({ type: 'start-item', by: standing(person, meeting), itemId })
export const close =
  (person: Person): Act =>
  (meeting) => ({ type: 'close', by: standing(person, meeting), open: [], dispositions: [], carriers: [], next: null })
export const partyLeaves =
  (person: Person, partyId: string): Act =>
  (meeting) => ({ type: 'party-leaves', by: standing(person, meeting), partyId })

export const studyDraft = draftMeeting('m-study', 'study', ['library'], noon)
export const bilateralDraft = draftMeeting('m-bilateral', 'bilateral', ['library', 'harbour'], noon)
export const multilateralDraft = draftMeeting('m-multilateral', 'multilateral', ['library', 'harbour', 'school'], noon)

export const bilateral = having(bilateralDraft, schedule(olga))
export const openBilateral = having(bilateral, open(head('library')))
export const chaired = having(multilateralDraft, schedule(olga), appoint(olga, 'chair', outsider))
export const openMultilateral = having(chaired, open(outsider))
