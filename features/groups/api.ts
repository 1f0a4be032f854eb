import { notEntitled } from '#domain/refusal.ts'
import { openDoor, route } from '#lib/api/door.ts'
import { sendFile } from '#lib/api/stream.ts'
import { clock } from '#lib/clock.ts'
import { changeSettings } from './commands/change-settings.ts'
import { createGroup } from './commands/create-group.ts'
import { announceDeletion, endDeletion } from './commands/delete-group.ts'
import { removeOrganizer } from './commands/remove-organizer.ts'
import {
  loadGroupExport,
  loadGroupShell,
  loadHistory,
  loadInstanceGroups,
  loadMyGroups,
  loadSettings,
} from './loaders.ts'
import { groupSettings, newGroup } from './schema.ts'

export const groupRoutes = openDoor()

route(groupRoutes, { method: 'get', path: '/groups', summary: 'The groups I belong to' }, (viewer) =>
  loadMyGroups(viewer),
)

route(
  groupRoutes,
  { method: 'post', path: '/groups', summary: 'Make a group (instance admin)', body: newGroup, status: 201 },
  (viewer, { body }) => createGroup(viewer, body),
)

route(
  groupRoutes,
  { method: 'get', path: '/instance/groups', summary: 'Every group by name and numbers (instance admin)' },
  async (viewer) => (await loadInstanceGroups(viewer)) ?? notEntitled,
)

route(groupRoutes, { method: 'get', path: '/groups/{groupId}', summary: 'A group of mine' }, (viewer, { params }) =>
  loadGroupShell(viewer, params.groupId ?? ''),
)

route(
  groupRoutes,
  { method: 'get', path: '/groups/{groupId}/settings', summary: 'Settings and organizers (organizers)' },
  (viewer, { params }) => loadSettings(viewer, params.groupId ?? ''),
)

route(
  groupRoutes,
  {
    method: 'put',
    path: '/groups/{groupId}/settings',
    summary: 'Change the settings (organizers)',
    body: groupSettings,
  },
  (viewer, { params, body }) => changeSettings(viewer, params.groupId ?? '', body),
)

route(
  groupRoutes,
  { method: 'get', path: '/groups/{groupId}/history', summary: 'What happened to the group and its parties as such' },
  (viewer, { params }) => loadHistory(viewer, params.groupId ?? ''),
)

route(
  groupRoutes,
  {
    method: 'delete',
    path: '/groups/{groupId}/organizers/{personId}',
    summary: 'Remove an organizer, or stop organizing',
  },
  (viewer, { params }) => removeOrganizer(viewer, params.groupId ?? '', params.personId ?? ''),
)

route(
  groupRoutes,
  { method: 'post', path: '/groups/{groupId}/deletion', summary: 'Announce that the group will be deleted' },
  (viewer, { params }) => announceDeletion(viewer, params.groupId ?? ''),
)

route(
  groupRoutes,
  {
    method: 'delete',
    path: '/groups/{groupId}/deletion',
    summary: 'Call the deletion off (organizers), or stop it (heads)',
  },
  (viewer, { params }) => endDeletion(viewer, params.groupId ?? ''),
)

route(
  groupRoutes,
  {
    method: 'get',
    path: '/groups/{groupId}/export.json',
    summary: 'All that organizers see of their group: parties, texts, meetings, shared conclusions',
  },
  async (viewer, { params }) => {
    const pieces = await loadGroupExport(viewer, params.groupId ?? '', clock.now())
    return pieces && sendFile(viewer.personId, pieces, { name: 'group.json', type: 'application/json' })
  },
)
