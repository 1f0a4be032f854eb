/** Who sits for whom (rule 13), and which delegates speak for their party in this meeting. */
import { type MeetingStanding, roleIn } from '../access.ts'
import { notEntitled } from '../refusal.ts'
import type { MeetingRefusal, SeatCommand } from './command.ts'
import type { MeetingEvent } from './event.ts'
import { activeParties, type Meeting } from './meeting.ts'
import { leads, maySchedule, seatOf, speaksFor } from './standing.ts'

type Answer = readonly MeetingEvent[] | MeetingRefusal

export function decideSeat(meeting: Meeting, command: SeatCommand): Answer {
  if (meeting.state === 'cancelled' || meeting.state === 'agreed')
    return { refused: 'meeting-over', state: meeting.state }
  switch (command.type) {
    case 'take-seat':
      return takeSeat(meeting, command)
    case 'give-up-seat':
      return giveUpSeat(meeting, command.by, command.personId)
    case 'authorise':
      return authorise(meeting, command)
    default:
      return command satisfies never
  }
}

/**
 * The seat that an act for a party takes along, so that nobody speaks for one side and later for the other. Append it to
 * every such act: a stance, an offer, coming in. Empty: already seated, or sits for no party. A study session has no other
 * side, and a seat there makes a decider of its holder (rule 6): it is only ever given by name.
 */
export function seatFor(meeting: Meeting, by: MeetingStanding): readonly MeetingEvent[] {
  const { personId } = by.group
  if (meeting.kind === 'study' || by.party === null || seatOf(meeting, personId) !== null) return []
  return [{ type: 'seat-taken', personId, partyId: by.party.partyId }]
}

/** Taken for oneself, or given by those who speak for the party; in a study session whoever plans it names who takes part. */
function takeSeat(meeting: Meeting, { by, who, partyId }: Extract<SeatCommand, { type: 'take-seat' }>): Answer {
  if (!activeParties(meeting).includes(partyId)) return { refused: 'party-not-in-meeting' }
  if (!maySeat(meeting, by, who?.group.personId, partyId)) return notEntitled
  if (who === null || roleIn(who.group, partyId) === null) return { refused: 'not-a-member' }
  const { personId } = who.group
  const seat = seatOf(meeting, personId)
  if (seat === null) return [{ type: 'seat-taken', personId, partyId }]
  return seat.partyId === partyId ? [] : { refused: 'sits-for-another-party', partyId: seat.partyId }
}

function maySeat(meeting: Meeting, by: MeetingStanding, personId: string | undefined, partyId: string): boolean {
  if (meeting.kind === 'study') return maySchedule(by, meeting)
  return by.group.personId === personId || speaksFor(by, partyId, meeting) || leads(by, meeting) === partyId
}

function giveUpSeat(meeting: Meeting, by: MeetingStanding, personId: string): Answer {
  const planned = meeting.state === 'draft' || meeting.state === 'scheduled'
  if (meeting.kind !== 'study' || !planned) return { refused: 'seat-is-kept' }
  if (by.group.personId !== personId && !maySchedule(by, meeting)) return notEntitled
  const seat = seatOf(meeting, personId)
  return seat === null ? { refused: 'not-seated' } : [{ type: 'seat-given-up', personId, partyId: seat.partyId }]
}

/** Head or deputy lets one of the party's delegates speak for it in this meeting, or no longer. */
function authorise(meeting: Meeting, { by, who, authorised }: Extract<SeatCommand, { type: 'authorise' }>): Answer {
  const partyId = leads(by, meeting)
  if (partyId === null) return notEntitled
  if (who === null || roleIn(who.group, partyId) !== 'delegate') return { refused: 'not-a-delegate' }
  const { personId } = who.group
  const seat = seatOf(meeting, personId)
  if (seat !== null && seat.partyId !== partyId) return { refused: 'sits-for-another-party', partyId: seat.partyId }
  if ((seat?.authorised ?? false) === authorised) return []
  const taken: readonly MeetingEvent[] = seat === null ? [{ type: 'seat-taken', personId, partyId }] : []
  return [...taken, { type: 'authorisation-changed', personId, partyId, authorised }]
}
