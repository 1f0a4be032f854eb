import { type Actor, IN_BILATERAL, IN_GROUP, KNOW_BILATERAL, without } from '../actors.ts'
import type { Probe } from '../probe.ts'

const weir = { meetingId: 'bilateralId', itemId: 'itemId' }
const hall = { meetingId: 'hallId', itemId: 'hallItemId' }
const inHall: readonly Actor[] = ['other-party', 'third-party', 'observer', 'delegate', 'head', 'facilitator']
const conduct: readonly Actor[] = ['head', 'other-party', 'facilitator']
/** A new head sees nothing that was written before, and so conducts nothing that began before (rule 14). */
const others: readonly Actor[] = ['observer', 'delegate', ...KNOW_BILATERAL]

/** The meeting as it is held: for those who are in it. */
export const floorProbes: readonly Probe[] = [
  { route: 'GET /meetings/{meetingId}/floor', name: 'bilateral', params: weir, open: IN_BILATERAL },
  { route: 'GET /meetings/{meetingId}/floor', name: 'multilateral', params: hall, open: inHall },
  {
    route: 'POST /meetings/{meetingId}/presence',
    name: 'a delegate comes',
    params: weir,
    body: ({ delegatePersonId }) => ({ personId: delegatePersonId }),
    // Whoever speaks for a party may attend with it, also who sees nothing older.
    open: [...conduct, 'delegate', 'installed-head'],
    sees: without(others, 'delegate', 'installed-head'),
  },
  {
    route: 'DELETE /meetings/{meetingId}/presence/{personId}',
    name: 'the head goes',
    params: { ...weir, personId: 'headPersonId' },
    open: [...conduct, 'installed-head'],
    sees: without(others, 'installed-head'),
  },
  {
    route: 'PUT /meetings/{meetingId}/current-item',
    name: 'bilateral',
    params: weir,
    body: ({ itemId }) => ({ itemId }),
    open: conduct,
    sees: others,
  },
  {
    route: 'PUT /meetings/{meetingId}/current-item',
    name: 'multilateral, by its chair',
    params: hall,
    body: ({ hallItemId }) => ({ itemId: hallItemId }),
    open: ['facilitator'],
    sees: without(IN_GROUP, 'facilitator'),
  },
  {
    route: 'DELETE /meetings/{meetingId}/current-item',
    name: 'none was begun',
    params: weir,
    open: conduct,
    refused: 'no-current-item',
    sees: others,
  },
  {
    route: 'PUT /meetings/{meetingId}/items/{itemId}/notes',
    name: 'bilateral',
    params: weir,
    body: () => ({ notes: 'Levels fell.', notesVersion: 0 }),
    open: conduct,
    sees: others,
    unseen: { param: 'itemId', by: KNOW_BILATERAL },
  },
  {
    route: 'PUT /meetings/{meetingId}/items/{itemId}/notes',
    name: 'on an older version, which shows the newer',
    params: weir,
    body: () => ({ notes: 'Levels fell.', notesVersion: 7 }),
    open: conduct,
    refused: 'notes-changed',
    sees: others,
  },
  {
    route: 'PUT /meetings/{meetingId}/items/{itemId}/notes',
    name: 'multilateral, by its chair',
    params: hall,
    body: () => ({ notes: 'Levels fell.', notesVersion: 0 }),
    open: ['facilitator'],
    sees: without(IN_GROUP, 'facilitator'),
    unseen: { param: 'itemId', by: ['pending-officer', 'member-without-party', 'installed-head', 'left-party'] },
  },
]
