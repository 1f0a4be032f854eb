/**
 * Two parties agree on a time without anybody else (rule 1, M3): one proposes, the other accepts, declines or offers another
 * time, and so on until one accepts. A scheduled bilateral is moved in the same way.
 */

import type { CommandsOf } from '../deciding.ts'
import { isRefusal, notEntitled, type Refusal } from '../refusal.ts'
import { type SlotRefusal, slotOf } from '../zoned-time.ts'
import type { MeetingAnswer, VoiceCode } from './answer.ts'
import { type ArityRefusal, arityRefusal, countRefusal, type PartiesRefusal } from './arity.ts'
import type { MeetingRefusal, OfferCommand } from './command.ts'
import type { MeetingEvent } from './event.ts'
import { activeParties, type Meeting, type MeetingIn, type Offer } from './meeting.ts'
import { voiceOf, voiceRefusal } from './participant.ts'
import { cancelled, rescheduled } from './planning.ts'
import { seatFor } from './seats.ts'

type Negotiable = MeetingIn<'draft'> | MeetingIn<'scheduled'>
type Offering<Type extends OfferCommand['type']> = CommandsOf<OfferCommand>[Type]
type Offered = Offering<'propose' | 'offer-another-time'>

/** What decides the acts by which two parties agree on a time (rule 1). */
export const offerDeciders = {
  propose: negotiating(propose),
  'offer-another-time': negotiating(offerAnotherTime),
  accept: negotiating(accept),
  decline: negotiating(decline),
}

type NegotiatingCode = 'only-bilaterals-are-proposed' | 'meeting-over' | 'already-opened' | VoiceCode

/** Every such act belongs to a bilateral that has not begun, and is done for a party of it. */
function negotiating<Command extends OfferCommand, Code extends MeetingRefusal['refused']>(
  decide: (meeting: Negotiable, command: Command, partyId: string, now: Date) => MeetingAnswer<Code>,
) {
  return (meeting: Meeting, command: Command, now: Date): MeetingAnswer<Code> | MeetingAnswer<NegotiatingCode> => {
    if (meeting.kind !== 'bilateral') return { refused: 'only-bilaterals-are-proposed' }
    if (meeting.state !== 'draft' && meeting.state !== 'scheduled') {
      return { refused: meeting.state === 'cancelled' ? 'meeting-over' : 'already-opened', state: meeting.state }
    }
    const partyId = voiceOf(command.by, meeting)
    return partyId === null ? voiceRefusal(command.by, meeting) : decide(meeting, command, partyId, now)
  }
}

function propose(
  meeting: Negotiable,
  command: Offering<'propose'>,
  partyId: string,
  now: Date,
): MeetingAnswer<
  'meeting-not-in-draft' | 'offer-waits' | 'not-entitled' | PartiesRefusal['refused'] | SlotRefusal['refused']
> {
  if (meeting.state !== 'draft') return { refused: 'meeting-not-in-draft', state: meeting.state }
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
function offerAnotherTime(
  meeting: Negotiable,
  command: Offering<'offer-another-time'>,
  partyId: string,
  now: Date,
): MeetingAnswer<'offer-changed' | 'own-offer' | ArityRefusal['refused'] | SlotRefusal['refused']> {
  const awaitsTime = meeting.proposedByPartyId !== null
  if (meeting.state === 'draft' && meeting.offer === null && !awaitsTime) return { refused: 'offer-changed' }
  if (meeting.offer?.partyId === partyId) return { refused: 'own-offer' }
  const arity = countRefusal(meeting.kind, activeParties(meeting).length)
  if (arity !== null) return arity
  const offer = offerOf(command, partyId, now)
  return isRefusal(offer) ? offer : [...seatFor(meeting, command.by), { type: 'time-offered', offer }]
}

/** Whoever made the offer is judged now: it is the word of their party only while they speak for it (rule 13). */
function accept(
  meeting: Negotiable,
  { offerId, offerer, by }: Offering<'accept'>,
  partyId: string,
  now: Date,
): MeetingAnswer<'offer-changed' | 'own-offer' | 'in-the-past'> {
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
function decline(
  meeting: Negotiable,
  { offerId, by, reason }: Offering<'decline'>,
  partyId: string,
): MeetingAnswer<'offer-changed' | 'own-offer'> {
  const offer = offerTo(meeting, offerId, partyId)
  if (isRefusal(offer)) return offer
  const event: MeetingEvent =
    meeting.state === 'draft'
      ? cancelled(meeting, { kind: 'declined', partyId, reason })
      : { type: 'offer-declined', offerId, partyId, reason }
  return [...seatFor(meeting, by), event]
}

function offerOf({ offerId, time, message, by }: Offered, partyId: string, now: Date): Offer | SlotRefusal {
  const slot = slotOf(time, now)
  if (isRefusal(slot)) return slot
  return { id: offerId, partyId, byPersonId: by.group.personId, slot, message }
}

/** The waiting offer, if it is the one that was seen and comes from the other party. */
function offerTo(
  { offer }: Negotiable,
  offerId: string,
  partyId: string,
): Offer | Refusal<'offer-changed'> | Refusal<'own-offer'> {
  if (offer === null || offer.id !== offerId) return { refused: 'offer-changed' }
  return offer.partyId === partyId ? { refused: 'own-offer' } : offer
}
