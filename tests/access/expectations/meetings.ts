import { type Actor, HEADS, IN_BILATERAL, IN_GROUP, KNOW_BILATERAL, without } from '../actors.ts'
import type { Probe } from '../probe.ts'
import { PAIR } from '../world/meetings.ts'

const organizer: readonly Actor[] = ['organizer']
const knowWeir = [...IN_BILATERAL, ...KNOW_BILATERAL]
/** The other bilaterals have no facilitator, nor anybody who waits to be accepted. */
const knowPair: readonly Actor[] = [...PAIR, 'organizer', 'installed-head']
const speakers: readonly Actor[] = ['head', 'installed-head', 'other-party']
const inMultilateral: readonly Actor[] = ['other-party', 'third-party', 'observer', 'delegate', 'head']
const study: readonly Actor[] = ['third-party', 'member-without-party', 'organizer']

const time = { wall: '2090-03-01T10:00', timeZone: 'Europe/Lisbon', durationMinutes: 60 }
const words = { title: 'Levels', aim: '', place: 'Hall', link: '' }
/** Of a meeting that is called otherwise. */
const seen = { title: 'Older', aim: '', place: '', link: '' }

const weir = { meetingId: 'bilateralId' }
const ferry = { meetingId: 'scheduledId' }
const proposal = { meetingId: 'proposalId' }
const basin = { meetingId: 'multilateralId' }
const draft = { meetingId: 'draftMeetingId' }

export const meetingProbes: readonly Probe[] = [
  { route: 'GET /groups/{groupId}/meetings', name: 'upcoming', open: IN_GROUP },
  { route: 'GET /groups/{groupId}/meetings', name: 'being prepared', query: '?when=preparing', open: IN_GROUP },
  { route: 'GET /groups/{groupId}/meetings', name: 'past', query: '?when=past', open: IN_GROUP },
  {
    route: 'POST /groups/{groupId}/meetings',
    name: 'a multilateral',
    body: ({ ownId, otherId, thirdId }) => ({
      kind: 'multilateral',
      title: 'Levels',
      partyIds: [ownId, otherId, thirdId],
    }),
    open: organizer,
    sees: without(IN_GROUP, 'organizer'),
  },
  {
    route: 'POST /groups/{groupId}/meetings',
    name: 'a study session',
    body: ({ ownId }) => ({ kind: 'study', title: 'Levels', partyIds: [ownId] }),
    open: [...organizer, ...HEADS],
    sees: without(IN_GROUP, 'organizer', ...HEADS),
  },
  {
    route: 'POST /groups/{groupId}/meetings/proposals',
    name: 'by a party’s head',
    body: ({ ownId, otherId }) => ({ partyId: ownId, withPartyId: otherId, title: 'Levels', time }),
    open: HEADS,
    sees: without(IN_GROUP, ...HEADS),
  },
  { route: 'GET /meetings/{meetingId}', name: 'bilateral', params: weir, open: knowWeir },
  { route: 'GET /meetings/{meetingId}', name: 'bilateral whose titles are shared', params: ferry, open: knowPair },
  {
    route: 'GET /meetings/{meetingId}',
    name: 'proposed bilateral',
    params: proposal,
    open: without(knowPair, 'organizer'),
  },
  {
    route: 'GET /meetings/{meetingId}',
    name: 'bilateral called off',
    params: { meetingId: 'cancelledId' },
    open: knowPair,
  },
  { route: 'GET /meetings/{meetingId}', name: 'multilateral', params: basin, open: IN_GROUP },
  { route: 'GET /meetings/{meetingId}', name: 'draft', params: draft, open: organizer },
  { route: 'GET /meetings/{meetingId}', name: 'study', params: { meetingId: 'studyId' }, open: study },
  { route: 'GET /meetings/{meetingId}/agenda', name: 'bilateral', params: weir, open: IN_BILATERAL },
  {
    route: 'GET /meetings/{meetingId}/agenda',
    name: 'multilateral',
    params: basin,
    open: [...inMultilateral, ...organizer],
  },
  { route: 'GET /meetings/{meetingId}/agenda', name: 'draft', params: draft, open: organizer },
  { route: 'GET /meetings/{meetingId}/agenda', name: 'study', params: { meetingId: 'studyId' }, open: study },
  { route: 'GET /meetings/{meetingId}/calendar.ics', name: 'bilateral', params: weir, open: knowWeir },
  {
    route: 'GET /meetings/{meetingId}/calendar.ics',
    name: 'multilateral',
    params: basin,
    open: [...inMultilateral, 'organizer', 'installed-head'],
  },
  ...plan('PUT /meetings/{meetingId}/description', () => ({ ...words, seen: words })),
  ...plan('PUT /meetings/{meetingId}/description', () => ({ ...words, seen })).map(({ name, ...probe }) => ({
    ...probe,
    name: `${name}, over what was not seen`,
    refused: 'changed-meanwhile',
  })),
  ...plan('POST /meetings/{meetingId}/cancel', () => ({ reason: 'Flood' })),
  {
    route: 'PUT /meetings/{meetingId}/parties',
    name: 'draft',
    params: draft,
    body: ({ ownId, otherId, thirdId }) => ({ partyIds: [ownId, otherId, thirdId], seen: [ownId, otherId] }),
    open: organizer,
  },
  {
    route: 'PUT /meetings/{meetingId}/parties',
    name: 'bilateral',
    params: ferry,
    body: ({ ownId, otherId }) => ({ partyIds: [ownId, otherId], seen: [ownId, otherId] }),
    open: organizer,
    sees: PAIR.concat('installed-head'),
  },
  {
    route: 'POST /meetings/{meetingId}/schedule',
    name: 'draft',
    params: draft,
    body: () => ({ time }),
    open: organizer,
  },
  {
    route: 'POST /meetings/{meetingId}/reschedule',
    name: 'bilateral, by the organizer',
    params: ferry,
    body: () => ({ time }),
    open: organizer,
    sees: PAIR.concat('installed-head'),
  },
  {
    route: 'POST /meetings/{meetingId}/reschedule',
    name: 'multilateral',
    params: basin,
    body: () => ({ time }),
    open: organizer,
    sees: without(IN_GROUP, 'organizer'),
  },
  {
    route: 'POST /meetings/{meetingId}/offers',
    name: 'to move a bilateral',
    params: ferry,
    body: () => ({ time, message: 'Rather then' }),
    open: speakers,
    sees: ['observer', 'delegate', 'organizer'],
  },
  ...offered('POST /meetings/{meetingId}/offers/{offerId}/accept'),
  ...offered('POST /meetings/{meetingId}/offers/{offerId}/decline', () => ({ reason: '' })),
  {
    route: 'PUT /meetings/{meetingId}/titles-sharing',
    name: 'bilateral',
    params: weir,
    body: () => ({ shared: true }),
    open: without(speakers, 'installed-head'),
    sees: ['observer', 'delegate', 'facilitator', 'organizer', 'pending-officer', 'installed-head'],
  },
  {
    route: 'PUT /meetings/{meetingId}/titles-sharing',
    name: 'bilateral, taken back',
    params: weir,
    body: () => ({ shared: false }),
    open: speakers,
    sees: ['observer', 'delegate', 'facilitator', 'organizer', 'pending-officer'],
  },
]

/** Date, place and calling off: the organizer, and in a bilateral either party (its new head too: nothing old opens by it). */
function plan(route: string, body: NonNullable<Probe['body']>): readonly Probe[] {
  return [
    {
      route,
      body,
      name: 'bilateral',
      params: ferry,
      open: [...speakers, ...organizer],
      sees: ['observer', 'delegate'],
    },
    { route, body, name: 'multilateral', params: basin, open: organizer, sees: without(IN_GROUP, 'organizer') },
    { route, body, name: 'draft', params: draft, open: organizer },
  ]
}

/** The other party answers; to those who offered it, it is their own. */
function offered(route: string, body?: Probe['body']): readonly Probe[] {
  const sent = body === undefined ? {} : { body }
  return [
    {
      route,
      ...sent,
      name: 'by the other party',
      params: proposal,
      open: ['other-party'],
      sees: ['observer', 'delegate'],
      told: { head: 'own-offer', 'installed-head': 'own-offer' },
    },
  ]
}
