import { type Actor, HEADS, IN_GROUP, IN_PARTY, without } from '../actors.ts'
import type { Probe } from '../probe.ts'

const organizer: readonly Actor[] = ['organizer']
const readers: readonly Actor[] = [...new Set([...IN_PARTY, ...HEADS, ...organizer])]
const limited = { textId: 'limitedTextId' }
const draft = { textId: 'draftTextId' }

/** Read by the group, or by the parties it is limited to; organizers see all of them and alone prepare drafts. */
export const textProbes: readonly Probe[] = [
  { route: 'GET /groups/{groupId}/texts', name: 'of the group', open: IN_GROUP },
  {
    route: 'POST /groups/{groupId}/texts',
    name: 'a file',
    query: '?name=river.txt',
    body: () => 'Water is common.',
    open: organizer,
    sees: without(IN_GROUP, 'organizer'),
  },
  {
    route: 'POST /groups/{groupId}/texts/pasted',
    name: 'pasted',
    body: () => ({ text: 'Water is common.' }),
    open: organizer,
    sees: without(IN_GROUP, 'organizer'),
  },
  {
    route: 'GET /groups/{groupId}/texts/waiting/{waitId}',
    name: 'of nothing that waits',
    params: { waitId: '=0190a000-0000-7000-8000-00000000000a' },
    open: organizer,
    sees: without(IN_GROUP, 'organizer'),
  },
  ...read('GET /texts/{textId}'),
  ...read('GET /texts/{textId}/contents'),
  ...read('GET /texts/{textId}/passages'),
  ...read('GET /texts/{textId}/passages', '?at=1%20%C2%B62'),
  ...read('GET /texts/{textId}/passages/{ordinal}'),
  ...read('GET /texts/{textId}/found', '?q=common'),
  ...prepare('GET /texts/{textId}/limits', 'open', { textId: 'textId' }, readers),
  ...prepare('GET /texts/{textId}/limits', 'limited', limited, readers),
  ...prepare('PUT /texts/{textId}/limits', 'open', { textId: 'textId' }, IN_GROUP, ({ ownId }) => ({
    partyIds: [ownId],
    seen: [],
  })),
  ...prepare('PUT /texts/{textId}/limits', 'limited', limited, readers, ({ ownId }) => ({
    partyIds: [],
    seen: [ownId],
  })),
  ...prepare('GET /texts/{textId}/draft', 'draft', draft, []),
  ...prepare('PUT /texts/{textId}/draft', 'draft', draft, [], () => ({
    revision: 0,
    title: 'Rivers',
    direction: 'ltr',
  })),
  ...prepare('DELETE /texts/{textId}/draft', 'draft', draft, [], () => ({ revision: 0 })),
  ...prepare('POST /texts/{textId}/draft/edits', 'draft', draft, [], ({ draftPassageId }) => ({
    revision: 0,
    edit: { edit: 'drop', ids: [draftPassageId] },
  })),
  {
    ...prepare('POST /texts/{textId}/draft/undo', 'draft', draft, [], () => ({ revision: 0, undo: '{}' }))[0],
    refused: 'draft-changed',
  } as Probe,
  ...prepare('POST /texts/{textId}/publication', 'draft', draft, [], () => ({ revision: 0 })),
  // Something cites it: to whom it is open they are refused.
  ...prepare('DELETE /texts/{textId}/publication', 'open', { textId: 'textId' }, IN_GROUP).map(
    (probe): Probe => ({ ...probe, refused: 'text-cited' }),
  ),
  ...prepare('DELETE /texts/{textId}/publication', 'limited', limited, readers),
  ...prepare('DELETE /texts/{textId}/publication', 'draft', draft, []).map(
    (probe): Probe => ({ ...probe, refused: 'not-published' }),
  ),
]

function read(route: string, query = ''): readonly Probe[] {
  const ordinal = { ordinal: '=2' }
  // Those who may read the draft find it by its preview: there is nothing published to read.
  const drafts = route === 'GET /texts/{textId}' ? organizer : []
  return [
    { route, query, name: 'open', params: ordinal, open: IN_GROUP },
    { route, query, name: 'limited', params: { ...limited, ...ordinal }, open: readers },
    { route, query, name: 'draft', params: { ...draft, ...ordinal }, open: drafts },
  ]
}

/** What organizers do; the readers of a text know that it is there. */
function prepare(
  route: string,
  name: string,
  params: Readonly<Record<string, string>>,
  known: readonly Actor[],
  body?: Probe['body'],
): readonly Probe[] {
  const sees = route.startsWith('GET') ? [] : without(known, 'organizer')
  return [{ route, name, params, open: organizer, sees, ...(body === undefined ? {} : { body }) }]
}
