import { type Actor, IN_GROUP, KNOW_BILATERAL, without } from '../actors.ts'
import type { Probe } from '../probe.ts'

const organizer: readonly Actor[] = ['organizer']
const item = { agendaVersion: 0, kind: 'inquiry', title: 'Levels', aim: '', minutes: 10 }

const weir = { meetingId: 'bilateralId' }
const ferry = { meetingId: 'scheduledId' }
const basin = { meetingId: 'multilateralId' }
const draft = { meetingId: 'draftMeetingId' }

/** Who writes an agenda (rules 2 to 4). */
export const agendaProbes: readonly Probe[] = [
  ...editing('POST /meetings/{meetingId}/items', () => item),
  ...editing('PUT /meetings/{meetingId}/items/{itemId}', () => item),
  ...editing('DELETE /meetings/{meetingId}/items/{itemId}', undefined, '?agendaVersion=0'),
  ...editing('POST /meetings/{meetingId}/items/{itemId}/move', () => ({ agendaVersion: 0, before: null })),
  ...editingMultilateral('PUT /meetings/{meetingId}/statement-minutes', () => ({ agendaVersion: 0, minutes: 4 })),
  ...editingMultilateral('PUT /meetings/{meetingId}/resolution-limit', () => ({
    agendaVersion: 0,
    limit: 2,
    reason: 'Short',
  })),
]

/** The agenda is its two parties' and their officers' own; an organizer who may read titles writes none. */
function editing(route: string, body?: Probe['body'], query = ''): readonly Probe[] {
  const sent = { route, query, ...(body === undefined ? {} : { body }) }
  const unseen = route.includes('{itemId}') ? { unseen: { param: 'itemId', by: KNOW_BILATERAL } } : {}
  return [
    {
      ...sent,
      ...unseen,
      name: 'bilateral',
      params: { ...weir, itemId: 'itemId' },
      open: ['head', 'other-party', 'facilitator'],
      sees: ['observer', 'delegate', ...KNOW_BILATERAL],
      ...(route.startsWith('DELETE') ? { refused: 'item-has-conclusions' } : {}),
    },
    {
      ...sent,
      name: 'bilateral whose titles are shared',
      params: { ...ferry, itemId: 'scheduledItemId' },
      open: ['head', 'other-party'],
      sees: ['observer', 'delegate', 'organizer', 'installed-head'],
    },
    {
      ...sent,
      name: 'multilateral',
      params: { ...basin, itemId: 'multilateralItemId' },
      open: organizer,
      sees: without(IN_GROUP, 'organizer'),
      ...(route.includes('{itemId}')
        ? {
            unseen: {
              param: 'itemId',
              by: ['facilitator', 'pending-officer', 'member-without-party', 'installed-head', 'left-party'],
            },
          }
        : {}),
    },
    { ...sent, name: 'draft', params: { ...draft, itemId: 'draftItemId' }, open: organizer },
  ]
}

function editingMultilateral(route: string, body: NonNullable<Probe['body']>): readonly Probe[] {
  return [
    { route, body, name: 'multilateral', params: basin, open: organizer, sees: without(IN_GROUP, 'organizer') },
    { route, body, name: 'draft', params: draft, open: organizer },
  ]
}
