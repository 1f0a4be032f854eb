/** Following up who does what by when. */

import type { RefusalCode } from '#domain/refusal-code.ts'
import { textRefusals } from '#lib/api/fields.ts'
import { route } from '#lib/api/route.ts'
import { drop, markCommitmentDone, reopen } from '../commands/follow-commitment.ts'
import { loadCommitments } from '../loaders.ts'
import { commitmentFilter, commitmentReason } from '../schema.ts'
import { commitmentPage, followedForm } from '../views/commitment.ts'

/** Nothing is said of this commitment, or not by whoever asks. */
const commitmentRefusals = [
  'not-entitled',
  'commitment-replaced',
  'record-full',
  'record-disagrees',
] as const satisfies readonly RefusalCode[]

export const commitmentRoutes = [
  route(
    'POST /commitments/{commitmentId}/done',
    { summary: 'A commitment is done', refusals: ['commitment-not-open', ...commitmentRefusals], answer: followedForm },
    (viewer, { params }) => markCommitmentDone(viewer, params.commitmentId),
  ),
  route(
    'POST /commitments/{commitmentId}/drop',
    {
      summary: 'A commitment will not be done, and why',
      refusals: ['commitment-not-open', ...commitmentRefusals, ...textRefusals],
      answer: followedForm,
      body: commitmentReason,
    },
    (viewer, { params, body }) => drop(viewer, params.commitmentId, body),
  ),
  route(
    'POST /commitments/{commitmentId}/reopen',
    {
      summary: 'A commitment is taken up again, and why',
      refusals: ['commitment-open', ...commitmentRefusals, ...textRefusals],
      answer: followedForm,
      body: commitmentReason,
    },
    (viewer, { params, body }) => reopen(viewer, params.commitmentId, body),
  ),
  route(
    'GET /groups/{groupId}/commitments',
    {
      summary: 'Commitments of the group that I may know of, my party’s first',
      answer: commitmentPage,
      query: commitmentFilter,
    },
    (viewer, { params, query }) => loadCommitments(viewer, params.groupId, query),
  ),
]
