/** What somebody may do in a meeting, by who they are there (`participant.ts`). */
import type { Meeting } from './meeting.ts'
import { holdsOffice, type Participant, voiceOf } from './participant.ts'

/**
 * Who sets date, place and parties: the organizer; in a multilateral also its chair, in a study session also whoever speaks
 * for its party. A bilateral that a party proposed belongs to its two parties alone, who agree on a time by offers.
 */
export function maySchedule(by: Participant, meeting: Meeting): boolean {
  switch (meeting.kind) {
    case 'study':
      return by.group.organizer || voiceOf(by, meeting) !== null
    case 'bilateral':
      return by.group.organizer && meeting.proposedByPartyId === null
    case 'multilateral':
      return by.group.organizer || holdsOffice(by, 'chair')
    default:
      return meeting.kind satisfies never
  }
}

/** Who calls a meeting off: whoever schedules it; in a bilateral also either party. */
export function mayCancel(by: Participant, meeting: Meeting): boolean {
  return maySchedule(by, meeting) || (meeting.kind === 'bilateral' && voiceOf(by, meeting) !== null)
}

/**
 * Who edits the agenda: whoever schedules, and officers once they are in force. The agenda of a bilateral is its two
 * parties' own as soon as they know of it: whoever set its date for them no longer writes in it.
 */
export function mayEditAgenda(by: Participant, meeting: Meeting): boolean {
  if (by.offices.length > 0) return true
  if (meeting.kind !== 'bilateral') return maySchedule(by, meeting)
  const drafted = meeting.state === 'draft' && meeting.proposedByPartyId === null
  return voiceOf(by, meeting) !== null || (drafted && maySchedule(by, meeting))
}

/**
 * Who opens, closes and goes from item to item: the chair. In a bilateral, which has none unless both sides accepted one,
 * also its accepted facilitator and whoever speaks for either party; in a study session whoever speaks for the party.
 */
export function mayConduct(by: Participant, meeting: Meeting): boolean {
  if (holdsOffice(by, 'chair')) return true
  switch (meeting.kind) {
    case 'study':
      return voiceOf(by, meeting) !== null
    case 'bilateral':
      return holdsOffice(by, 'facilitator') || voiceOf(by, meeting) !== null
    case 'multilateral':
      return false
    default:
      return meeting.kind satisfies never
  }
}

/** Who writes the notes of an item and says who is there: the rapporteur, and whoever conducts. */
export function mayKeepRecord(by: Participant, meeting: Meeting): boolean {
  return holdsOffice(by, 'rapporteur') || mayConduct(by, meeting)
}
