import { route } from '#lib/api/route.ts'
import { listOf } from '#lib/api/view-fields.ts'
import { citationRefusals } from '#store/citation/schema.ts'
import { assign } from './commands/assign.ts'
import { cancelAssignment, markDone, markNotDone, restoreAssignment } from './commands/follow.ts'
import { loadMyHomework, loadPreparation } from './loaders.ts'
import { newAssignments } from './schema.ts'
import { assignedView, assignmentView, preparationView } from './views.ts'

export const preparationRoutes = [
  route('GET /homework', { summary: 'What I am to do, in all my groups', answer: listOf(assignmentView) }, (viewer) =>
    loadMyHomework(viewer),
  ),
  route(
    'GET /groups/{groupId}/homework',
    { summary: 'What I am to do in this group', answer: listOf(assignmentView) },
    (viewer, { params }) => loadMyHomework(viewer, params.groupId),
  ),
  route(
    'POST /groups/{groupId}/assignments',
    {
      summary: 'Give passages to parties or people to prepare',
      refusals: [
        'not-entitled',
        'meeting-over',
        'no-such-item',
        'party-not-in-meeting',
        'several-editions',
        'nothing-assigned',
        'not-a-member',
        'observer-has-no-homework',
        'text-not-for-party',
        'due-day-over',
        'list-full',
        'day-full',
        ...citationRefusals,
      ],
      answer: assignedView,
      body: newAssignments,
      status: 201,
    },
    (viewer, { params, body }) => assign(viewer, params.groupId, body),
  ),
  route(
    'GET /meetings/{meetingId}/preparation',
    { summary: 'How a meeting is prepared', answer: preparationView },
    (viewer, { params }) => loadPreparation(viewer, params.meetingId),
  ),
  route(
    'PUT /assignments/{assignmentId}/done',
    {
      summary: 'I have done it',
      refusals: ['not-entitled', 'assignment-cancelled'],
      losesNothing: 'one’s own mark, yes or no, which whoever has the homework gives',
    },
    (viewer, { params }) => markDone(viewer, params.assignmentId),
  ),
  route(
    'DELETE /assignments/{assignmentId}/done',
    { summary: 'I have not done it after all', refusals: ['not-entitled', 'assignment-cancelled'] },
    (viewer, { params }) => markNotDone(viewer, params.assignmentId),
  ),
  route(
    'DELETE /assignments/{assignmentId}',
    { summary: 'Take an assignment back', refusals: ['not-entitled'] },
    (viewer, { params }) => cancelAssignment(viewer, params.assignmentId),
  ),
  route(
    'POST /assignments/{assignmentId}/restoration',
    { summary: 'Give an assignment again that was taken back', refusals: ['not-entitled'] },
    (viewer, { params }) => restoreAssignment(viewer, params.assignmentId),
  ),
]
