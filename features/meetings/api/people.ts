import { z } from 'zod'
import { offices } from '#domain/meeting/participant.ts'
import { route } from '#lib/api/route.ts'
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
  seatEverybody,
  takeSeat,
} from '../commands/people.ts'
import * as schema from '../schema.ts'
import { voiceRefusals } from './refusals.ts'

/** The office that a path names. */
const inOffice = z.object({ office: z.enum(offices) })

export const meetingPeopleRoutes = [
  route(
    'POST /meetings/{meetingId}/seats',
    {
      summary:
        'Sit for a party, or name participants of a study session: one, or everybody of the party (head, deputy)',
      refusals: [
        'only-in-study-sessions',
        'not-entitled',
        'meeting-over',
        'party-not-in-meeting',
        'not-a-member',
        'observer-decides-nothing',
        'sits-for-another-party',
        'record-full',
      ],
      body: schema.seats,
    },
    async (viewer, { params, body: { personId, partyId } }) =>
      personId === null
        ? seatEverybody(viewer, params.meetingId, partyId)
        : takeSeat(viewer, params.meetingId, { personId, partyId }),
  ),
  route(
    'DELETE /meetings/{meetingId}/seats/{personId}',
    {
      summary: 'Take a participant off the plan of a study session',
      refusals: ['not-entitled', 'meeting-over', 'seat-is-kept', 'not-seated', 'record-full'],
    },
    (viewer, { params }) => giveUpSeat(viewer, params.meetingId, params.personId),
  ),
  route(
    'POST /meetings/{meetingId}/seat-proposals',
    {
      summary: 'Propose a participant of a study session (organizers)',
      refusals: [
        'not-entitled',
        'meeting-over',
        'only-in-study-sessions',
        'party-not-in-meeting',
        'not-a-member',
        'observer-decides-nothing',
        'seat-proposed-already',
        'record-full',
      ],
      body: schema.seat,
    },
    (viewer, { params, body }) => proposeSeat(viewer, params.meetingId, body),
  ),
  route(
    'DELETE /meetings/{meetingId}/seat-proposals/{personId}',
    {
      summary: 'Not name somebody who is proposed, or take a proposal back',
      refusals: ['not-entitled', 'meeting-over', 'no-seat-proposed', 'record-full'],
    },
    (viewer, { params }) => endSeatProposal(viewer, params.meetingId, params.personId),
  ),
  route(
    'PUT /meetings/{meetingId}/seats/{personId}/authorisation',
    {
      summary: 'Let a delegate speak for the party in this meeting',
      losesNothing: 'yes or no to one person; each answer is an entry of the record',
      refusals: ['not-entitled', 'meeting-over', 'not-a-delegate', 'sits-for-another-party', 'record-full'],
      body: schema.authorisation,
    },
    (viewer, { params, body }) => authorise(viewer, params.meetingId, { personId: params.personId, ...body }),
  ),
  route(
    'PUT /meetings/{meetingId}/offices/{office}',
    {
      params: inOffice,
      summary: 'Appoint an officer',
      losesNothing: 'an office that somebody holds is refused, so nobody is put in another’s place',
      refusals: ['not-entitled', 'meeting-over', 'office-taken', 'office-opens-older', 'record-full'],
      body: schema.appointment,
    },
    (viewer, { params, body }) => appoint(viewer, params.meetingId, { office: params.office, personId: body.personId }),
  ),
  route(
    'POST /meetings/{meetingId}/offices/{office}/accept',
    {
      params: inOffice,
      summary: 'Accept an officer for my party',
      refusals: ['meeting-over', 'office-vacant', 'office-already-accepted', 'record-full', ...voiceRefusals],
    },
    (viewer, { params }) => acceptOffice(viewer, params.meetingId, params.office),
  ),
  route(
    'DELETE /meetings/{meetingId}/offices/{office}',
    {
      params: inOffice,
      summary: 'End an office',
      refusals: ['not-entitled', 'meeting-over', 'office-vacant', 'record-full'],
    },
    (viewer, { params }) => endOffice(viewer, params.meetingId, params.office),
  ),
  route(
    'POST /meetings/{meetingId}/parties/{partyId}/leave',
    {
      summary: 'Take my party out of the meeting',
      refusals: ['not-entitled', 'meeting-over', 'party-not-in-meeting', 'record-full'],
    },
    (viewer, { params }) => leaveMeeting(viewer, params.meetingId, params.partyId),
  ),
  route(
    'PUT /meetings/{meetingId}/parties/{partyId}/earlier',
    {
      summary: 'Whether my party opens to one that joined later what was written before',
      losesNothing: 'yes or no of one’s own party; each answer is an entry of the record',
      refusals: [
        'meeting-over',
        'party-not-in-meeting',
        'nothing-hidden',
        'opener-left',
        'record-full',
        ...voiceRefusals,
      ],
      body: schema.earlier,
    },
    (viewer, { params, body }) => openEarlier(viewer, params.meetingId, { partyId: params.partyId, open: body.open }),
  ),
]
