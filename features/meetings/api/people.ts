import { offices } from '#domain/meeting/participant.ts'
import { notFound } from '#domain/refusal.ts'
import { openDoor, route } from '#lib/api/door.ts'
import { leaveMeeting } from '../commands/leave-meeting.ts'
import { openEarlier } from '../commands/open-earlier.ts'
import {
  acceptOffice,
  appoint,
  authorise,
  endOffice,
  endSeatProposal,
  giveUpSeat,
  proposeSeat,
  takeSeat,
} from '../commands/people.ts'
import * as schema from '../schema.ts'

export const meetingPeopleRoutes = openDoor()

const at = '/meetings/{meetingId}'
const idOf = (params: Record<string, string>, name = 'meetingId') => params[name] ?? ''
const officeIn = ({ office }: Record<string, string>) => offices.find((one) => one === office)

route(
  meetingPeopleRoutes,
  {
    method: 'post',
    path: `${at}/seats`,
    summary: 'Sit for a party, or name a participant of a study session (head, deputy)',
    body: schema.seat,
  },
  (viewer, { params, body }) => takeSeat(viewer, idOf(params), body),
)
route(
  meetingPeopleRoutes,
  { method: 'delete', path: `${at}/seats/{personId}`, summary: 'Take a participant off the plan of a study session' },
  (viewer, { params }) => giveUpSeat(viewer, idOf(params), idOf(params, 'personId')),
)
route(
  meetingPeopleRoutes,
  {
    method: 'post',
    path: `${at}/seat-proposals`,
    summary: 'Propose a participant of a study session (organizers)',
    body: schema.seat,
  },
  (viewer, { params, body }) => proposeSeat(viewer, idOf(params), body),
)
route(
  meetingPeopleRoutes,
  {
    method: 'delete',
    path: `${at}/seat-proposals/{personId}`,
    summary: 'Not name somebody who is proposed, or take a proposal back',
  },
  (viewer, { params }) => endSeatProposal(viewer, idOf(params), idOf(params, 'personId')),
)
route(
  meetingPeopleRoutes,
  {
    method: 'put',
    path: `${at}/seats/{personId}/authorisation`,
    summary: 'Let a delegate speak for the party in this meeting',
    body: schema.authorisation,
  },
  (viewer, { params, body }) => authorise(viewer, idOf(params), { personId: idOf(params, 'personId'), ...body }),
)
route(
  meetingPeopleRoutes,
  { method: 'put', path: `${at}/offices/{office}`, summary: 'Appoint an officer', body: schema.appointment },
  async (viewer, { params, body }) => {
    const office = officeIn(params)
    return office === undefined ? notFound : appoint(viewer, idOf(params), { office, personId: body.personId })
  },
)
route(
  meetingPeopleRoutes,
  { method: 'post', path: `${at}/offices/{office}/accept`, summary: 'Accept an officer for my party' },
  async (viewer, { params }) => {
    const office = officeIn(params)
    return office === undefined ? notFound : acceptOffice(viewer, idOf(params), office)
  },
)
route(
  meetingPeopleRoutes,
  { method: 'delete', path: `${at}/offices/{office}`, summary: 'End an office' },
  async (viewer, { params }) => {
    const office = officeIn(params)
    return office === undefined ? notFound : endOffice(viewer, idOf(params), office)
  },
)
route(
  meetingPeopleRoutes,
  { method: 'post', path: `${at}/parties/{partyId}/leave`, summary: 'Take my party out of the meeting' },
  (viewer, { params }) => leaveMeeting(viewer, idOf(params), idOf(params, 'partyId')),
)
route(
  meetingPeopleRoutes,
  {
    method: 'put',
    path: `${at}/parties/{partyId}/earlier`,
    summary: 'Whether my party opens to one that joined later what was written before',
    body: schema.earlier,
  },
  (viewer, { params, body }) =>
    openEarlier(viewer, idOf(params), { partyId: idOf(params, 'partyId'), open: body.open }),
)
