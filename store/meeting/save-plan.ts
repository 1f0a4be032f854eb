/** Time, place and calling off. */
import type { MeetingEvent } from '#domain/meeting/event.ts'
import type { Offer } from '#domain/meeting/meeting.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { exactlyOne, type SavingFor } from './save.ts'

type PlanEvent = Extract<
  MeetingEvent,
  {
    type:
      | 'proposed'
      | 'time-offered'
      | 'offer-declined'
      | 'offer-withdrawn'
      | 'scheduled'
      | 'rescheduled'
      | 'venue-changed'
      | 'cancelled'
  }
>

/** Writes what happened to the plan of a meeting: its time, its place, and the offers of its parties. */
export async function savePlanEvent(tx: Tx, acting: SavingFor, event: PlanEvent, at: Date): Promise<void> {
  const id = acting.meetingId
  switch (event.type) {
    case 'proposed':
      await tx.meeting.update({ where: { id }, data: { proposedByPartyId: event.offer.partyId, ...event.offer.slot } })
      return keepOffer(tx, acting, event.offer, at)
    case 'time-offered':
      await answerOffers(tx, acting, 'replaced', at)
      // While nothing is agreed, lists show the time that is spoken of.
      await tx.meeting.updateMany({ where: { id, state: 'draft' }, data: event.offer.slot })
      return keepOffer(tx, acting, event.offer, at)
    case 'offer-declined':
      return answerOffers(tx, acting, 'declined', at)
    case 'offer-withdrawn':
      return answerOffers(tx, acting, 'withdrawn', at)
    case 'scheduled':
      await answerOffers(tx, acting, 'accepted', at)
      return exactlyOne(
        await tx.meeting.updateMany({ where: { id, state: 'draft' }, data: { state: 'scheduled', ...event.slot } }),
      )
    case 'rescheduled': {
      await answerOffers(tx, acting, event.acceptedBy === null ? 'replaced' : 'accepted', at)
      const data = { ...event.to, calendarSequence: event.calendarSequence }
      return exactlyOne(await tx.meeting.updateMany({ where: { id, state: 'scheduled' }, data }))
    }
    case 'venue-changed': {
      const data = { ...event.to, calendarSequence: event.calendarSequence }
      await tx.meeting.update({ where: { id }, data })
      return
    }
    case 'cancelled':
      return cancel(tx, acting, event, at)
    default:
      return event satisfies never
  }
}

async function cancel(
  tx: Tx,
  acting: SavingFor,
  { cause, calendarSequence }: Extract<PlanEvent, { type: 'cancelled' }>,
  at: Date,
): Promise<void> {
  await answerOffers(tx, acting, cause.kind === 'declined' ? 'declined' : 'replaced', at)
  exactlyOne(
    await tx.meeting.updateMany({
      where: { id: acting.meetingId, state: { in: ['draft', 'scheduled'] } },
      data: {
        state: 'cancelled',
        cancelledAt: at,
        cancelReason: cause.kind === 'party-left' ? '' : cause.reason,
        calendarSequence,
      },
    }),
  )
}

async function keepOffer(tx: Tx, { groupId, meetingId }: SavingFor, offer: Offer, at: Date): Promise<void> {
  const { id, partyId, byPersonId, message, slot } = offer
  await tx.timeProposal.create({
    data: { id, groupId, meetingId, partyId, byPersonId, message, ...slot, createdAt: at },
  })
}

async function answerOffers(
  tx: Tx,
  { meetingId, personId }: SavingFor,
  answer: 'accepted' | 'declined' | 'replaced' | 'withdrawn',
  at: Date,
): Promise<void> {
  await tx.timeProposal.updateMany({
    where: { meetingId, answer: 'waiting' },
    data: { answer, answeredById: personId, answeredAt: at },
  })
}
