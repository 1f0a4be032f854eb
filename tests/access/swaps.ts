import type { Actor } from './actors.ts'
import type { World } from './world/world.ts'

const time = { wall: '2090-03-01T10:00', timeZone: 'Europe/Lisbon', durationMinutes: 60 }
const item = { agendaVersion: 0, kind: 'inquiry', title: 'Levels', minutes: 10 }
const content = { wording: 'Levels are read.', citations: [], commitments: [] }

/** An act with an id in its body that is not for whoever acts (SECURITY.md, attacks 1 and 3). */
export interface Swap {
  readonly what: string
  readonly by: Actor
  readonly route: string
  /** The name of the id that is not for them. */
  readonly hidden: string
  readonly body: (id: string, ids: World['ids']) => object
}

const cite = (editionId: string) => [{ editionId, first: 2, last: 2 }]
const draft = { kind: 'common-understanding', title: 'Levels', itemId: null, content }
const homework = { as: 'party', kind: 'read' }

/** What the actor may do, but for the id. */
export const swaps: readonly Swap[] = [
  {
    what: 'a text to cite',
    by: 'other-party',
    route: 'POST /meetings/{bilateralId}/items',
    hidden: 'limitedEditionId',
    body: (id) => ({ ...item, citations: cite(id) }),
  },
  {
    what: 'a text to give to a party',
    by: 'third-party',
    route: 'POST /groups/{groupId}/assignments',
    hidden: 'limitedEditionId',
    body: (id, ids) => ({ ...homework, to: [{ partyId: ids.thirdId }], citations: cite(id) }),
  },
  {
    what: 'a meeting to prepare',
    by: 'third-party',
    route: 'POST /groups/{groupId}/assignments',
    hidden: 'bilateralId',
    body: (meetingId, ids) => ({
      ...homework,
      meetingId,
      to: [{ partyId: ids.thirdId }],
      citations: cite(ids.editionId ?? ''),
    }),
  },
  ...['declinedId', 'adoptedId'].map((hidden): Swap => {
    const body = (originId: string) => ({ ...draft, originId })
    return {
      what: 'a conclusion to start from',
      by: 'third-party',
      route: 'POST /meetings/{hallId}/conclusions',
      hidden,
      body,
    }
  }),
  {
    what: 'a conclusion to supersede',
    by: 'third-party',
    route: 'POST /meetings/{hallId}/conclusions',
    hidden: 'adoptedId',
    body: (supersedesId) => ({ ...draft, supersedesId }),
  },
  {
    what: 'an item of a hidden meeting',
    by: 'third-party',
    route: 'POST /meetings/{hallId}/conclusions',
    hidden: 'itemId',
    body: (itemId) => ({ ...draft, itemId }),
  },
  {
    what: 'a meeting to carry into',
    by: 'facilitator',
    route: 'POST /meetings/{hallId}/close',
    hidden: 'draftMeetingId',
    body: (toMeetingId, ids) => ({
      dispositions: [{ kind: 'item', id: ids.hallItemId, outcome: 'carry', toMeetingId }],
    }),
  },
  {
    what: 'an item to come to',
    by: 'facilitator',
    route: 'PUT /meetings/{hallId}/current-item',
    hidden: 'scheduledItemId',
    body: (itemId) => ({ itemId }),
  },
  {
    what: 'a foreign party in a new meeting',
    by: 'organizer',
    route: 'POST /groups/{groupId}/meetings',
    hidden: 'foreignPartyId',
    body: (id, ids) => ({ kind: 'bilateral', title: 'Levels', partyIds: [ids.ownId, id] }),
  },
  {
    what: 'a foreign party in a draft',
    by: 'organizer',
    route: 'PUT /meetings/{draftMeetingId}/parties',
    hidden: 'foreignPartyId',
    body: (id, ids) => ({ partyIds: [ids.ownId, id], seen: [ids.ownId] }),
  },
  {
    what: 'a foreign party to propose to',
    by: 'head',
    route: 'POST /groups/{groupId}/meetings/proposals',
    hidden: 'foreignPartyId',
    body: (withPartyId, ids) => ({ partyId: ids.ownId, withPartyId, title: 'Levels', time }),
  },
  {
    what: 'a foreign party among those of a text',
    by: 'organizer',
    route: 'PUT /texts/{textId}/limits',
    hidden: 'foreignPartyId',
    body: (id) => ({ partyIds: [id], seen: [] }),
  },
  {
    what: 'a foreign party to assign to',
    by: 'organizer',
    route: 'POST /groups/{groupId}/assignments',
    hidden: 'foreignPartyId',
    body: (partyId, ids) => ({
      ...homework,
      as: 'organizer',
      to: [{ partyId }],
      citations: cite(ids.editionId ?? ''),
    }),
  },
  {
    what: 'a foreign party that is responsible',
    by: 'head',
    route: 'POST /meetings/{bilateralId}/conclusions',
    hidden: 'foreignPartyId',
    body: (partyId) => {
      const commitments = [{ what: 'Read the gauge', partyId, personId: null, dueOn: '2090-01-31' }]
      return { ...draft, kind: 'cooperation', content: { ...content, commitments } }
    },
  },
  {
    what: 'somebody of no party to sit for one',
    by: 'head',
    route: 'POST /meetings/{bilateralId}/seats',
    hidden: 'instanceAdminPersonId',
    body: (personId, ids) => ({ personId, partyId: ids.ownId }),
  },
  {
    what: 'somebody of no party to be proposed for one',
    by: 'organizer',
    route: 'POST /meetings/{studyId}/seat-proposals',
    hidden: 'instanceAdminPersonId',
    body: (personId, ids) => ({ personId, partyId: ids.thirdId }),
  },
  ...['PUT /meetings/{hallId}/offices/rapporteur', 'POST /meetings/{hallId}/seats'].map((route): Swap => {
    const body = (personId: string, { ownId }: World['ids']) =>
      route.startsWith('PUT') ? { personId } : { personId, partyId: ownId }
    return {
      what: 'a person whom their party does not show',
      by: 'left-party',
      route,
      hidden: 'delegatePersonId',
      body,
    }
  }),
  {
    what: 'a person who could come',
    by: 'observer',
    route: 'POST /meetings/{hallId}/presence',
    hidden: 'thirdPartyPersonId',
    body: (personId) => ({ personId }),
  },
]
