import { endOf } from '#domain/zoned-time.ts'
import { noStore } from '#lib/api/answer.ts'
import { openDoor, route } from '#lib/api/door.ts'
import { calendarFile } from '#lib/calendar/calendar-file.ts'
import { clock } from '#lib/clock.ts'
import { settings } from '#lib/settings.ts'
import { createMeeting } from '../commands/create-meeting.ts'
import { acceptOffer, declineOffer, offerAnotherTime } from '../commands/offers.ts'
import { cancelMeeting, changeParties, describeMeeting, rescheduleMeeting, scheduleMeeting } from '../commands/plan.ts'
import { proposeBilateral } from '../commands/propose-bilateral.ts'
import { shareTitles } from '../commands/share-titles.ts'
import { loadCalendar, loadMeetings, loadPlan } from '../loaders.ts'
import type { CalendarView } from '../queries/calendar.ts'
import * as schema from '../schema.ts'

export const meetingRoutes = openDoor()

const at = '/meetings/{meetingId}'
const idOf = (params: Record<string, string>, name = 'meetingId') => params[name] ?? ''

// ── A group's meetings ──

route(
  meetingRoutes,
  {
    method: 'get',
    path: '/groups/{groupId}/meetings',
    summary: 'Meetings that I may know of',
    query: schema.listQuery,
  },
  (viewer, { params, query }) => loadMeetings(viewer, idOf(params, 'groupId'), query),
)
route(
  meetingRoutes,
  { method: 'post', path: '/groups/{groupId}/meetings', summary: 'Make a draft', body: schema.newMeeting, status: 201 },
  (viewer, { params, body }) => createMeeting(viewer, idOf(params, 'groupId'), body),
)
route(
  meetingRoutes,
  {
    method: 'post',
    path: '/groups/{groupId}/meetings/proposals',
    summary: 'Propose a bilateral to another party (its head or deputy)',
    body: schema.newProposal,
    status: 201,
  },
  (viewer, { params, body }) => proposeBilateral(viewer, idOf(params, 'groupId'), body),
)

// ── The plan ──

route(meetingRoutes, { method: 'get', path: at, summary: 'The plan of a meeting' }, (viewer, { params }) =>
  loadPlan(viewer, idOf(params)),
)
route(
  meetingRoutes,
  { method: 'put', path: `${at}/description`, summary: 'Title, aim, place and link', body: schema.description },
  (viewer, { params, body }) => describeMeeting(viewer, idOf(params), body),
)
route(
  meetingRoutes,
  { method: 'put', path: `${at}/parties`, summary: 'Say which parties take part', body: schema.parties },
  (viewer, { params, body }) => changeParties(viewer, idOf(params), body.partyIds),
)
route(
  meetingRoutes,
  { method: 'post', path: `${at}/schedule`, summary: 'Set the date', body: schema.schedule },
  (viewer, { params, body }) => scheduleMeeting(viewer, idOf(params), body.time),
)
route(
  meetingRoutes,
  { method: 'post', path: `${at}/reschedule`, summary: 'Set another date', body: schema.reschedule },
  (viewer, { params, body }) => rescheduleMeeting(viewer, idOf(params), body),
)
route(
  meetingRoutes,
  { method: 'post', path: `${at}/cancel`, summary: 'Call the meeting off, with a reason', body: schema.cancellation },
  (viewer, { params, body }) => cancelMeeting(viewer, idOf(params), body.reason),
)
route(
  meetingRoutes,
  { method: 'get', path: `${at}/calendar.ics`, summary: 'The meeting for a calendar (RFC 5545)' },
  async (viewer, { params }) => calendarResponse(await loadCalendar(viewer, idOf(params))),
)

// ── Two parties agree on a time ──

route(
  meetingRoutes,
  { method: 'post', path: `${at}/offers`, summary: 'Offer another time', body: schema.offer },
  (viewer, { params, body }) => offerAnotherTime(viewer, idOf(params), body),
)
route(
  meetingRoutes,
  { method: 'post', path: `${at}/offers/{offerId}/accept`, summary: 'Accept the offered time' },
  (viewer, { params }) => acceptOffer(viewer, idOf(params), idOf(params, 'offerId')),
)
route(
  meetingRoutes,
  {
    method: 'post',
    path: `${at}/offers/{offerId}/decline`,
    summary: 'Decline the offered time',
    body: schema.declining,
  },
  (viewer, { params, body }) =>
    declineOffer(viewer, idOf(params), { offerId: idOf(params, 'offerId'), reason: body.reason }),
)
route(
  meetingRoutes,
  {
    method: 'put',
    path: `${at}/titles-sharing`,
    summary: 'Whether the organizer may see the titles of the items',
    body: schema.titlesSharing,
  },
  (viewer, { params, body }) => shareTitles(viewer, idOf(params), body.shared),
)

function calendarResponse(view: CalendarView | null): Response | null {
  if (view === null) return null
  const { uid, groupId, slot, link, method, ...event } = view
  const url = `${settings().baseUrl}/groups/${groupId}/meetings/${uid}`
  const file = calendarFile({
    ...event,
    method,
    uid: `${uid}@concordance`,
    startsAt: slot.startsAt,
    endsAt: endOf(slot),
    timeZone: slot.timeZone,
    description: link,
    url,
    stamp: clock.now(),
  })
  return new Response(file, {
    headers: {
      ...noStore,
      'content-type': `text/calendar; charset=utf-8; method=${method}`,
      'content-disposition': 'attachment; filename="meeting.ics"',
    },
  })
}
