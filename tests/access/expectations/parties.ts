import { type Actor, HEADS, IN_GROUP, without } from '../actors.ts'
import type { Probe } from '../probe.ts'

const organizer: readonly Actor[] = ['organizer']
const others = without(IN_GROUP, 'organizer')
const party = { name: 'Alder', shortName: 'Alder', timeZone: 'Europe/Lisbon' }
const own = { partyId: 'ownId' }
const foreign = { partyId: 'foreignPartyId' }

/** The group knows its parties; each changes its own people (rule 14). */
export const partyProbes: readonly Probe[] = [
  { route: 'GET /groups/{groupId}/parties', name: 'of the group', open: IN_GROUP },
  {
    route: 'POST /groups/{groupId}/parties',
    name: 'a new one',
    body: () => ({ ...party, name: 'Elder', shortName: 'Elder' }),
    open: organizer,
    sees: others,
  },
  { route: 'GET /parties/{partyId}', name: 'with invitations of its own', params: own, open: IN_GROUP },
  { route: 'GET /parties/{partyId}', name: 'of another group', params: foreign, open: [] },
  {
    route: 'GET /parties/{partyId}/export.json',
    name: 'what it agreed, for those who speak for it',
    params: own,
    open: HEADS,
    sees: without(IN_GROUP, ...HEADS),
  },
  { route: 'GET /parties/{partyId}/export.json', name: 'of another group', params: foreign, open: [] },
  {
    route: 'PUT /parties/{partyId}',
    name: 'that has a head',
    params: own,
    body: () => ({ ...party, seen: party }),
    open: HEADS,
    sees: without(IN_GROUP, ...HEADS),
  },
  {
    route: 'PUT /parties/{partyId}',
    name: 'over what was not seen',
    params: own,
    body: () => ({ ...party, name: 'Elder', seen: { ...party, name: 'Ash' } }),
    open: HEADS,
    refused: 'changed-meanwhile',
    sees: without(IN_GROUP, ...HEADS),
  },
  {
    route: 'POST /parties/{partyId}/headship',
    name: 'that never had a head',
    params: { partyId: 'vacantId' },
    open: organizer,
    sees: others,
  },
  {
    route: 'POST /parties/{partyId}/headship',
    name: 'that has a head',
    params: own,
    open: organizer,
    refused: 'party-has-had-a-head',
    sees: without(others, ...HEADS),
    told: { head: 'already-a-member', 'installed-head': 'already-a-member' },
  },
  {
    route: 'POST /parties/{partyId}/departure',
    name: 'by its head',
    params: own,
    open: HEADS,
    sees: without(IN_GROUP, ...HEADS),
  },
  {
    route: 'PUT /parties/{partyId}/members/{personId}/role',
    name: 'of a delegate',
    params: { ...own, personId: 'delegatePersonId' },
    body: () => ({ role: 'deputy', seen: 'delegate' }),
    open: HEADS,
    sees: without(IN_GROUP, ...HEADS),
    unseen: { param: 'personId', by: ['third-party', 'other-party', 'organizer'] },
  },
  {
    route: 'PUT /parties/{partyId}/members/{personId}/role',
    name: 'over one that was not seen',
    params: { ...own, personId: 'delegatePersonId' },
    body: () => ({ role: 'deputy', seen: 'observer' }),
    open: HEADS,
    refused: 'changed-meanwhile',
    sees: without(IN_GROUP, ...HEADS),
    unseen: { param: 'personId', by: ['third-party', 'other-party', 'organizer'] },
  },
  {
    route: 'DELETE /parties/{partyId}/members/{personId}',
    name: 'a delegate',
    params: { ...own, personId: 'delegatePersonId' },
    // Whoever removes themselves leaves.
    open: [...HEADS, 'delegate'],
    sees: without(IN_GROUP, ...HEADS, 'delegate'),
    unseen: { param: 'personId', by: ['third-party', 'other-party', 'organizer'] },
  },
]
