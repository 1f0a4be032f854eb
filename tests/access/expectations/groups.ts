import { type Actor, HEADS, IN_GROUP, SIGNED_IN, without } from '../actors.ts'
import type { Probe } from '../probe.ts'

const others = without(IN_GROUP, 'organizer')
const organizer: readonly Actor[] = ['organizer']
const heads: readonly Actor[] = [...HEADS, 'other-party', 'third-party', 'left-party']
const about = { name: 'River council', purpose: '', timeZone: 'Europe/Lisbon' }
/** Of a group that is called otherwise. */
const seen = { ...about, kind: null, language: null, replacementDelayHours: 1 }

/** A group exists for those who belong to it; the instance admin sees operation, never contents. */
export const groupProbes: readonly Probe[] = [
  { route: 'GET /groups', name: 'one’s own', open: SIGNED_IN },
  {
    route: 'POST /groups',
    name: 'a new one',
    body: () => about,
    open: ['instance-admin'],
    sees: without(SIGNED_IN, 'instance-admin'),
  },
  {
    route: 'POST /foundings',
    name: 'with a party, its head and the handbook',
    body: () => ({
      name: 'River council',
      timeZone: 'Europe/Lisbon',
      parties: [{ name: 'Mills', isOwn: false, guests: [{ email: 'guest@river.invalid', role: 'head' }] }],
      text: 'handbook',
    }),
    open: ['instance-admin'],
    sees: without(SIGNED_IN, 'instance-admin'),
  },
  // Each for themselves: nobody learns that somebody did.
  { route: 'DELETE /groups/{groupId}/welcome', name: 'put away', open: IN_GROUP },
  { route: 'PUT /groups/{groupId}/welcome', name: 'had back', open: IN_GROUP },
  // Its maker is not its organizer, and others belong to it: nobody takes it back.
  { route: 'DELETE /groups/{groupId}/founding', name: 'of a group of others', open: [], sees: IN_GROUP },
  {
    route: 'GET /instance/groups',
    name: 'all of them',
    open: ['instance-admin'],
    sees: without(SIGNED_IN, 'instance-admin'),
  },
  { route: 'GET /groups/{groupId}', name: 'the shell', open: IN_GROUP },
  { route: 'GET /groups/{groupId}', name: 'another group', params: { groupId: 'foreignGroupId' }, open: [] },
  { route: 'GET /groups/{groupId}/perspectives', name: 'of a group that is no demo', open: [] },
  { route: 'GET /groups/{groupId}/tour', name: 'of a group that is no demo', open: [] },
  // Each for themselves: here nobody has a demo, and all are told so alike.
  { route: 'GET /session/perspective', name: 'where there is no demo', open: SIGNED_IN },
  { route: 'GET /groups/{groupId}/settings', name: 'with invitations', open: organizer },
  {
    route: 'PUT /groups/{groupId}/settings',
    name: 'other words',
    body: () => ({ ...about, replacementDelayHours: 96, seen: { ...seen, replacementDelayHours: 96 } }),
    open: organizer,
    sees: others,
  },
  {
    route: 'PUT /groups/{groupId}/settings',
    name: 'over what was not seen',
    body: () => ({ ...about, name: 'Lake council', replacementDelayHours: 96, seen }),
    open: organizer,
    refused: 'changed-meanwhile',
    sees: others,
  },
  { route: 'GET /groups/{groupId}/history', name: 'of the group and one’s own party', open: IN_GROUP },
  {
    route: 'DELETE /groups/{groupId}/organizers/{personId}',
    name: 'the only one',
    params: { personId: 'organizerPersonId' },
    open: organizer,
    refused: 'last-organizer',
    sees: others,
  },
  // Everything that an organizer may see, and nothing that is its parties' own; for others there is no such file.
  { route: 'GET /groups/{groupId}/export.json', name: 'as a file', open: organizer },
  { route: 'POST /groups/{groupId}/deletion', name: 'announced', open: organizer, sees: others },
  {
    route: 'DELETE /groups/{groupId}/deletion',
    name: 'none was announced',
    // The head of any party stops one: what stands in the group is theirs.
    open: [...organizer, ...heads],
    refused: 'no-deletion-announced',
    sees: without(others, ...heads),
  },
]
