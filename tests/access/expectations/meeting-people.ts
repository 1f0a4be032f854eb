import { type Actor, HEADS, IN_BILATERAL, IN_GROUP, KNOW_BILATERAL, without } from '../actors.ts'
import type { Probe } from '../probe.ts'

const weir = { meetingId: 'bilateralId' }
const ferry = { meetingId: 'scheduledId' }
const hall = { meetingId: 'hallId' }
const reading = { meetingId: 'studyId' }
const known = [...IN_BILATERAL, ...KNOW_BILATERAL]
const speakers: readonly Actor[] = [...HEADS, 'other-party']

/** Seats, voices and offices (rules 13 to 15). */
export const meetingPeopleProbes: readonly Probe[] = [
  {
    route: 'POST /meetings/{meetingId}/seats',
    name: 'for a delegate of one’s own party',
    params: weir,
    body: ({ ownId, delegatePersonId }) => ({ partyId: ownId, personId: delegatePersonId }),
    open: [...HEADS, 'delegate'],
    sees: without(known, ...HEADS, 'delegate'),
  },
  {
    route: 'POST /meetings/{meetingId}/seats',
    name: 'for a delegate, in a multilateral',
    params: hall,
    body: ({ ownId, delegatePersonId }) => ({ partyId: ownId, personId: delegatePersonId }),
    open: [...HEADS, 'delegate'],
    sees: without(IN_GROUP, ...HEADS, 'delegate'),
  },
  {
    route: 'DELETE /meetings/{meetingId}/seats/{personId}',
    name: 'of a study session',
    params: { ...reading, personId: 'thirdPartyPersonId' },
    open: ['third-party'],
    sees: ['organizer', 'member-without-party'],
  },
  {
    route: 'POST /meetings/{meetingId}/seats',
    name: 'of a study session, whose participants decide: by its head alone',
    params: reading,
    body: ({ thirdId, thirdPartyPersonId }) => ({ partyId: thirdId, personId: thirdPartyPersonId }),
    open: ['third-party'],
    sees: ['organizer', 'member-without-party'],
  },
  {
    route: 'POST /meetings/{meetingId}/seat-proposals',
    name: 'of a study session, by an organizer who does not name its participants',
    params: reading,
    body: ({ thirdId, thirdPartyPersonId }) => ({ partyId: thirdId, personId: thirdPartyPersonId }),
    open: ['organizer'],
    sees: ['third-party', 'member-without-party'],
  },
  {
    route: 'POST /meetings/{meetingId}/seat-proposals',
    name: 'of a bilateral, to which people come themselves',
    params: weir,
    body: ({ ownId, delegatePersonId }) => ({ partyId: ownId, personId: delegatePersonId }),
    open: known,
    refused: 'only-in-study-sessions',
  },
  {
    route: 'DELETE /meetings/{meetingId}/seat-proposals/{personId}',
    name: 'nobody was proposed',
    params: { ...reading, personId: 'thirdPartyPersonId' },
    open: ['third-party', 'organizer'],
    refused: 'no-seat-proposed',
    sees: ['member-without-party'],
  },
  {
    route: 'PUT /meetings/{meetingId}/seats/{personId}/authorisation',
    name: 'of a delegate, by the head',
    params: { ...weir, personId: 'delegatePersonId' },
    body: () => ({ authorised: true }),
    open: HEADS,
    // The other party's head leads there, and finds no delegate of theirs by that name.
    sees: without(known, ...HEADS, 'other-party'),
    told: { 'other-party': 'not-a-delegate' },
  },
  {
    route: 'PUT /meetings/{meetingId}/offices/{office}',
    name: 'chair of a bilateral, by either party',
    params: { ...ferry, office: '=chair' },
    body: ({ headPersonId }) => ({ personId: headPersonId }),
    // An office opens what was written before the new head came.
    open: ['head', 'other-party', 'organizer'],
    sees: ['observer', 'delegate', 'installed-head'],
  },
  {
    route: 'PUT /meetings/{meetingId}/offices/{office}',
    name: 'chair of a multilateral, by the organizer',
    params: { meetingId: 'multilateralId', office: '=chair' },
    body: ({ headPersonId }) => ({ personId: headPersonId }),
    open: ['organizer'],
    sees: without(IN_GROUP, 'organizer'),
  },
  {
    route: 'PUT /meetings/{meetingId}/offices/{office}',
    name: 'rapporteur, by the chair',
    params: { ...hall, office: '=rapporteur' },
    body: ({ headPersonId }) => ({ personId: headPersonId }),
    open: ['organizer', 'facilitator'],
    sees: without(IN_GROUP, 'organizer', 'facilitator'),
  },
  {
    route: 'POST /meetings/{meetingId}/offices/{office}/accept',
    name: 'by the party that has not spoken yet',
    params: { ...weir, office: '=rapporteur' },
    open: ['other-party'],
    sees: without(known, 'other-party', 'head'),
    told: { head: 'office-already-accepted' },
  },
  {
    route: 'DELETE /meetings/{meetingId}/offices/{office}',
    name: 'of the accepted facilitator, by a party or themselves',
    params: { ...weir, office: '=facilitator' },
    open: [...speakers, 'facilitator'],
    sees: without(known, ...speakers, 'facilitator'),
  },
  {
    route: 'POST /meetings/{meetingId}/parties/{partyId}/leave',
    name: 'one’s own, by its head',
    params: { meetingId: 'multilateralId', partyId: 'ownId' },
    open: HEADS,
    sees: without(IN_GROUP, ...HEADS),
  },
]
