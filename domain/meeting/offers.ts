/**
 * Two parties agree on a time without anybody else (rule 1, M3): one proposes, the other accepts, declines or offers another
 * time, and so on until one accepts. A scheduled bilateral is moved in the same way.
 */

import { isRefusal, notEntitled } from '../refusal.ts'
import { type PlannedTime, slotOf } from '../zoned-time.ts'
import { arityRefusal } from './arity.ts'
import type { MeetingRefusal, OfferCommand } from './command.ts'
import type { MeetingEvent } from './event.ts'
import { activeParties, type Meeting, type MeetingIn, type Offer } from './meeting.ts'
import { type Participant, voiceOf, voiceRefusal } from './participant.ts'
import { cancelled, rescheduled } from './planning.ts'
import { seatFor } from './seats.ts'

type Answer = readonly MeetingEvent[] | MeetingRefusal
type Negotiable = MeetingIn<'draft'> | MeetingIn<'scheduled'>
type Offering = Extract<OfferCommand, { time: PlannedTime }>

/** Decides an act by which two parties agree on a time (rule 1). */
export function decideOffer(meeting: Meeting, command: OfferCommand, now: Date): Answer {
  if (meeting.kind !== 'bilateral') return { refused: 'only-bilaterals-are-proposed' }
  if (meeting.state !== 'draft' && meeting.state !== 'scheduled') {
    return { refused: meeting.state === 'cancelled' ? 'meeting-over' : 'already-opened', state: meeting.state }
  }
  const partyId = voiceOf(command.by, meeting)
  if (partyId === null) return voiceRefusal(command.by, meeting)
  switch (command.type) {
    case 'propose':
      return meeting.state === 'draft' ? propose(meeting, command, partyId, now) : notADraft(meeting)
    case 'offer-another-time':
      return offerAnotherTime(meeting, command, partyId, now)
    case 'accept':
      return accept(meeting, command, partyId, now)
    case 'decline':
      return decline(meeting, command.offerId, partyId, command.by, command.reason)
    default:
      return command satisfies never
  }
}

function propose(meeting: MeetingIn<'draft'>, command: Offering, partyId: string, now: Date): Answer {
  if (meeting.offer !== null) return { refused: 'offer-waits' }
  if (!command.by.madeIt) return notEntitled
  const arity = arityRefusal(meeting.kind, activeParties(meeting))
  if (arity !== null) return arity
  const offer = offerOf(command, partyId, now)
  return isRefusal(offer) ? offer : [...seatFor(meeting, command.by), { type: 'proposed', offer }]
}

/**
 * In a draft it answers the other's offer; in a scheduled bilateral either party may begin, and so it is with one that was
 * made for what another carried over and that nobody has offered a time for yet.
 */
function offerAnotherTime(meeting: Negotiable, command: Offering, partyId: string, now: Date): Answer {
  const awaitsTime = meeting.proposedByPartyId !== null
  if (meeting.state === 'draft' && meeting.offer === null && !awaitsTime) return { refused: 'offer-changed' }
  if (meeting.offer?.partyId === partyId) return { refused: 'own-offer' }
  const arity = arityRefusal(meeting.kind, activeParties(meeting))
  if (arity !== null) return arity
  const offer = offerOf(command, partyId, now)
  return isRefusal(offer) ? offer : [...seatFor(meeting, command.by), { type: 'time-offered', offer }]
}

/** Whoever made the offer is judged now: it is the word of their party only while they speak for it (rule 13). */
function accept(
  meeting: Negotiable,
  { offerId, offerer, by }: Extract<OfferCommand, { type: 'accept' }>,
  partyId: string,
  now: Date,
): Answer {
  const offer = offerTo(meeting, offerId, partyId)
  if (isRefusal(offer)) return offer
  if (offerer === null || voiceOf(offerer, meeting) !== offer.partyId) return { refused: 'offer-changed' }
  const { slot } = offer
  const { startsAt, timeZone } = slot
  if (startsAt.getTime() < now.getTime()) return { refused: 'in-the-past', startsAt, timeZone }
  const event: MeetingEvent =
    meeting.state === 'draft'
      ? { type: 'scheduled', slot, acceptedBy: partyId, warnings: [] }
      : rescheduled(meeting, meeting.slot, slot, { acceptedBy: partyId, reason: offer.message })
  return [...seatFor(meeting, by), event]
}

/** Declining a proposal ends it; declining another time leaves the set one as it is. */
function decline(meeting: Negotiable, offerId: string, partyId: string, by: Participant, reason: string): Answer {
  const offer = offerTo(meeting, offerId, partyId)
  if (isRefusal(offer)) return offer
  const event: MeetingEvent =
    meeting.state === 'draft'
      ? cancelled(meeting, { kind: 'declined', partyId, reason })
      : { type: 'offer-declined', offerId, partyId, reason }
  return [...seatFor(meeting, by), event]
}

function offerOf({ offerId, time, message, by }: Offering, partyId: string, now: Date): Offer | MeetingRefusal {
  const slot = slotOf(time, now)
  if (isRefusal(slot)) return slot
  return { id: offerId, partyId, byPersonId: by.group.personId, slot, message }
}

/** The waiting offer, if it is the one that was seen and comes from the other party. */
function offerTo({ offer }: Negotiable, offerId: string, partyId: string): Offer | MeetingRefusal {
  if (offer === null || offer.id !== offerId) return { refused: 'offer-changed' }
  return offer.partyId === partyId ? { refused: 'own-offer' } : offer
}

function notADraft({ state }: Negotiable): MeetingRefusal {
  return { refused: 'meeting-not-in-draft', state }
}
