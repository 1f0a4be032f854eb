import { IN_GROUP, KNOW_BILATERAL, without } from '../actors.ts'
import type { Probe } from '../probe.ts'

const weir = { meetingId: 'bilateralId' }
const ferry = { meetingId: 'scheduledId' }
const hall = { meetingId: 'hallId' }

/** Opening and closing: the chair; in a bilateral also either party, in a study session its own. */
export const holdingProbes: readonly Probe[] = [
  {
    route: 'GET /meetings/{meetingId}/closing',
    name: 'bilateral',
    params: weir,
    open: ['head', 'other-party', 'facilitator'],
  },
  {
    route: 'GET /meetings/{meetingId}/closing',
    name: 'multilateral, by its chair',
    params: hall,
    open: ['facilitator'],
  },
  {
    route: 'POST /meetings/{meetingId}/open',
    name: 'bilateral, by either party',
    params: ferry,
    open: ['head', 'installed-head', 'other-party'],
    sees: ['observer', 'delegate', 'organizer'],
  },
  {
    route: 'POST /meetings/{meetingId}/open',
    name: 'study, by its party',
    params: { meetingId: 'studyId' },
    open: ['third-party'],
    sees: ['member-without-party', 'organizer'],
  },
  {
    route: 'POST /meetings/{meetingId}/close',
    name: 'bilateral',
    params: weir,
    body: ({ itemId }) => ({ dispositions: [{ kind: 'item', id: itemId, outcome: 'settled' }] }),
    open: ['head', 'other-party', 'facilitator'],
    refused: 'open-things-left',
    sees: ['observer', 'delegate', ...KNOW_BILATERAL],
  },
  {
    route: 'POST /meetings/{meetingId}/close',
    name: 'multilateral, by its chair',
    params: hall,
    body: ({ hallItemId }) => ({ dispositions: [{ kind: 'item', id: hallItemId, outcome: 'settled' }] }),
    open: ['facilitator'],
    sees: without(IN_GROUP, 'facilitator'),
  },
]
