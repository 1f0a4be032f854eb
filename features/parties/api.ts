import type { RefusalCode } from '#domain/refusal-code.ts'
import { route } from '#lib/api/route.ts'
import { madeView } from '#lib/api/view-fields.ts'
import { changeParty, createParty } from './commands/create-party.ts'
import { leaveGroup } from './commands/leave-group.ts'
import { changeRole, removeMember, sitAsHead } from './commands/people.ts'
import { loadParties, loadPartyView } from './loaders.ts'
import { newParty, newRole, partyDescription } from './schema.ts'
import { partiesView, partySaved, partyView } from './views.ts'

/** Another party is called so, or nearly so. */
const nameRefusals = ['party-name-taken', 'party-name-too-alike'] as const satisfies readonly RefusalCode[]

export const partyRoutes = [
  route(
    'GET /groups/{groupId}/parties',
    { summary: 'The parties of a group', answer: partiesView },
    (viewer, { params }) => loadParties(viewer, params.groupId),
  ),
  route(
    'POST /groups/{groupId}/parties',
    {
      summary: 'Make a party (organizers)',
      refusals: ['not-entitled', 'list-full', ...nameRefusals],
      answer: madeView,
      body: newParty,
      status: 201,
    },
    (viewer, { params, body }) => createParty(viewer, params.groupId, body),
  ),
  route('GET /parties/{partyId}', { summary: 'A party with its people', answer: partyView }, (viewer, { params }) =>
    loadPartyView(viewer, params.partyId),
  ),
  route(
    'PUT /parties/{partyId}',
    {
      summary: 'Change the name and zone of a party',
      refusals: ['not-entitled', 'party-has-left', 'changed-meanwhile', 'day-full', ...nameRefusals],
      answer: partySaved,
      body: partyDescription,
    },
    (viewer, { params, body }) => changeParty(viewer, params.partyId, body),
  ),
  route(
    'POST /parties/{partyId}/headship',
    {
      summary: 'Sit for a party as its first head (organizers)',
      refusals: [
        'not-entitled',
        'party-has-left',
        'party-has-had-a-head',
        'already-a-member',
        'day-full',
        'only-heads-make-heads',
        'replacement-not-effective-yet',
      ],
    },
    (viewer, { params }) => sitAsHead(viewer, params.partyId),
  ),
  route(
    'POST /parties/{partyId}/departure',
    { summary: 'Take the party out of the group (head)', refusals: ['not-entitled', 'party-has-left', 'day-full'] },
    (viewer, { params }) => leaveGroup(viewer, params.partyId),
  ),
  route(
    'PUT /parties/{partyId}/members/{personId}/role',
    {
      summary: 'Give somebody another role',
      refusals: ['not-entitled', 'only-heads-make-heads', 'not-a-member', 'last-head', 'changed-meanwhile', 'day-full'],
      body: newRole,
    },
    (viewer, { params, body }) => changeRole(viewer, params.partyId, params.personId, body),
  ),
  route(
    'DELETE /parties/{partyId}/members/{personId}',
    {
      summary: 'Remove somebody, or leave the party',
      refusals: ['not-entitled', 'not-a-member', 'last-head', 'day-full', 'only-heads-make-heads'],
    },
    (viewer, { params }) => removeMember(viewer, params.partyId, params.personId),
  ),
]
