/**
 * Who somebody is in one meeting (rules 13 to 15): the one model for meetings, the floor, conclusions, records and sight. What
 * a participant may do, they may by these answers; which answer an act asks for is said where the act is decided.
 */
import { type GroupStanding, governsParty, type Membership, type PartyRole, roleIn } from '../party/membership.ts'
import type { Refusal } from '../refusal.ts'
import { activeParties, type Meeting, type MeetingParties, seatOf } from './meeting.ts'

/** What somebody does in one meeting, besides or without sitting for a party. */
export const offices = ['chair', 'facilitator', 'rapporteur'] as const

export type Office = (typeof offices)[number]

/** The membership by which somebody is in a meeting. */
export interface ParticipantParty extends Membership {
  /** A delegate whom the party authorised to speak for it in this meeting; without meaning for the other roles. */
  readonly authorised: boolean
  /** The party left the meeting (rule 15). */
  readonly left: boolean
  /** The party joined when the others knew of the meeting: it sees what is written there from this instant; null: all. */
  readonly partySeesFrom: Date | null
}

/** A person in one meeting. */
export interface Participant {
  /** What they are in the group of the meeting. */
  readonly group: GroupStanding
  /** They made the meeting (a draft is its maker's and the organizers'). */
  readonly madeIt: boolean
  /** The party for which they are in this meeting, if any; never more than one (rule 13). */
  readonly party: ParticipantParty | null
  /**
   * Parties of this meeting to which they belong, while it is open for which of them they sit (rule 13): they learn that it is
   * held, and choose. Empty: they sat for a party that they have left since, and sit for no other here. Absent: nothing to
   * choose.
   */
  readonly choosesBetween?: readonly string[]
  /** Offices that are in force: in a bilateral only after both parties accepted (rule 14). */
  readonly offices: readonly Office[]
  /** Offices that wait for acceptance: their holder sees the logistics, not the contents. */
  readonly pendingOffices: readonly Office[]
}

/** Whether somebody holds this office, and it is in force. */
export function holdsOffice({ offices: held }: Participant, office: Office): boolean {
  return held.includes(office)
}

/** Observers draft nothing, put nothing and decide nothing, whatever office they were given. */
export function isObserver({ party }: Participant): boolean {
  return party?.role === 'observer'
}

/** Rule 13: the head, a standing deputy, or a delegate authorised for this meeting speaks for the party. */
export function hasVoice({ role, authorised }: { readonly role: PartyRole; readonly authorised: boolean }): boolean {
  switch (role) {
    case 'head':
    case 'deputy':
      return true
    case 'delegate':
      return authorised
    case 'observer':
      return false
    default:
      return role satisfies never
  }
}

/**
 * Whether somebody sits for this party and speaks for it (rule 13), also after it left the meeting: its word on what was fixed
 * before is still its own (rule 8). Of what goes on there, `voiceOf` decides.
 */
export function speaksFor({ party }: Participant, partyId: string): boolean {
  return party?.partyId === partyId && hasVoice(party)
}

/** The party that takes part in this meeting and for which somebody sits there, whatever their role; null: none. */
export function seatedFor({ party }: Participant, meeting: MeetingParties): string | null {
  if (party === null || party.left) return null
  return activeParties(meeting).includes(party.partyId) ? party.partyId : null
}

/** The party that takes part in this meeting and for which somebody speaks there (rule 13); null: none. */
export function voiceOf(by: Participant, meeting: MeetingParties): string | null {
  const partyId = seatedFor(by, meeting)
  return partyId !== null && speaksFor(by, partyId) ? partyId : null
}

/**
 * The party whose word somebody gives when what stands in the meeting is to be opened to others, or null: whoever speaks for it,
 * and does see that. A head installed later plans with the others, and opens nothing (rule 14).
 */
export function opensFor(by: Participant, meeting: MeetingParties & Age): string | null {
  return cameLater(by, meeting) ? null : voiceOf(by, meeting)
}

/**
 * The party of this meeting for which somebody answers as a whole, or null: its head or deputy says who speaks for it there,
 * and when it leaves. An authorised delegate speaks, but binds nobody else.
 */
export function leads(by: Participant, meeting: MeetingParties): string | null {
  const partyId = seatedFor(by, meeting)
  return partyId !== null && governsParty(by.group, partyId) ? partyId : null
}

/** Belongs to several parties of this meeting and sits for none of them yet. */
export function mustChoose(by: Participant, meeting: Pick<Meeting, 'parties' | 'seats'>): boolean {
  const own = activeParties(meeting).filter((partyId) => roleIn(by.group, partyId) !== null)
  return by.party === null && own.length > 1 && seatOf(meeting, by.group.personId) === null
}

/**
 * Why somebody does not speak here: they may be of several parties and have not taken a seat for one (rule 13), or speak for
 * theirs and not about this.
 */
export function voiceRefusal(
  by: Participant,
  meeting: Pick<Meeting, 'parties' | 'seats'>,
): Refusal<'choose-a-party' | 'speaks-for-no-party' | 'not-entitled'> {
  if (voiceOf(by, meeting) !== null) return { refused: 'not-entitled' }
  return { refused: mustChoose(by, meeting) ? 'choose-a-party' : 'speaks-for-no-party' }
}

/** When a meeting was made. */
export type Age = Pick<Meeting, 'createdAt'>

/** Whether somebody is at a meeting for a party that has not left, or in an office. */
export function isThere({ offices: held, party }: Participant): boolean {
  return held.length > 0 || party?.left === false
}

/** Whether somebody is at this meeting and was from its beginning, for a party or in an office; not whoever came later. */
export function takesPart(participant: Participant, meeting: Age): boolean {
  return isThere(participant) && !cameLater(participant, meeting)
}

/** Whether something was written in this meeting before somebody came, which is not opened to them (rules 14 and 15). */
export function cameLater(participant: Participant, meeting: Age): boolean {
  return seesSince(participant, meeting) !== null
}

/** Whether somebody is a head whom an organizer installed since the meeting was made, or whom such a head brought (rule 14). */
export function cameAfter({ party }: Participant, { createdAt }: Age): boolean {
  const seesFrom = party?.seesFrom ?? null
  return seesFrom !== null && seesFrom.getTime() > createdAt.getTime()
}

/**
 * The instant from which somebody sees what is written in a meeting; null: from its beginning. It is the later of two. That
 * of the person: a head whom an organizer installed since the meeting was made, and whom that head brought, sees nothing
 * older, by no office either (rule 14). That of the party: it joined when the others knew of the meeting; whoever holds an
 * office there, which was given while nothing was hidden from them, sees what the office needs.
 */
export function seesSince(participant: Participant, meeting: Age): Date | null {
  const { party, offices: held } = participant
  if (party === null) return null
  const person = cameAfter(participant, meeting) ? party.seesFrom : null
  const asParty = held.length > 0 ? null : party.partySeesFrom
  if (person === null || asParty === null) return person ?? asParty
  return person.getTime() > asParty.getTime() ? person : asParty
}

/**
 * Whether somebody came with a party that joined later: that the others know, and write with it from then on. A head whom an
 * organizer installed since sees nothing of the meeting but its logistics: whatever is said in it goes on from what was before.
 */
export function joinedLater(participant: Participant, meeting: Age): boolean {
  const since = seesSince(participant, meeting)
  return since !== null && since.getTime() === participant.party?.partySeesFrom?.getTime()
}
