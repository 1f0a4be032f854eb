import { type Actor, HEADS, IN_BILATERAL, IN_GROUP, KNOW_BILATERAL, SIGNED_IN, without } from '../actors.ts'
import type { Probe } from '../probe.ts'

/** "Own party": head, deputies and delegates; observers attend. A new head sees nothing that was asked before. */
const workers: readonly Actor[] = ['delegate', 'head']
const own = { assignmentId: 'assignmentId' }
const given = { assignmentId: 'givenAssignmentId' }

const homework =
  (as: string): NonNullable<Probe['body']> =>
  ({ ownId, editionId }) => ({
    as,
    kind: 'read',
    to: [{ partyId: ownId }],
    citations: [{ editionId, first: 2, last: 2 }],
  })

const forMeeting =
  (meeting: string): NonNullable<Probe['body']> =>
  (ids) => ({ ...(homework('party')(ids) as object), meetingId: ids[meeting] })

/** What a party gives itself is its own affair; others learn "prepared / not" at most. */
export const preparationProbes: readonly Probe[] = [
  { route: 'GET /homework', name: 'one’s own', open: SIGNED_IN },
  { route: 'GET /groups/{groupId}/homework', name: 'one’s own in the group', open: IN_GROUP },
  {
    route: 'GET /meetings/{meetingId}/preparation',
    name: 'bilateral',
    params: { meetingId: 'bilateralId' },
    open: [...IN_BILATERAL, ...KNOW_BILATERAL],
  },
  {
    route: 'GET /meetings/{meetingId}/preparation',
    name: 'multilateral',
    params: { meetingId: 'multilateralId' },
    open: ['other-party', 'third-party', 'observer', 'delegate', 'head', 'organizer', 'installed-head'],
  },
  {
    route: 'GET /meetings/{meetingId}/preparation',
    name: 'draft',
    params: { meetingId: 'draftMeetingId' },
    open: ['organizer'],
  },
  {
    route: 'POST /groups/{groupId}/assignments',
    name: 'inside one’s own party',
    body: homework('party'),
    open: HEADS,
    sees: without(IN_GROUP, ...HEADS),
  },
  {
    route: 'POST /groups/{groupId}/assignments',
    name: 'to a party, by the organizer',
    body: homework('organizer'),
    open: ['organizer'],
    sees: without(IN_GROUP, 'organizer'),
  },
  {
    route: 'POST /groups/{groupId}/assignments',
    name: 'for the bilateral',
    body: forMeeting('bilateralId'),
    open: HEADS,
    sees: ['other-party', 'observer', 'delegate', 'facilitator', 'organizer', 'pending-officer'],
  },
  { route: 'PUT /assignments/{assignmentId}/done', name: 'a party’s own', params: own, open: workers },
  {
    route: 'PUT /assignments/{assignmentId}/done',
    name: 'given by the organizer',
    params: given,
    open: workers,
    sees: ['organizer'],
  },
  { route: 'DELETE /assignments/{assignmentId}/done', name: 'a party’s own', params: own, open: workers },
  {
    route: 'DELETE /assignments/{assignmentId}',
    name: 'a party’s own',
    params: own,
    open: ['head'],
    sees: ['delegate'],
  },
  {
    route: 'DELETE /assignments/{assignmentId}',
    name: 'given by the organizer',
    params: given,
    open: ['organizer'],
    sees: workers,
  },
  {
    route: 'POST /assignments/{assignmentId}/restoration',
    name: 'a party’s own',
    params: own,
    open: ['head'],
    sees: ['delegate'],
  },
  {
    route: 'POST /assignments/{assignmentId}/restoration',
    name: 'given by the organizer',
    params: given,
    open: ['organizer'],
    sees: workers,
  },
]
