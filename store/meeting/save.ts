/** What happened to a meeting (domain/meeting), written to its rows. */
import type { MeetingEvent } from '#domain/meeting/event.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { MeetingScope } from '#store/access/meeting.ts'
import { saveFloorEvent } from './save-floor.ts'
import { savePeopleEvent } from './save-people.ts'
import { savePlanEvent } from './save-plan.ts'

/** The meeting, and whoever acts: a scope proven with `lock`. */
export type SavingFor = Pick<MeetingScope, 'meetingId'> & { readonly groupId: string; readonly personId: string }

/**
 * Writes events that `decide` returned for the locked meeting. What else an act changes (the items that a closing settles
 * or carries, conclusions that return to draft) its command writes.
 */
export async function saveEvents(tx: Tx, acting: SavingFor, events: readonly MeetingEvent[], at: Date): Promise<void> {
  for (const event of events) {
    await saveEvent(tx, acting, event, at)
  }
}

function saveEvent(tx: Tx, acting: SavingFor, event: MeetingEvent, at: Date): Promise<void> {
  switch (event.type) {
    case 'proposed':
    case 'time-offered':
    case 'offer-declined':
    case 'offer-withdrawn':
    case 'scheduled':
    case 'rescheduled':
    case 'venue-changed':
    case 'cancelled':
      return savePlanEvent(tx, acting, event, at)
    case 'parties-changed':
    case 'earlier-opened':
    case 'earlier-closed':
    case 'party-left':
    case 'seat-taken':
    case 'seat-given-up':
    case 'seat-proposed':
    case 'seat-proposal-ended':
    case 'authorisation-changed':
    case 'office-appointed':
    case 'office-accepted':
    case 'office-ended':
      return savePeopleEvent(tx, acting, event, at)
    case 'opened':
    case 'came':
    case 'left':
    case 'item-started':
    case 'item-closed':
    case 'closed':
    case 'record-agreed':
      return saveFloorEvent(tx, acting, event, at)
    default:
      return event satisfies never
  }
}

/**
 * One row must have changed.
 *
 * @throws when it did not: the state that was decided on is no longer there, although the meeting was locked.
 */
export function exactlyOne({ count }: { readonly count: number }): void {
  if (count !== 1) throw new Error(`An act on a locked meeting changed ${count} rows instead of one.`)
}
