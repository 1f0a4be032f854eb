import { type Actor, IN_GROUP, without } from '../actors.ts'
import type { Probe } from '../probe.ts'
import { KEEP_MOOT } from '../world/left.ts'
import { IN_HALL } from '../world/meetings.ts'

const moot = { meetingId: 'mootId' }
const record = ['/record', '/record.md', '/record/entries', '/record.json', '/record/verify'] as const
const content = { wording: 'Levels are read weekly.', citations: [], commitments: [] }
const consenting: readonly Actor[] = ['head', 'other-party', 'left-party']

/** A party that left keeps what was agreed with it and the record up to its leaving, and sees nothing that comes later. */
export const leavingProbes: readonly Probe[] = [
  { route: 'GET /meetings/{meetingId}', name: 'that a party left', params: moot, open: IN_GROUP },
  {
    route: 'GET /meetings/{meetingId}/calendar.ics',
    name: 'that a party left',
    params: moot,
    open: [...IN_HALL, 'organizer', 'installed-head'],
  },
  {
    route: 'GET /meetings/{meetingId}/agenda',
    name: 'that a party left',
    params: moot,
    open: [...IN_HALL, 'organizer'],
  },
  { route: 'GET /meetings/{meetingId}/floor', name: 'that a party left', params: moot, open: IN_HALL },
  {
    route: 'GET /meetings/{meetingId}/preparation',
    name: 'that a party left',
    params: moot,
    open: [...IN_HALL, 'organizer', 'installed-head'],
  },
  ...record.map(
    (path): Probe => ({
      route: `GET /meetings/{meetingId}${path}`,
      name: 'that a party left',
      params: moot,
      open: KEEP_MOOT,
    }),
  ),
  { route: 'GET /meetings/{meetingId}/conclusions', name: 'that a party left', params: moot, open: KEEP_MOOT },
  {
    route: 'POST /meetings/{meetingId}/conclusions',
    name: 'that a party left',
    params: moot,
    body: ({ mootItemId }) => ({ kind: 'common-understanding', title: 'Levels', itemId: mootItemId, content }),
    open: ['head', 'other-party', 'third-party', 'facilitator'],
    sees: ['observer', 'delegate'],
  },
  ...conclusion('adopted with it', 'keptId', KEEP_MOOT),
  ...conclusion('adopted without it', 'laterId', IN_HALL),
  ...conclusion('drafted', 'mootDraftId', IN_HALL),
  {
    route: 'POST /conclusions/{conclusionId}/sharing',
    name: 'adopted with a party that left',
    params: { conclusionId: 'keptId' },
    body: () => ({ agree: true }),
    open: consenting,
    sees: without(KEEP_MOOT, ...consenting),
  },
  {
    route: 'POST /conclusions/{conclusionId}/withdraw',
    name: 'drafted where a party left',
    params: { conclusionId: 'mootDraftId' },
    body: () => ({ version: 2, reason: 'Another thought' }),
    open: ['facilitator'],
    sees: without(IN_HALL, 'facilitator'),
  },
]

function conclusion(name: string, conclusionId: string, open: readonly Actor[]): readonly Probe[] {
  const params = { conclusionId }
  return [
    { route: 'GET /conclusions/{conclusionId}', name, params, open },
    { route: 'GET /conclusions/{conclusionId}/diff', name, query: '?from=1&to=2', params, open },
  ]
}
