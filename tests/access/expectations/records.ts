import { type Actor, IN_BILATERAL, IN_GROUP, without } from '../actors.ts'
import type { Probe } from '../probe.ts'
import { PAIR } from '../world/meetings.ts'

const inHall: readonly Actor[] = ['other-party', 'third-party', 'observer', 'delegate', 'head', 'facilitator']
const speakers: readonly Actor[] = ['head', 'other-party']

/** For those of the meeting, and as they share it; never for the organizer as such. */
export const recordProbes: readonly Probe[] = [
  ...minutes('GET /meetings/{meetingId}/record'),
  ...minutes('GET /meetings/{meetingId}/record.md'),
  ...whole('GET /meetings/{meetingId}/record/entries'),
  ...whole('GET /meetings/{meetingId}/record.json'),
  ...whole('GET /meetings/{meetingId}/record/verify'),
  {
    route: 'POST /meetings/{meetingId}/record/put',
    name: 'closed bilateral',
    params: { meetingId: 'closedId' },
    open: speakers,
    sees: without(PAIR, ...speakers),
  },
  {
    route: 'POST /meetings/{meetingId}/record/put',
    name: 'bilateral that is still held',
    params: { meetingId: 'bilateralId' },
    open: speakers,
    refused: 'meeting-not-closed',
    // A facilitator helps; the chair or either party puts (rule 6).
    sees: without(IN_BILATERAL, ...speakers),
  },
]

function minutes(route: string): readonly Probe[] {
  return [
    ...ofMeeting(route),
    { route, name: 'shared with the group', params: { meetingId: 'agreedId' }, open: IN_GROUP },
  ]
}

/** What was recorded word for word, with what came after the minutes, stays with the parties. */
function whole(route: string): readonly Probe[] {
  return [
    ...ofMeeting(route),
    { route, name: 'whose minutes are shared', params: { meetingId: 'agreedId' }, open: PAIR },
  ]
}

function ofMeeting(route: string): readonly Probe[] {
  // A draft is its organizers' own, and nothing is recorded of it yet: there is nothing to export.
  const drafts: readonly Actor[] = /record\.(md|json)$/.test(route) ? [] : ['organizer']
  return [
    { route, name: 'bilateral', params: { meetingId: 'bilateralId' }, open: IN_BILATERAL },
    { route, name: 'multilateral', params: { meetingId: 'hallId' }, open: inHall },
    { route, name: 'draft', params: { meetingId: 'draftMeetingId' }, open: drafts },
  ]
}
