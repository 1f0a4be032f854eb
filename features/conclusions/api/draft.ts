/** Reading conclusions, and drafting them. */

import { z } from 'zod'
import type { RefusalCode } from '#domain/refusal-code.ts'
import { textRefusals } from '#lib/api/fields.ts'
import { route } from '#lib/api/route.ts'
import { citationRefusals } from '#store/citation/schema.ts'
import { admissionRefusals, draftingRefusals } from '#store/conclusion/schema.ts'
import { withdraw } from '../commands/conduct.ts'
import { openDraft } from '../commands/open-draft.ts'
import { revise } from '../commands/revise.ts'
import { loadConclusion, loadDifference, loadMeetingConclusions, loadSharedConclusion } from '../loaders.ts'
import { compared, newConclusion, newVersion, versionWithReason } from '../schema.ts'
import { conclusionView, sharedConclusionView } from '../views/conclusion.ts'
import { changedSince, versionDifference } from '../views/difference.ts'
import { meetingConclusions, outcomeView } from '../views/list.ts'

/** What is refused of what a version says. */
const contentRefusals = [
  ...textRefusals,
  ...citationRefusals,
  'too-many',
  'date-does-not-exist',
  'commitments-need-cooperation',
  'record-head-mismatch',
] as const satisfies readonly RefusalCode[]

/** An older conclusion is not replaced by this one. */
const supersedingRefusals = [
  'not-supersedable',
  'supersedes-other-parties',
  'supersedes-unseen',
] as const satisfies readonly RefusalCode[]

export const conclusionRoutes = [
  route(
    'GET /meetings/{meetingId}/conclusions',
    { summary: 'The conclusions of a meeting, by item', answer: meetingConclusions },
    (viewer, { params }) => loadMeetingConclusions(viewer, params.meetingId),
  ),
  route(
    'POST /meetings/{meetingId}/conclusions',
    {
      summary: 'Open a draft: version 1',
      refusals: [
        'not-entitled',
        'resolution-needs-multilateral',
        'origin-not-ended',
        ...contentRefusals,
        ...draftingRefusals,
        ...supersedingRefusals,
        ...admissionRefusals,
      ],
      answer: outcomeView,
      body: newConclusion,
      status: 201,
    },
    (viewer, { params, body }) => openDraft(viewer, params.meetingId, body),
  ),
  route(
    'GET /conclusions/{conclusionId}',
    {
      summary: 'A conclusion with its versions, stances and acts',
      answer: z.union([conclusionView, sharedConclusionView]),
    },
    async (viewer, { params }) =>
      (await loadConclusion(viewer, params.conclusionId)) ?? loadSharedConclusion(viewer, params.conclusionId),
  ),
  route(
    'GET /conclusions/{conclusionId}/diff',
    {
      summary: 'Two versions compared, word by word',
      answer: versionDifference,
      query: compared,
    },
    (viewer, { params, query }) => loadDifference(viewer, params.conclusionId, query),
  ),
  route(
    'POST /conclusions/{conclusionId}/versions',
    {
      summary: 'Change the draft: version n+1, made from `baseVersion`',
      refusals: [
        'not-entitled',
        'version-stands-still',
        'not-a-draft',
        'minutes-are-rendered',
        'version-changed',
        ...contentRefusals,
        ...draftingRefusals,
        ...admissionRefusals,
      ],
      facts: { 'version-changed': changedSince },
      answer: outcomeView,
      body: newVersion,
    },
    (viewer, { params, body }) => revise(viewer, params.conclusionId, body),
  ),
  route(
    'POST /conclusions/{conclusionId}/withdraw',
    {
      summary: 'Give a draft up, with a reason',
      refusals: [
        'not-entitled',
        'not-a-draft',
        'version-changed',
        ...textRefusals,
        ...admissionRefusals,
        ...draftingRefusals,
      ],
      facts: { 'version-changed': changedSince },
      answer: outcomeView,
      body: versionWithReason,
    },
    (viewer, { params, body }) => withdraw(viewer, params.conclusionId, body),
  ),
]
