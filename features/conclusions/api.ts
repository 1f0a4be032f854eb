import { openDoor, route } from '#lib/api/door.ts'
import { bringWord } from './commands/bring-word.ts'
import { putToDeciders, takeBack, withdraw } from './commands/conduct.ts'
import { recordDivergence, writeWords } from './commands/divergence.ts'
import { drop, markDone, reopen } from './commands/follow-commitment.ts'
import { openDraft } from './commands/open-draft.ts'
import { revise } from './commands/revise.ts'
import { shareWithGroup } from './commands/share.ts'
import { takeStance } from './commands/take-stance.ts'
import {
  loadCommitments,
  loadConclusion,
  loadDifference,
  loadMeetingConclusions,
  loadSharedConclusion,
} from './loaders.ts'
import {
  commitmentFilter,
  commitmentReason,
  compared,
  newConclusion,
  newDivergence,
  newVersion,
  principalsWord,
  sharing,
  sideWords,
  stance,
  versionNamed,
  versionWithReason,
} from './schema.ts'

export const conclusionRoutes = openDoor()

/** The door has checked that every `…Id` of the path is there and is a UUID. */
const at = (params: Record<string, string>, name: string): string => params[name] ?? ''
const one = (params: Record<string, string>): string => at(params, 'conclusionId')

route(
  conclusionRoutes,
  { method: 'get', path: '/meetings/{meetingId}/conclusions', summary: 'The conclusions of a meeting, by item' },
  (viewer, { params }) => loadMeetingConclusions(viewer, at(params, 'meetingId')),
)

route(
  conclusionRoutes,
  {
    method: 'post',
    path: '/meetings/{meetingId}/conclusions',
    summary: 'Open a draft: version 1',
    body: newConclusion,
    status: 201,
  },
  (viewer, { params, body }) => openDraft(viewer, at(params, 'meetingId'), body),
)

route(
  conclusionRoutes,
  { method: 'get', path: '/conclusions/{conclusionId}', summary: 'A conclusion with its versions, stances and acts' },
  async (viewer, { params }) =>
    (await loadConclusion(viewer, one(params))) ?? loadSharedConclusion(viewer, one(params)),
)

route(
  conclusionRoutes,
  {
    method: 'get',
    path: '/conclusions/{conclusionId}/diff',
    summary: 'Two versions compared, word by word',
    query: compared,
  },
  (viewer, { params, query }) => loadDifference(viewer, one(params), query),
)

route(
  conclusionRoutes,
  {
    method: 'post',
    path: '/conclusions/{conclusionId}/versions',
    summary: 'Change the draft: version n+1, made from `baseVersion`',
    body: newVersion,
  },
  (viewer, { params, body }) => revise(viewer, one(params), body),
)

route(
  conclusionRoutes,
  {
    method: 'post',
    path: '/conclusions/{conclusionId}/put',
    summary: 'Put the version to its deciders',
    body: versionNamed,
  },
  (viewer, { params, body }) => putToDeciders(viewer, one(params), body),
)

route(
  conclusionRoutes,
  {
    method: 'post',
    path: '/conclusions/{conclusionId}/take-back',
    summary: 'Take a put version back to draft, with a reason',
    body: versionWithReason,
  },
  (viewer, { params, body }) => takeBack(viewer, one(params), body),
)

route(
  conclusionRoutes,
  {
    method: 'post',
    path: '/conclusions/{conclusionId}/withdraw',
    summary: 'Give a draft up, with a reason',
    body: versionWithReason,
  },
  (viewer, { params, body }) => withdraw(viewer, one(params), body),
)

route(
  conclusionRoutes,
  {
    method: 'post',
    path: '/conclusions/{conclusionId}/stances',
    summary: 'Answer a put version; the last required stance adopts it',
    body: stance,
  },
  (viewer, { params, body }) => takeStance(viewer, one(params), body),
)

route(
  conclusionRoutes,
  {
    method: 'post',
    path: '/conclusions/{conclusionId}/principals',
    summary: 'Bring the principals’ word on a text fixed ad referendum',
    body: principalsWord,
  },
  (viewer, { params, body }) => bringWord(viewer, one(params), body),
)

route(
  conclusionRoutes,
  {
    method: 'post',
    path: '/conclusions/{conclusionId}/divergence',
    summary: 'Record a divergence on what was not adopted',
    body: newDivergence,
    status: 201,
  },
  (viewer, { params, body }) => recordDivergence(viewer, one(params), body),
)

route(
  conclusionRoutes,
  {
    method: 'put',
    path: '/conclusions/{conclusionId}/words',
    summary: 'Write my side’s own words in a divergence',
    body: sideWords,
  },
  (viewer, { params, body }) => writeWords(viewer, one(params), body),
)

route(
  conclusionRoutes,
  {
    method: 'post',
    path: '/conclusions/{conclusionId}/sharing',
    summary: 'Agree that an adopted conclusion is shared with the group, or take that back',
    body: sharing,
  },
  (viewer, { params, body }) => shareWithGroup(viewer, one(params), body),
)

route(
  conclusionRoutes,
  { method: 'post', path: '/commitments/{commitmentId}/done', summary: 'A commitment is done' },
  (viewer, { params }) => markDone(viewer, at(params, 'commitmentId')),
)

route(
  conclusionRoutes,
  {
    method: 'post',
    path: '/commitments/{commitmentId}/drop',
    summary: 'A commitment will not be done, and why',
    body: commitmentReason,
  },
  (viewer, { params, body }) => drop(viewer, at(params, 'commitmentId'), body),
)

route(
  conclusionRoutes,
  {
    method: 'post',
    path: '/commitments/{commitmentId}/reopen',
    summary: 'A commitment is taken up again, and why',
    body: commitmentReason,
  },
  (viewer, { params, body }) => reopen(viewer, at(params, 'commitmentId'), body),
)

route(
  conclusionRoutes,
  {
    method: 'get',
    path: '/groups/{groupId}/commitments',
    summary: 'Commitments of the group that I may know of, my party’s first',
    query: commitmentFilter,
  },
  (viewer, { params, query }) => loadCommitments(viewer, at(params, 'groupId'), query),
)
