import { cache } from 'react'
import { clock } from '#lib/clock.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { asViewer } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { proveGroup } from '#store/access/group.ts'
import { type ProvenMeeting, proveMeeting } from '#store/access/meeting.ts'
import { agendaSightIn, findAgenda } from './queries/agenda.ts'
import { type BeginningView, findBeginning } from './queries/beginning.ts'
import { type CalendarView, findCalendar } from './queries/calendar.ts'
import { findClosing } from './queries/closing.ts'
import { type DeclinedView, findDeclined } from './queries/declined.ts'
import { type MeetingHead, meetingHeadOf } from './queries/head.ts'
import { findMeetings } from './queries/list.ts'
import { findPlan } from './queries/plan.ts'
import type { ListQuery } from './schema.ts'
import type { AgendaView } from './views/agenda.ts'
import type { ClosingView } from './views/closing.ts'
import type { MeetingPage } from './views/list.ts'
import type { PlanView } from './views/plan.ts'

// Null everywhere: there is nothing, or nothing that this viewer may know of.

/** One page of the group's meetings. */
export function loadMeetingList(viewer: Viewer, groupId: string, query: ListQuery): Promise<MeetingPage | null> {
  return asViewer(viewer, async (tx) => {
    const scope = await proveGroup(tx, viewer, groupId)
    return scope && findMeetings(tx, scope, query, clock.now())
  })
}

/** What the viewer can begin in this group. */
export const loadBeginning = cache(
  (viewer: Viewer, groupId: string): Promise<BeginningView | null> =>
    asViewer(viewer, async (tx) => {
      const scope = await proveGroup(tx, viewer, groupId)
      return scope && findBeginning(tx, scope)
    }),
)

/** What stands above every step of a meeting. */
export const loadMeetingHead = cache(
  (viewer: Viewer, groupId: string, meetingId: string): Promise<MeetingHead | null> =>
    inMeeting(viewer, meetingId, async (_, scope) => (scope.groupId === groupId ? meetingHeadOf(scope) : null)),
)

export const loadPlan = cache(
  (viewer: Viewer, meetingId: string): Promise<PlanView | null> => inMeeting(viewer, meetingId, findPlan),
)

/** The agenda for whoever sees the whole of it. */
export const loadAgendaView = cache(
  (viewer: Viewer, meetingId: string): Promise<AgendaView | null> =>
    inMeeting(viewer, meetingId, async (tx, scope) =>
      agendaSightIn(scope) === 'whole' ? findAgenda(tx, scope) : null,
    ),
)

/** What is open in a meeting, for those who may close it now. */
export const loadClosing = cache(
  (viewer: Viewer, meetingId: string): Promise<ClosingView | null> => inMeeting(viewer, meetingId, findClosing),
)

/** A proposal that was declined, for whoever proposes another time. */
export function loadDeclined(viewer: Viewer, meetingId: string): Promise<DeclinedView | null> {
  return inMeeting(viewer, meetingId, findDeclined)
}

/** A meeting for a calendar; null: it has no date, or the viewer may not know of it. */
export function loadCalendar(viewer: Viewer, meetingId: string): Promise<CalendarView | null> {
  return inMeeting(viewer, meetingId, findCalendar)
}

function inMeeting<T>(
  viewer: Viewer,
  meetingId: string,
  read: (tx: Tx, scope: ProvenMeeting) => Promise<T | null>,
): Promise<T | null> {
  return asViewer(viewer, async (tx) => {
    const scope = await proveMeeting(tx, viewer, meetingId)
    return scope && read(tx, scope)
  })
}
