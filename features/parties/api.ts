import { openDoor, route } from '#lib/api/door.ts'
import { changeParty, createParty } from './commands/create-party.ts'
import { leaveGroup } from './commands/leave-group.ts'
import { changeRole, removeMember, sitAsHead } from './commands/people.ts'
import { loadParties, loadParty } from './loaders.ts'
import { newParty, newRole } from './schema.ts'

export const partyRoutes = openDoor()

route(
  partyRoutes,
  { method: 'get', path: '/groups/{groupId}/parties', summary: 'The parties of a group' },
  (viewer, { params }) => loadParties(viewer, params.groupId ?? ''),
)

route(
  partyRoutes,
  {
    method: 'post',
    path: '/groups/{groupId}/parties',
    summary: 'Make a party (organizers)',
    body: newParty,
    status: 201,
  },
  (viewer, { params, body }) => createParty(viewer, params.groupId ?? '', body),
)

route(
  partyRoutes,
  { method: 'get', path: '/parties/{partyId}', summary: 'A party with its people' },
  (viewer, { params }) => loadParty(viewer, params.partyId ?? ''),
)

route(
  partyRoutes,
  { method: 'put', path: '/parties/{partyId}', summary: 'Change the name and zone of a party', body: newParty },
  (viewer, { params, body }) => changeParty(viewer, params.partyId ?? '', body),
)

route(
  partyRoutes,
  { method: 'post', path: '/parties/{partyId}/headship', summary: 'Sit for a party as its first head (organizers)' },
  (viewer, { params }) => sitAsHead(viewer, params.partyId ?? ''),
)

route(
  partyRoutes,
  { method: 'post', path: '/parties/{partyId}/departure', summary: 'Take the party out of the group (head)' },
  (viewer, { params }) => leaveGroup(viewer, params.partyId ?? ''),
)

route(
  partyRoutes,
  {
    method: 'put',
    path: '/parties/{partyId}/members/{personId}/role',
    summary: 'Give somebody another role',
    body: newRole,
  },
  (viewer, { params, body }) => changeRole(viewer, params.partyId ?? '', params.personId ?? '', body),
)

route(
  partyRoutes,
  { method: 'delete', path: '/parties/{partyId}/members/{personId}', summary: 'Remove somebody, or leave the party' },
  (viewer, { params }) => removeMember(viewer, params.partyId ?? '', params.personId ?? ''),
)
