/** Holding the meeting: opening, presence, the current item, closing. */
import type { MeetingEvent } from '#domain/meeting/event.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { exactlyOne, type SavingFor } from './save.ts'

type FloorEvent = Extract<
  MeetingEvent,
  { type: 'opened' | 'came' | 'left' | 'item-started' | 'item-closed' | 'closed' | 'record-agreed' }
>

/** Writes what happened while a meeting was held: who came and left, which item it came to, how it ended. */
export async function saveFloorEvent(
  tx: Tx,
  { groupId, meetingId }: SavingFor,
  event: FloorEvent,
  at: Date,
): Promise<void> {
  const id = meetingId
  switch (event.type) {
    case 'opened':
      return exactlyOne(
        await tx.meeting.updateMany({ where: { id, state: 'scheduled' }, data: { state: 'open', openedAt: at } }),
      )
    case 'came': {
      const { personId, partyId } = event
      await tx.presence.create({ data: { groupId, meetingId, personId, partyId, since: at } })
      return
    }
    case 'left':
      return exactlyOne(await tx.presence.deleteMany({ where: { meetingId, personId: event.personId } }))
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
