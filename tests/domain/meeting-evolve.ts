/** The meeting after what happened. */
import type { MeetingEvent } from '#domain/meeting/event.ts'
import {
  joining,
  type Meeting,
  type MeetingFrame,
  type MeetingIn,
  type MeetingParty,
  type OfficeHolder,
  type Seat,
} from '#domain/meeting/meeting.ts'

/** Applies one event that `decide` returned for this meeting, at the instant for which it was asked. */
export function evolve(meeting: Meeting, event: MeetingEvent, at: Date): Meeting {
  switch (event.type) {
    case 'proposed':
      return { ...expect(meeting, 'draft'), proposedByPartyId: event.offer.partyId, offer: event.offer }
    case 'time-offered':
      return { ...negotiable(meeting), offer: event.offer }
    case 'offer-declined':
    case 'offer-withdrawn':
      return { ...negotiable(meeting), offer: null }
    case 'scheduled':
      return { ...frameOf(meeting), state: 'scheduled', slot: event.slot, offer: null }
    case 'rescheduled':
      return { ...withSequence(meeting, event), state: 'scheduled', slot: event.to, offer: null }
    case 'cancelled': {
      const slot = meeting.state === 'draft' || meeting.state === 'cancelled' ? null : meeting.slot
      return { ...withSequence(meeting, event), state: 'cancelled', slot, cancelledAt: at }
    }
    case 'opened': {
      const { slot } = expect(meeting, 'scheduled')
      return { ...frameOf(meeting), state: 'open', slot, openedAt: at, currentItemId: null, present: [] }
    }
    case 'came':
    case 'left':
    case 'item-started':
    case 'item-closed':
      return evolveOpen(expect(meeting, 'open'), event)
    case 'closed': {
      const { slot, openedAt } = expect(meeting, 'open')
      return { ...frameOf(meeting), state: 'closed', slot, openedAt, closedAt: at }
    }
    case 'record-agreed': {
      const { slot, openedAt, closedAt } = expect(meeting, 'closed')
      return { ...frameOf(meeting), state: 'agreed', slot, openedAt, closedAt, agreedAt: at }
    }
    default:
      return { ...meeting, ...evolveFrame(meeting, event, at) }
  }
}

type OpenEvent = Extract<MeetingEvent, { type: 'came' | 'left' | 'item-started' | 'item-closed' }>

function evolveOpen(meeting: MeetingIn<'open'>, event: OpenEvent): Meeting {
  switch (event.type) {
    case 'came': {
      const { personId, partyId } = event
      return { ...meeting, present: [...meeting.present, { personId, partyId }] }
    }
    case 'left':
      return { ...meeting, present: meeting.present.filter(({ personId }) => personId !== event.personId) }
    case 'item-started':
      return { ...meeting, currentItemId: event.itemId }
    case 'item-closed':
      return { ...meeting, currentItemId: null }
    default:
      return event satisfies never
  }
}

type FrameEvent = Extract<
  MeetingEvent,
  {
    type:
      | 'parties-changed'
      | 'earlier-opened'
      | 'earlier-closed'
      | 'venue-changed'
      | 'seat-taken'
      | 'seat-given-up'
      | 'seat-proposed'
      | 'seat-proposal-ended'
      | 'authorisation-changed'
      | 'office-appointed'
      | 'office-accepted'
      | 'office-ended'
      | 'party-left'
  }
>

function evolveFrame(meeting: Meeting, event: FrameEvent, at: Date): Partial<MeetingFrame> {
  switch (event.type) {
    case 'parties-changed': {
      const { added, removed, since } = event
      const gone = since === null ? [...removed, ...added] : added
      const kept = meeting.parties
        .filter(({ partyId }) => !gone.includes(partyId))
        .map((party) => (removed.includes(party.partyId) ? { ...party, leftAt: at, openedBy: [] } : party))
      const seats = meeting.seats.filter(({ partyId }) => !removed.includes(partyId))
      const seatProposals = meeting.seatProposals.filter(({ partyId }) => !removed.includes(partyId))
      const joined = added.map((partyId) => ({ ...joining(partyId, since), ...firstCame(meeting, partyId, since) }))
      return { seats, seatProposals, parties: [...kept, ...joined] }
    }
    case 'earlier-opened':
    case 'earlier-closed':
      return {
        parties: meeting.parties.map((party) => (party.partyId === event.partyId ? opened(party, event) : party)),
      }
    case 'venue-changed':
      return { venue: event.to, calendarSequence: event.calendarSequence }
    case 'seat-taken':
    case 'seat-given-up':
    case 'authorisation-changed':
      return { seats: seatsAfter(meeting.seats, event), seatProposals: withoutProposal(meeting, event) }
    case 'seat-proposed': {
      const { personId, partyId, proposedById } = event
      return { seatProposals: [...meeting.seatProposals, { personId, partyId, proposedById }] }
    }
    case 'seat-proposal-ended':
      return { seatProposals: withoutProposal(meeting, event) }
    case 'office-appointed':
    case 'office-accepted':
    case 'office-ended':
      return { offices: officesAfter(meeting.offices, event, at) }
    case 'party-left':
      return {
        parties: meeting.parties.map((party) => (party.partyId === event.partyId ? { ...party, leftAt: at } : party)),
      }
    default:
      return event satisfies never
  }
}

/** Whoever comes back has been there before. */
function firstCame({ parties }: Meeting, partyId: string, since: Date | null): Partial<MeetingParty> {
  const before = parties.find((party) => party.partyId === partyId)
  return since === null || before === undefined ? {} : { joinedAt: before.joinedAt }
}

function withoutProposal({ seatProposals }: Meeting, { personId }: { readonly personId: string }) {
  return seatProposals.filter((proposal) => proposal.personId !== personId)
}

function opened(party: MeetingParty, event: Extract<FrameEvent, { byPartyId: string }>): MeetingParty {
  if (event.inForce) return { ...party, seesFrom: null, openedBy: [] }
  const others = party.openedBy.filter((partyId) => partyId !== event.byPartyId)
  return { ...party, openedBy: event.type === 'earlier-opened' ? [...others, event.byPartyId] : others }
}

type SeatEvent = Extract<FrameEvent, { type: 'seat-taken' | 'seat-given-up' | 'authorisation-changed' }>

function seatsAfter(seats: readonly Seat[], event: SeatEvent): readonly Seat[] {
  const { personId, partyId } = event
  const others = seats.filter((seat) => seat.personId !== personId)
  if (event.type === 'seat-given-up') return others
  return [...others, { personId, partyId, authorised: event.type === 'authorisation-changed' && event.authorised }]
}

type OfficeEvent = Extract<FrameEvent, { type: 'office-appointed' | 'office-accepted' | 'office-ended' }>

function officesAfter(offices: readonly OfficeHolder[], event: OfficeEvent, at: Date): readonly OfficeHolder[] {
  const others = offices.filter((holder) => holder.office !== event.office)
  if (event.type === 'office-ended') return others
  const { office, personId } = event
  const before = offices.find((holder) => holder.office === office)?.acceptedBy ?? []
  const acceptedBy = event.type === 'office-appointed' ? event.acceptedBy : [...before, event.partyId]
  return [...others, { office, personId, acceptedBy, activeFrom: event.inForce ? at : null }]
}

function frameOf(meeting: Meeting): MeetingFrame {
  const { id, kind, createdAt, parties, seats, seatProposals, offices, venue, written } = meeting
  const { proposedByPartyId, calendarSequence } = meeting
  return {
    id,
    kind,
    createdAt,
    parties,
    seats,
    seatProposals,
    offices,
    venue,
    written,
    proposedByPartyId,
    calendarSequence,
  }
}

function withSequence(meeting: Meeting, { calendarSequence }: { readonly calendarSequence: number }): MeetingFrame {
  return { ...frameOf(meeting), calendarSequence }
}

function expect<State extends Meeting['state']>(meeting: Meeting, state: State): MeetingIn<State> {
  if (meeting.state !== state)
    throw new Error(`A ${meeting.state} meeting cannot follow this event; it needs ${state}.`)
  return meeting as MeetingIn<State>
}

function negotiable(meeting: Meeting): MeetingIn<'draft'> | MeetingIn<'scheduled'> {
  return meeting.state === 'draft' ? meeting : expect(meeting, 'scheduled')
}
