/**
 * Chair, facilitator and rapporteur. In a multilateral the organizer appoints the chair, and either appoints the others. In a
 * bilateral and in a study session nobody holds an office before all its parties have accepted (rule 14).
 */
import type { MeetingStanding, Office } from '../access.ts'
import { notEntitled } from '../refusal.ts'
import type { MeetingRefusal, OfficeCommand } from './command.ts'
import type { MeetingEvent } from './event.ts'
import { activeParties, type Meeting, type OfficeHolder } from './meeting.ts'
import { seatFor } from './seats.ts'
import { maySchedule, voiceOf, voiceRefusal } from './standing.ts'

type Answer = readonly MeetingEvent[] | MeetingRefusal

export function decideOffice(meeting: Meeting, command: OfficeCommand): Answer {
  if (meeting.state === 'cancelled' || meeting.state === 'agreed')
    return { refused: 'meeting-over', state: meeting.state }
  switch (command.type) {
    case 'appoint':
      return appoint(meeting, command.by, command.office, command.personId)
    case 'accept-office':
      return acceptOffice(meeting, command.by, command.office)
    case 'end-office':
      return endOffice(meeting, command.by, command.office)
    default:
      return command satisfies never
  }
}

/** Who may appoint to an office. */
export function mayAppoint(by: MeetingStanding, office: Office, meeting: Meeting): boolean {
  if (meeting.kind !== 'multilateral') return maySchedule(by, meeting) || voiceOf(by, meeting) !== null
  return by.group.organizer || (office !== 'chair' && by.offices.includes('chair'))
}

/** A party that appoints has accepted by doing so. */
function appoint(meeting: Meeting, by: MeetingStanding, office: Office, personId: string): Answer {
  if (!mayAppoint(by, office, meeting)) return notEntitled
  if (holderOf(meeting, office) !== null) return { refused: 'office-taken' }
  const voice = meeting.kind === 'multilateral' ? null : voiceOf(by, meeting)
  const acceptedBy = voice === null ? [] : [voice]
  const seat = voice === null ? [] : seatFor(meeting, by)
  return [...seat, { type: 'office-appointed', office, personId, acceptedBy, inForce: suffices(meeting, acceptedBy) }]
}

function acceptOffice(meeting: Meeting, by: MeetingStanding, office: Office): Answer {
  const partyId = voiceOf(by, meeting)
  if (partyId === null) return voiceRefusal(by, meeting)
  const holder = holderOf(meeting, office)
  if (holder === null) return { refused: 'office-vacant' }
  if (holder.activeFrom !== null || holder.acceptedBy.includes(partyId)) return { refused: 'office-already-accepted' }
  const inForce = suffices(meeting, [...holder.acceptedBy, partyId])
  const { personId } = holder
  return [...seatFor(meeting, by), { type: 'office-accepted', office, personId, partyId, inForce }]
}

function endOffice(meeting: Meeting, by: MeetingStanding, office: Office): Answer {
  const holder = holderOf(meeting, office)
  const own = holder?.personId === by.group.personId
  if (!own && !mayEnd(by, office, holder?.activeFrom ?? null, meeting)) return notEntitled
  if (holder === null) return { refused: 'office-vacant' }
  return [{ type: 'office-ended', office, personId: holder.personId }]
}

/** Either party withdraws its trust alone; an organizer takes back an appointment only before the parties accepted it. */
function mayEnd(by: MeetingStanding, office: Office, activeFrom: Date | null, meeting: Meeting): boolean {
  if (!mayAppoint(by, office, meeting)) return false
  return meeting.kind === 'multilateral' || activeFrom === null || voiceOf(by, meeting) !== null
}

function suffices(meeting: Meeting, acceptedBy: readonly string[]): boolean {
  return meeting.kind === 'multilateral' || activeParties(meeting).every((partyId) => acceptedBy.includes(partyId))
}

function holderOf(meeting: Meeting, office: Office): OfficeHolder | null {
  return meeting.offices.find((holder) => holder.office === office) ?? null
}
