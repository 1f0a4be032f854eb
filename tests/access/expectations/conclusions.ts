import { type Actor, IN_BILATERAL, IN_GROUP, SPEAK_IN_BILATERAL, without } from '../actors.ts'
import type { Probe } from '../probe.ts'

const inside = IN_BILATERAL
const inHall: readonly Actor[] = ['other-party', 'third-party', 'observer', 'delegate', 'head', 'facilitator']
const states = ['draftId', 'putId', 'awaitedId', 'declinedId', 'adoptedId', 'divergenceId'] as const
/** Those who work on the words: all who take part, and the officers; observers decide nothing. */
const drafters = without(inside, 'observer')
const voices = SPEAK_IN_BILATERAL
const content = { wording: 'Levels are read weekly.', citations: [], commitments: [] }
const reasoned = () => ({ version: 2, reason: 'Another thought' })

/** Drafts, stances and what led to a conclusion are for those of the meeting; what was adopted, as its parties share it. */
export const conclusionProbes: readonly Probe[] = [
  {
    route: 'GET /meetings/{meetingId}/conclusions',
    name: 'bilateral',
    params: { meetingId: 'bilateralId' },
    open: inside,
  },
  {
    route: 'GET /meetings/{meetingId}/conclusions',
    name: 'multilateral',
    params: { meetingId: 'hallId' },
    open: inHall,
  },
  {
    route: 'POST /meetings/{meetingId}/conclusions',
    name: 'bilateral',
    params: { meetingId: 'bilateralId' },
    body: ({ itemId }) => ({ kind: 'common-understanding', title: 'Levels', itemId, content }),
    open: drafters,
    sees: ['observer'],
  },
  {
    route: 'POST /meetings/{meetingId}/conclusions',
    name: 'multilateral',
    params: { meetingId: 'hallId' },
    body: ({ hallItemId }) => ({ kind: 'common-understanding', title: 'Levels', itemId: hallItemId, content }),
    open: ['head', 'other-party', 'third-party', 'facilitator'],
    sees: ['observer', 'delegate'],
  },
  ...states.map((state): Probe => ({ ...on('GET', ''), name: state, params: { conclusionId: state }, open: inside })),
  { ...on('GET', ''), name: 'shared with the group', params: { conclusionId: 'sharedId' }, open: IN_GROUP },
  { ...on('GET', ''), name: 'minutes shared with the group', params: { conclusionId: 'minutesId' }, open: IN_GROUP },
  ...states.map(
    (state): Probe => ({ ...on('GET', '/conclusion.md'), name: state, params: { conclusionId: state }, open: inside }),
  ),
  {
    ...on('GET', '/conclusion.md'),
    name: 'shared with the group',
    params: { conclusionId: 'sharedId' },
    open: IN_GROUP,
  },
  { ...on('GET', '/diff'), name: 'draft', query: '?from=1&to=2', params: { conclusionId: 'draftId' }, open: inside },
  {
    ...on('GET', '/diff'),
    name: 'shared: how it came about is not',
    query: '?from=1&to=2',
    params: { conclusionId: 'sharedId' },
    open: inside,
  },
  ...act('/versions', 'draftId', drafters, ({ ownId }) => ({
    baseVersion: 2,
    content: {
      ...content,
      commitments: [{ what: 'Read the gauge', partyId: ownId, personId: null, dueOn: '2090-01-31' }],
    },
  })),
  ...act('/put', 'draftId', voices, () => ({ version: 2 })),
  ...act('/take-back', 'putId', voices, reasoned),
  ...act('/withdraw', 'draftId', voices, reasoned),
  ...act('/stances', 'putId', voices, () => ({ version: 2, answer: { kind: 'consent' } })),
  ...act('/divergence', 'draftId', voices, () => ({ title: 'Where we differ' })),
  ...act('/sharing', 'adoptedId', voices, () => ({ agree: true })),
  ...act('/principals', 'awaitedId', ['head'], () => ({ version: 2, word: 'confirmed' }), {
    'other-party': 'no-word-awaited',
  }),
  {
    ...on('PUT', '/words'),
    name: 'divergenceId',
    params: { conclusionId: 'divergenceId' },
    body: () => ({ words: 'We would wait.', seen: 'We would wait.' }),
    open: voices,
    sees: without(inside, ...voices),
  },
  {
    ...on('PUT', '/words'),
    name: 'over those that were not seen',
    params: { conclusionId: 'divergenceId' },
    body: () => ({ words: 'We would wait.', seen: null }),
    open: voices,
    refused: 'changed-meanwhile',
    sees: without(inside, ...voices),
  },
  // Those who read it because it is shared act on nothing of it.
  ...act('/sharing', 'sharedId', voices, () => ({ agree: false })),
  ...follow('/done'),
  ...follow('/drop', () => ({ reason: 'No water' })),
  ...follow('/reopen', () => ({ reason: 'Water again' }), 'commitment-open'),
  {
    ...commitment('/done'),
    name: 'of a draft: words, not a commitment',
    params: { commitmentId: 'draftCommitmentId' },
    open: [],
  },
  { route: 'GET /groups/{groupId}/commitments', name: 'that one may know of', query: '?state=all', open: IN_GROUP },
  ...['', '.md', '.csv', '.json'].map(
    (ending): Probe => ({
      route: `GET /groups/{groupId}/conclusions${ending}`,
      name: 'that one may know of',
      query: '?kind=all',
      open: IN_GROUP,
    }),
  ),
  {
    route: 'GET /groups/{groupId}/conclusions',
    name: 'by words and in the order of the passages',
    query: '?order=passage&words=canary',
    open: IN_GROUP,
  },
]

function on(method: string, path: string): { readonly route: string } {
  return { route: `${method} /conclusions/{conclusionId}${path}` }
}

function commitment(path: string): { readonly route: string } {
  return { route: `POST /commitments/{commitmentId}${path}` }
}

function act(
  path: string,
  conclusionId: string,
  open: readonly Actor[],
  body: NonNullable<Probe['body']>,
  told: NonNullable<Probe['told']> = {},
): readonly Probe[] {
  const sees = without(inside, ...open, ...(Object.keys(told) as Actor[]))
  return [{ ...on('POST', path), name: conclusionId, params: { conclusionId }, open, sees, body, told }]
}

/** Whoever speaks for the responsible party says how it goes. */
function follow(path: string, body?: Probe['body'], refused?: string): readonly Probe[] {
  const sent = {
    ...commitment(path),
    ...(body === undefined ? {} : { body }),
    ...(refused === undefined ? {} : { refused }),
  }
  const open: readonly Actor[] = ['head']
  return [
    { ...sent, name: 'of the party', params: { commitmentId: 'commitmentId' }, open, sees: without(inside, ...open) },
    {
      ...sent,
      name: 'shared with the group',
      params: { commitmentId: 'sharedCommitmentId' },
      open,
      sees: without(inside, ...open),
    },
  ]
}
