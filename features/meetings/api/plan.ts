import { endOf } from '#domain/zoned-time.ts'
import { noStore } from '#lib/api/answer.ts'
import { FileAnswer, route } from '#lib/api/route.ts'
import { madeView } from '#lib/api/view-fields.ts'
import { calendarFile } from '#lib/calendar/calendar-file.ts'
import { clock } from '#lib/clock.ts'
import { settings } from '#lib/settings.ts'
import { createMeeting } from '../commands/create-meeting.ts'
import { acceptOffer, declineOffer, offerAnotherTime } from '../commands/offers.ts'
import { cancelMeeting, changeParties, describeMeeting, rescheduleMeeting, scheduleMeeting } from '../commands/plan.ts'
import { proposeBilateral } from '../commands/propose-bilateral.ts'
import { shareTitles } from '../commands/share-titles.ts'
import { loadCalendar, loadMeetingList, loadPlan } from '../loaders.ts'
import type { CalendarView } from '../queries/calendar.ts'
import * as schema from '../schema.ts'
import { meetingPage } from '../views/list.ts'
import { planView } from '../views/plan.ts'
import { arityRefusals, slotRefusals, voiceRefusals } from './refusals.ts'

export const meetingRoutes = [
  // ── A group's meetings ──
  route(
    'GET /groups/{groupId}/meetings',
    {
      summary: 'Meetings that I may know of',
      answer: meetingPage,
      query: schema.meetingListQuery,
    },
    (viewer, { params, query }) => loadMeetingList(viewer, params.groupId, query),
  ),
  route(
    'POST /groups/{groupId}/meetings',
    {
      summary: 'Make a draft',
      refusals: ['not-entitled', 'list-full', 'day-full', 'party-named-twice', ...slotRefusals, ...arityRefusals],
      answer: madeView,
      body: schema.newMeeting,
      status: 201,
    },
    (viewer, { params, body }) => createMeeting(viewer, params.groupId, body),
  ),
  route(
    'POST /groups/{groupId}/meetings/proposals',
    {
      summary: 'Propose a bilateral to another party (its head or deputy)',
      refusals: [
        'list-full',
        'day-full',
        'only-bilaterals-are-proposed',
        ...slotRefusals,
        ...voiceRefusals,
        ...arityRefusals,
        'already-opened',
        'party-named-twice',
        'meeting-not-in-draft',
        'meeting-over',
        'offer-waits',
      ],
      answer: madeView,
      body: schema.newProposal,
      status: 201,
    },
    (viewer, { params, body }) => proposeBilateral(viewer, params.groupId, body),
  ),
  // ── The plan ──
  route('GET /meetings/{meetingId}', { summary: 'The plan of a meeting', answer: planView }, (viewer, { params }) =>
    loadPlan(viewer, params.meetingId),
  ),
  route(
    'PUT /meetings/{meetingId}/description',
    {
      summary: 'Title, aim, place and link',
      refusals: ['not-entitled', 'already-opened', 'changed-meanwhile', 'record-full'],
      body: schema.description,
    },
    (viewer, { params, body }) => describeMeeting(viewer, params.meetingId, body),
  ),
  route(
    'PUT /meetings/{meetingId}/parties',
    {
      summary: 'Say which parties take part',
      refusals: [
        'not-entitled',
        'already-opened',
        'parties-fixed',
        'party-named-twice',
        'parties-changed',
        'record-full',
        ...arityRefusals,
      ],
      body: schema.parties,
    },
    (viewer, { params, body }) => changeParties(viewer, params.meetingId, body),
  ),
  route(
    'POST /meetings/{meetingId}/schedule',
    {
      summary: 'Set the date',
      refusals: ['not-entitled', 'meeting-not-in-draft', 'record-full', ...slotRefusals, ...arityRefusals],
      body: schema.schedule,
    },
    (viewer, { params, body }) => scheduleMeeting(viewer, params.meetingId, body.time),
  ),
  route(
    'POST /meetings/{meetingId}/reschedule',
    {
      summary: 'Set another date',
      refusals: ['not-entitled', 'meeting-not-scheduled', 'same-time', 'record-full', ...slotRefusals],
      body: schema.reschedule,
    },
    (viewer, { params, body }) => rescheduleMeeting(viewer, params.meetingId, body),
  ),
  route(
    'POST /meetings/{meetingId}/cancel',
    {
      summary: 'Call the meeting off, with a reason',
      refusals: ['not-entitled', 'meeting-over', 'already-opened', 'record-full', 'text-missing'],
      body: schema.cancellation,
    },
    (viewer, { params, body }) => cancelMeeting(viewer, params.meetingId, body.reason),
  ),
  route(
    'GET /meetings/{meetingId}/calendar.ics',
    {
      summary: 'The meeting for a calendar (RFC 5545)',
      answer: new FileAnswer('text/calendar', 'BEGIN:VCALENDAR\r\n'),
    },
    async (viewer, { params }) => calendarResponse(await loadCalendar(viewer, params.meetingId)),
  ),
  // ── Two parties agree on a time ──
  route(
    'POST /meetings/{meetingId}/offers',
    {
      summary: 'Offer another time',
      refusals: [
        'only-bilaterals-are-proposed',
        'meeting-over',
        'already-opened',
        'offer-changed',
        'own-offer',
        'list-full',
        'record-full',
        ...slotRefusals,
        ...voiceRefusals,
        ...arityRefusals,
      ],
      body: schema.offer,
    },
    (viewer, { params, body }) => offerAnotherTime(viewer, params.meetingId, body),
  ),
  route(
    'POST /meetings/{meetingId}/offers/{offerId}/accept',
    {
      summary: 'Accept the offered time',
      refusals: [
        'only-bilaterals-are-proposed',
        'meeting-over',
        'already-opened',
        'offer-changed',
        'own-offer',
        'in-the-past',
        'record-full',
        ...voiceRefusals,
      ],
    },
    (viewer, { params }) => acceptOffer(viewer, params.meetingId, params.offerId),
  ),
  route(
    'POST /meetings/{meetingId}/offers/{offerId}/decline',
    {
      summary: 'Decline the offered time',
      refusals: [
        'only-bilaterals-are-proposed',
        'meeting-over',
        'already-opened',
        'offer-changed',
        'own-offer',
        'record-full',
        ...voiceRefusals,
      ],
      body: schema.declining,
    },
    (viewer, { params, body }) =>
      declineOffer(viewer, params.meetingId, { offerId: params.offerId, reason: body.reason }),
  ),
  route(
    'PUT /meetings/{meetingId}/titles-sharing',
    {
      summary: 'Whether the organizer may see the titles of the items',
      losesNothing: 'yes or no of one’s own party; each answer is an entry of the record',
      refusals: ['only-in-bilaterals', 'record-full', ...voiceRefusals, 'meeting-over'],
      body: schema.titlesSharing,
    },
    (viewer, { params, body }) => shareTitles(viewer, params.meetingId, body.shared),
  ),
]

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
