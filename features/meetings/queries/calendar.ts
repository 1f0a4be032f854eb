import { type CalendarFacts, calendarFacts } from '#domain/meeting/calendar.ts'
import type { Meeting } from '#domain/meeting/meeting.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { rowOf } from '#lib/db/row-of.ts'
import type { MeetingScope } from '#store/access/meeting.ts'
import { meetingOf, meetingSelect } from '#store/meeting/load.ts'

/** A meeting for its viewer's calendar. */
export interface CalendarView extends CalendarFacts {
  readonly groupId: string
  readonly title: string
  readonly place: string
  readonly link: string
}

/** One statement, or none; null when there is no time to put into a calendar, or the viewer may not know the logistics. */
export async function findCalendar(tx: Tx, scope: MeetingScope): Promise<CalendarView | null> {
  // Before anything is read: to whom it is closed, it costs what a missing one does.
  if (!knowsWhen(scope)) return null
  const found = await tx.meeting.findUniqueOrThrow({
    where: { id: scope.meetingId },
    relationLoadStrategy: 'join',
    select: { ...meetingSelect, title: true },
  })
  const rows = rowOf(scope.meetingId, found)
  const facts = calendarFor(scope, meetingOf(rows))
  const { title, place, link } = rows
  return facts && { ...facts, groupId: scope.groupId, title, place, link }
}

/** The meeting in the viewer's calendar; null: it has no time there, or they may not know when it is. */
export function calendarFor(scope: MeetingScope, meeting: Meeting): CalendarFacts | null {
  return knowsWhen(scope) ? calendarFacts(meeting) : null
}

function knowsWhen({ sight }: MeetingScope): boolean {
  return sight !== 'existence'
}
