import { notEntitled } from '#domain/refusal.ts'
import { FileAnswer, route } from '#lib/api/route.ts'
import { sendFile } from '#lib/api/stream.ts'
import { listOf, madeView } from '#lib/api/view-fields.ts'
import { clock } from '#lib/clock.ts'
import { changeSettings } from './commands/change-settings.ts'
import { createGroup } from './commands/create-group.ts'
import { announceDeletion, endDeletion } from './commands/delete-group.ts'
import { foundGroup } from './commands/found-group.ts'
import { removeOrganizer } from './commands/remove-organizer.ts'
import { takeFoundingBack } from './commands/take-founding-back.ts'
import {
  loadGroupExport,
  loadGroupShell,
  loadHistory,
  loadInstanceGroups,
  loadLooking,
  loadMyGroups,
  loadPerspectives,
  loadSettings,
  loadTour,
} from './loaders.ts'
import { groupSettings, newFounding, newGroup } from './schema.ts'
import {
  deletionAnnounced,
  demoAtHand,
  demoHead,
  groupLine,
  groupShell,
  historyEntry,
  instanceGroup,
  settingsSaved,
  settingsView,
  tourPoint,
} from './views.ts'

export const groupRoutes = [
  route('GET /groups', { summary: 'The groups I belong to', answer: listOf(groupLine) }, (viewer) =>
    loadMyGroups(viewer),
  ),
  route(
    'POST /groups',
    {
      summary: 'Make a group (instance admin)',
      refusals: ['not-entitled', 'list-full'],
      answer: madeView,
      body: newGroup,
      status: 201,
    },
    (viewer, { body }) => createGroup(viewer, body),
  ),
  route(
    'POST /foundings',
    {
      summary: 'Make a group with its parties, their people and its first text, and organize it (instance admin)',
      refusals: [
        'not-entitled',
        'name-missing',
        'list-full',
        'party-name-taken',
        'party-name-too-alike',
        'too-many-invitations',
        'address-invited-often',
      ],
      answer: madeView,
      body: newFounding,
      status: 201,
    },
    (viewer, { body }) => foundGroup(viewer, body),
  ),
  route(
    'DELETE /groups/{groupId}/founding',
    {
      summary:
        'Take the founding of a group back: it goes at once with everything in it (whoever founded it, while it is theirs alone)',
      refusals: ['not-entitled', 'founding-stands'],
    },
    (viewer, { params }) => takeFoundingBack(viewer, params.groupId),
  ),
  route(
    'GET /instance/groups',
    {
      summary: 'Every group by name and numbers (instance admin)',
      refusals: ['not-entitled'],
      answer: listOf(instanceGroup),
    },
    async (viewer) => (await loadInstanceGroups(viewer)) ?? notEntitled,
  ),
  route('GET /groups/{groupId}', { summary: 'A group of mine', answer: groupShell }, (viewer, { params }) =>
    loadGroupShell(viewer, params.groupId),
  ),
  route(
    'GET /groups/{groupId}/perspectives',
    {
      summary: 'The heads as whom a demo group can be looked at (whoever may look at it as others)',
      answer: listOf(demoHead),
    },
    (viewer, { params }) => loadPerspectives(viewer, params.groupId),
  ),
  route(
    'GET /groups/{groupId}/tour',
    { summary: 'The tour of a demo group (whoever may look at it as others)', answer: listOf(tourPoint) },
    (viewer, { params }) => loadTour(viewer, params.groupId),
  ),
  route(
    'GET /session/perspective',
    { summary: 'As whom I look at the demo, and as whom I might', answer: demoAtHand },
    async (viewer) => ({ looking: await loadLooking(viewer) }),
  ),
  route(
    'GET /groups/{groupId}/settings',
    { summary: 'Settings and organizers (organizers)', answer: settingsView },
    (viewer, { params }) => loadSettings(viewer, params.groupId),
  ),
  route(
    'PUT /groups/{groupId}/settings',
    {
      summary: 'Change the settings (organizers)',
      refusals: ['not-entitled', 'changed-meanwhile', 'day-full'],
      answer: settingsSaved,
      body: groupSettings,
    },
    (viewer, { params, body }) => changeSettings(viewer, params.groupId, body),
  ),
  route(
    'GET /groups/{groupId}/history',
    { summary: 'What happened to the group and its parties as such', answer: listOf(historyEntry) },
    (viewer, { params }) => loadHistory(viewer, params.groupId),
  ),
  route(
    'DELETE /groups/{groupId}/organizers/{personId}',
    {
      summary: 'Remove an organizer, or stop organizing',
      refusals: ['not-entitled', 'not-an-organizer', 'last-organizer'],
    },
    (viewer, { params }) => removeOrganizer(viewer, params.groupId, params.personId),
  ),
  route(
    'POST /groups/{groupId}/deletion',
    {
      summary: 'Announce that the group will be deleted',
      refusals: ['not-entitled', 'deletion-announced-already', 'deletion-ended-lately'],
      answer: deletionAnnounced,
    },
    (viewer, { params }) => announceDeletion(viewer, params.groupId),
  ),
  route(
    'DELETE /groups/{groupId}/deletion',
    {
      summary: 'Call the deletion off (organizers), or stop it (heads)',
      refusals: ['not-entitled', 'no-deletion-announced'],
    },
    (viewer, { params }) => endDeletion(viewer, params.groupId),
  ),
  route(
    'GET /groups/{groupId}/export.json',
    {
      summary: 'All that organizers see of their group: parties, texts, meetings, shared conclusions',
      answer: new FileAnswer('application/json', { format: 'concordance-group' }),
    },
    async (viewer, { params, request }) => {
      const pieces = await loadGroupExport(viewer, params.groupId, clock.now())
      const head = { name: 'group.json', type: 'application/json' }
      return pieces && sendFile({ personId: viewer.personId, request }, pieces, head)
    },
  ),
]
