/** What somebody may do in a meeting. `decide` and the views ask the same functions. */
import { cameLater, governsParty, type MeetingStanding, roleIn, speaksForParty } from '../access.ts'
import { notEntitled, type Refusal } from '../refusal.ts'
import { activeParties, type Meeting, type Seat } from './meeting.ts'

/** Speaks (rule 13) for this party, sits for it and no other, and it is still in the meeting. */
export function speaksFor(by: MeetingStanding, partyId: string, meeting: Meeting): boolean {
  return speaksForParty(by) && by.party?.partyId === partyId && activeParties(meeting).includes(partyId)
}

/** The party of this meeting for which somebody speaks, or null. */
export function voiceOf(by: MeetingStanding, meeting: Meeting): string | null {
  const partyId = by.party?.partyId
  return partyId !== undefined && speaksFor(by, partyId, meeting) ? partyId : null
}

/**
 * The party whose word somebody gives when what stands in the meeting is to be opened to others, or null: whoever speaks for it,
 * and does see that. A head installed later plans with the others, and opens nothing (rule 14).
 */
export function opensFor(by: MeetingStanding, meeting: Meeting): string | null {
  return cameLater(by, meeting) ? null : voiceOf(by, meeting)
}

/**
 * Why somebody does not speak here: they may be of several parties and have not taken a seat for one (rule 13), or speak for
 * theirs and not about this.
 */
export function voiceRefusal(
  by: MeetingStanding,
  meeting: Meeting,
): Refusal<'choose-a-party' | 'speaks-for-no-party' | 'not-entitled'> {
  if (voiceOf(by, meeting) !== null) return notEntitled
  return { refused: mustChoose(by, meeting) ? 'choose-a-party' : 'speaks-for-no-party' }
}

/** Belongs to several parties of this meeting and sits for none of them yet. */
export function mustChoose(by: MeetingStanding, meeting: Meeting): boolean {
  const own = activeParties(meeting).filter((partyId) => roleIn(by.group, partyId) !== null)
  return by.party === null && own.length > 1 && seatOf(meeting, by.group.personId) === null
}

/**
 * The party of this meeting for which somebody answers as a whole, or null: its head or deputy says who speaks for it there,
 * and when it leaves. An authorised delegate speaks, but binds nobody else.
 */
export function leads(by: MeetingStanding, meeting: Meeting): string | null {
  const partyId = by.party?.partyId
  return partyId !== undefined && governsParty(by.group, partyId) && activeParties(meeting).includes(partyId)
    ? partyId
    : null
}

/**
 * Who sets date, place and parties: the organizer; in a multilateral also its chair, in a study session also whoever speaks
 * for its party. A bilateral that a party proposed belongs to its two parties alone, who agree on a time by offers.
 */
export function maySchedule(by: MeetingStanding, meeting: Meeting): boolean {
  switch (meeting.kind) {
    case 'study':
      return by.group.organizer || voiceOf(by, meeting) !== null
    case 'bilateral':
      return by.group.organizer && meeting.proposedByPartyId === null
    case 'multilateral':
      return by.group.organizer || by.offices.includes('chair')
    default:
      return meeting.kind satisfies never
  }
}

/** Who calls a meeting off: whoever schedules it; in a bilateral also either party. */
export function mayCancel(by: MeetingStanding, meeting: Meeting): boolean {
  return maySchedule(by, meeting) || (meeting.kind === 'bilateral' && voiceOf(by, meeting) !== null)
}

/**
 * Who edits the agenda: whoever schedules, and officers once they are in force. The agenda of a bilateral is its two
 * parties' own as soon as they know of it: whoever set its date for them no longer writes in it.
 */
export function mayEditAgenda(by: MeetingStanding, meeting: Meeting): boolean {
  if (by.offices.length > 0) return true
  if (meeting.kind !== 'bilateral') return maySchedule(by, meeting)
  const drafted = meeting.state === 'draft' && meeting.proposedByPartyId === null
  return voiceOf(by, meeting) !== null || (drafted && maySchedule(by, meeting))
}

/**
 * Who opens, closes and goes from item to item: the chair. In a bilateral, which has none unless both sides accepted one,
 * also its accepted facilitator and whoever speaks for either party; in a study session whoever speaks for the party.
 */
export function mayConduct(by: MeetingStanding, meeting: Meeting): boolean {
  if (by.offices.includes('chair')) return true
  switch (meeting.kind) {
    case 'study':
      return voiceOf(by, meeting) !== null
    case 'bilateral':
      return by.offices.includes('facilitator') || voiceOf(by, meeting) !== null
    case 'multilateral':
      return false
    default:
      return meeting.kind satisfies never
  }
}

/** Who writes the notes of an item and says who is there: the rapporteur, and whoever conducts. */
export function mayKeepRecord(by: MeetingStanding, meeting: Meeting): boolean {
  return by.offices.includes('rapporteur') || mayConduct(by, meeting)
}

/** Somebody's seat, or null. */
export function seatOf(meeting: Meeting, personId: string): Seat | null {
  return meeting.seats.find((seat) => seat.personId === personId) ?? null
}
