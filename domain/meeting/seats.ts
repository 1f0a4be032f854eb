/**
 * Who sits for whom (rule 13), and which delegates speak for their party in this meeting. In a study session a seat makes a
 * decider of its holder (rule 6): its participants are named by the party's head or a deputy, and by nobody for them. An
 * organizer may propose some, which makes nobody a participant.
 */

import { roleIn } from '../party/membership.ts'
import { notEntitled, type Refusal } from '../refusal.ts'
import type { MeetingAnswer } from './answer.ts'
import type { MeetingRefusal, SeatCommand } from './command.ts'
import type { MeetingEvent } from './event.ts'
import { activeParties, isOver, type Meeting, type SeatProposal, seatOf } from './meeting.ts'
import { leads, type Participant, voiceOf } from './participant.ts'

type Seating<Type extends SeatCommand['type']> = Extract<SeatCommand, { type: Type }>

/** What decides who sits for whom, and who speaks for their party (rule 13). */
export const seatDeciders = {
  'take-seat': untilItIsOver(takeSeat),
  'seat-everybody': untilItIsOver(seatEverybody),
  'give-up-seat': untilItIsOver(giveUpSeat),
  'propose-seat': untilItIsOver(proposeSeat),
  'end-seat-proposal': untilItIsOver(endProposal),
  authorise: untilItIsOver(authorise),
}

function untilItIsOver<Command, Code extends MeetingRefusal['refused']>(
  decide: (meeting: Meeting, command: Command) => MeetingAnswer<Code>,
) {
  return (meeting: Meeting, command: Command): MeetingAnswer<Code> | MeetingAnswer<'meeting-over'> =>
    isOver(meeting) ? { refused: 'meeting-over', state: meeting.state } : decide(meeting, command)
}

/**
 * The seat that an act for a party takes along, so that nobody speaks for one side and later for the other. Append it to
 * every such act: a stance, an offer, coming in. Empty: already seated, or sits for no party. A study session has no other
 * side, and a seat there makes a decider of its holder (rule 6): it is only ever given by name.
 */
export function seatFor(meeting: Meeting, by: Participant): readonly MeetingEvent[] {
  const { personId } = by.group
  if (meeting.kind === 'study' || by.party === null || seatOf(meeting, personId) !== null) return []
  return [{ type: 'seat-taken', personId, partyId: by.party.partyId }]
}

/** Taken for oneself, or given by those who speak for the party; in a study session its head or a deputy names who takes part. */
function takeSeat(
  meeting: Meeting,
  { by, who, partyId }: Seating<'take-seat'>,
): MeetingAnswer<'party-not-in-meeting' | 'not-entitled' | ParticipantCode | 'sits-for-another-party'> {
  if (!activeParties(meeting).includes(partyId)) return { refused: 'party-not-in-meeting' }
  if (!maySeat(meeting, by, who?.group.personId, partyId)) return notEntitled
  const refusal = participantRefusal(meeting, who, partyId)
  if (refusal !== null || who === null) return refusal ?? { refused: 'not-a-member' }
  const { personId } = who.group
  const seat = seatOf(meeting, personId)
  if (seat === null) return [{ type: 'seat-taken', personId, partyId }]
  return seat.partyId === partyId ? [] : { refused: 'sits-for-another-party', partyId: seat.partyId }
}

/** Everybody of the party who may decide in a study session, in one act of its head or deputy; who is named already stays so. */
function seatEverybody(
  meeting: Meeting,
  { by, people, partyId }: Seating<'seat-everybody'>,
): MeetingAnswer<'only-in-study-sessions' | 'party-not-in-meeting' | 'not-entitled'> {
  if (meeting.kind !== 'study') return { refused: 'only-in-study-sessions' }
  if (!activeParties(meeting).includes(partyId)) return { refused: 'party-not-in-meeting' }
  if (leads(by, meeting) !== partyId) return notEntitled
  return people
    .filter(({ personId, role }) => role !== 'observer' && seatOf(meeting, personId) === null)
    .map(({ personId }) => ({ type: 'seat-taken', personId, partyId }))
}

function maySeat(meeting: Meeting, by: Participant, personId: string | undefined, partyId: string): boolean {
  if (meeting.kind === 'study') return leads(by, meeting) === partyId
  return by.group.personId === personId || voiceOf(by, meeting) === partyId || leads(by, meeting) === partyId
}

type ParticipantCode = 'not-a-member' | 'observer-decides-nothing'

function participantRefusal(
  { kind }: Meeting,
  who: Participant | null,
  partyId: string,
): Refusal<ParticipantCode> | null {
  const role = who && roleIn(who.group, partyId)
  if (role === null) return { refused: 'not-a-member' }
  return kind === 'study' && role === 'observer' ? { refused: 'observer-decides-nothing' } : null
}

function giveUpSeat(
  meeting: Meeting,
  { by, personId }: Seating<'give-up-seat'>,
): MeetingAnswer<'seat-is-kept' | 'not-entitled' | 'not-seated'> {
  const planned = meeting.state === 'draft' || meeting.state === 'scheduled'
  if (meeting.kind !== 'study' || !planned) return { refused: 'seat-is-kept' }
  const seat = seatOf(meeting, personId)
  const own = by.group.personId === personId
  if (!own && (seat === null ? leads(by, meeting) === null : leads(by, meeting) !== seat.partyId)) return notEntitled
  return seat === null ? { refused: 'not-seated' } : [{ type: 'seat-given-up', personId, partyId: seat.partyId }]
}

/** Who may propose participants of a study session: an organizer who does not name them as its party's head or deputy. */
function mayProposeSeats(by: Participant, meeting: Meeting): boolean {
  return meeting.kind === 'study' && by.group.organizer && leads(by, meeting) === null
}

function proposeSeat(
  meeting: Meeting,
  { by, who, partyId }: Seating<'propose-seat'>,
): MeetingAnswer<
  'only-in-study-sessions' | 'not-entitled' | 'party-not-in-meeting' | ParticipantCode | 'seat-proposed-already'
> {
  if (meeting.kind !== 'study') return { refused: 'only-in-study-sessions' }
  if (!mayProposeSeats(by, meeting)) return notEntitled
  if (!activeParties(meeting).includes(partyId)) return { refused: 'party-not-in-meeting' }
  const refusal = participantRefusal(meeting, who, partyId)
  if (refusal !== null || who === null) return refusal ?? { refused: 'not-a-member' }
  const { personId } = who.group
  if (seatOf(meeting, personId) !== null) return []
  if (proposalOf(meeting, personId) !== null) return { refused: 'seat-proposed-already' }
  return [{ type: 'seat-proposed', personId, partyId, proposedById: by.group.personId }]
}

/** The party's head or deputy does not take it up; an organizer takes it back; and whoever is proposed says no. */
function endProposal(
  meeting: Meeting,
  { by, personId }: Seating<'end-seat-proposal'>,
): MeetingAnswer<'not-entitled' | 'no-seat-proposed'> {
  const proposal = proposalOf(meeting, personId)
  const ends = by.group.organizer || by.group.personId === personId || leads(by, meeting) !== null
  if (!ends) return notEntitled
  if (proposal === null) return { refused: 'no-seat-proposed' }
  return [{ type: 'seat-proposal-ended', personId, partyId: proposal.partyId }]
}

function proposalOf(meeting: Meeting, personId: string): SeatProposal | null {
  return meeting.seatProposals.find((proposal) => proposal.personId === personId) ?? null
}

/** Head or deputy lets one of the party's delegates speak for it in this meeting, or no longer. */
function authorise(
  meeting: Meeting,
  { by, who, authorised }: Seating<'authorise'>,
): MeetingAnswer<'not-entitled' | 'not-a-delegate' | 'sits-for-another-party'> {
  const partyId = leads(by, meeting)
  if (partyId === null) return notEntitled
  if (who === null || roleIn(who.group, partyId) !== 'delegate') return { refused: 'not-a-delegate' }
  const { personId } = who.group
  const seat = seatOf(meeting, personId)
  if (seat !== null && seat.partyId !== partyId) return { refused: 'sits-for-another-party', partyId: seat.partyId }
  if ((seat?.authorised ?? false) === authorised) return []
  const taken: readonly MeetingEvent[] = seat === null ? [{ type: 'seat-taken', personId, partyId }] : []
  const changed: MeetingEvent = { type: 'authorisation-changed', personId, partyId, authorised }
  return authorised ? [...taken, changed] : [changed, ...offersOf(meeting, personId)]
}

/** What somebody offered who does not speak for their party any more. */
function offersOf(meeting: Meeting, personId: string): readonly MeetingEvent[] {
  const offer = meeting.state === 'draft' || meeting.state === 'scheduled' ? meeting.offer : null
  return offer?.byPersonId === personId ? [{ type: 'offer-withdrawn', offerId: offer.id }] : []
}
