import { openDoor, route } from '#lib/api/door.ts'
import { assign } from './commands/assign.ts'
import { cancelAssignment, markDone, markNotDone } from './commands/follow.ts'
import { loadMyHomework, loadPreparation } from './loaders.ts'
import { newAssignments } from './schema.ts'

export const preparationRoutes = openDoor()

const one = '/assignments/{assignmentId}'

route(preparationRoutes, { method: 'get', path: '/homework', summary: 'What I am to do, in all my groups' }, (viewer) =>
  loadMyHomework(viewer),
)
route(
  preparationRoutes,
  { method: 'get', path: '/groups/{groupId}/homework', summary: 'What I am to do in this group' },
  (viewer, { params }) => loadMyHomework(viewer, params.groupId ?? ''),
)
route(
  preparationRoutes,
  {
    method: 'post',
    path: '/groups/{groupId}/assignments',
    summary: 'Give passages to parties or people to prepare',
    body: newAssignments,
    status: 201,
  },
  (viewer, { params, body }) => assign(viewer, params.groupId ?? '', body),
)
route(
  preparationRoutes,
  { method: 'get', path: '/meetings/{meetingId}/preparation', summary: 'How a meeting is prepared' },
  (viewer, { params }) => loadPreparation(viewer, params.meetingId ?? ''),
)
route(preparationRoutes, { method: 'put', path: `${one}/done`, summary: 'I have done it' }, (viewer, { params }) =>
  markDone(viewer, params.assignmentId ?? ''),
)
route(
  preparationRoutes,
  { method: 'delete', path: `${one}/done`, summary: 'I have not done it after all' },
  (viewer, { params }) => markNotDone(viewer, params.assignmentId ?? ''),
)
route(preparationRoutes, { method: 'delete', path: one, summary: 'Take an assignment back' }, (viewer, { params }) =>
  cancelAssignment(viewer, params.assignmentId ?? ''),
)
