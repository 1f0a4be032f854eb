/** Holding the meeting: opening, presence, the current item, closing. */
import type { MeetingEvent } from '#domain/meeting/event.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { type Acting, exactlyOne } from './save.ts'

type FloorEvent = Extract<
  MeetingEvent,
  { type: 'opened' | 'came' | 'left' | 'item-started' | 'item-closed' | 'closed' | 'record-agreed' }
>

export async function saveFloorEvent(tx: Tx, { meetingId }: Acting, event: FloorEvent, at: Date): Promise<void> {
  const id = meetingId
  switch (event.type) {
    case 'opened':
      return exactlyOne(
        await tx.meeting.updateMany({ where: { id, state: 'scheduled' }, data: { state: 'open', openedAt: at } }),
      )
    case 'came':
      return present(tx, meetingId, event, { presentSince: at, wentAt: null })
    case 'left':
      return present(tx, meetingId, event, { wentAt: at })
    case 'item-started':
      await tx.meeting.update({ where: { id }, data: { currentItemId: event.itemId } })
      return exactlyOne(
        await tx.agendaItem.updateMany({
          where: { id: event.itemId, meetingId },
          data: { startedAt: at, endedAt: null },
        }),
      )
    case 'item-closed':
      await tx.meeting.update({ where: { id }, data: { currentItemId: null } })
      return exactlyOne(
        await tx.agendaItem.updateMany({ where: { id: event.itemId, meetingId }, data: { endedAt: at } }),
      )
    case 'closed':
      return exactlyOne(
        await tx.meeting.updateMany({ where: { id, state: 'open' }, data: { state: 'closed', closedAt: at } }),
      )
    case 'record-agreed':
      return exactlyOne(
        await tx.meeting.updateMany({ where: { id, state: 'closed' }, data: { state: 'agreed', agreedAt: at } }),
      )
    default:
      return event satisfies never
  }
}

/** Whoever sits for a party is there in their seat; an officer who sits for none, in their office. */
async function present(
  tx: Tx,
  meetingId: string,
  { personId, partyId }: Extract<FloorEvent, { type: 'came' | 'left' }>,
  data: { readonly presentSince?: Date; readonly wentAt: Date | null },
): Promise<void> {
  if (partyId !== null) return exactlyOne(await tx.seat.updateMany({ where: { meetingId, personId }, data }))
  await tx.meetingOffice.updateMany({ where: { meetingId, personId, endedAt: null }, data })
}
