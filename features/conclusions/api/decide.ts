/** Putting, answering and sharing what was drafted, or saying that there is no agreement. */

import type { RefusalCode } from '#domain/refusal-code.ts'
import { textRefusals } from '#lib/api/fields.ts'
import { route } from '#lib/api/route.ts'
import { admissionRefusals, decidingRefusals, draftingRefusals } from '#store/conclusion/schema.ts'
import { bringWord } from '../commands/bring-word.ts'
import { putToDeciders, takeBack } from '../commands/conduct.ts'
import { recordDivergence, writeWords } from '../commands/divergence.ts'
import { shareWithGroup } from '../commands/share.ts'
import { takeStance } from '../commands/take-stance.ts'
import {
  newDivergence,
  principalsWord,
  sharing,
  sideWords,
  stance,
  versionNamed,
  versionWithReason,
} from '../schema.ts'
import { changedSince } from '../views/difference.ts'
import { outcomeView, sharedForm } from '../views/list.ts'

/** An older conclusion is not replaced by this one. */
const supersedingRefusals = [
  'not-supersedable',
  'supersedes-other-parties',
  'supersedes-unseen',
] as const satisfies readonly RefusalCode[]

export const decidingRoutes = [
  route(
    'POST /conclusions/{conclusionId}/put',
    {
      summary: 'Put the version to its deciders',
      refusals: [
        'not-entitled',
        'not-a-draft',
        'minutes-are-rendered',
        'version-changed',
        'too-few-parties',
        'meeting-not-closed',
        'resolution-limit',
        'cites-limited-text',
        'no-commitment',
        'commitment-incomplete',
        'commitment-of-outsider',
        'commitment-due-in-past',
        ...decidingRefusals,
        ...textRefusals,
        ...supersedingRefusals,
        ...admissionRefusals,
      ],
      facts: { 'version-changed': changedSince },
      answer: outcomeView,
      body: versionNamed,
    },
    (viewer, { params, body }) => putToDeciders(viewer, params.conclusionId, body),
  ),
  route(
    'POST /conclusions/{conclusionId}/take-back',
    {
      summary: 'Take a put version back to draft, with a reason',
      refusals: [
        'not-entitled',
        'not-put',
        'version-changed',
        ...textRefusals,
        ...admissionRefusals,
        ...draftingRefusals,
      ],
      facts: { 'version-changed': changedSince },
      answer: outcomeView,
      body: versionWithReason,
    },
    (viewer, { params, body }) => takeBack(viewer, params.conclusionId, body),
  ),
  route(
    'POST /conclusions/{conclusionId}/stances',
    {
      summary: 'Answer a put version; the last required stance adopts it',
      refusals: [
        'not-entitled',
        'not-put',
        'version-changed',
        'answered-meanwhile',
        'no-standing-aside',
        'date-not-ahead',
        'cites-limited-text',
        ...decidingRefusals,
        ...textRefusals,
        ...supersedingRefusals,
        ...admissionRefusals,
      ],
      facts: { 'version-changed': changedSince },
      answer: outcomeView,
      body: stance,
    },
    (viewer, { params, body }) => takeStance(viewer, params.conclusionId, body),
  ),
  route(
    'POST /conclusions/{conclusionId}/principals',
    {
      summary: 'Bring the principals’ word on a text fixed ad referendum',
      refusals: [
        'not-entitled',
        'not-ad-referendum',
        'no-word-awaited',
        'version-changed',
        ...textRefusals,
        ...supersedingRefusals,
        ...admissionRefusals,
      ],
      facts: { 'version-changed': changedSince },
      answer: outcomeView,
      body: principalsWord,
    },
    (viewer, { params, body }) => bringWord(viewer, params.conclusionId, body),
  ),
  route(
    'POST /conclusions/{conclusionId}/divergence',
    {
      summary: 'Record a divergence on what was not adopted',
      refusals: [
        'not-entitled',
        'rests-on-nothing',
        'still-undecided',
        'nothing-diverges',
        ...decidingRefusals,
        ...textRefusals,
        ...admissionRefusals,
      ],
      answer: outcomeView,
      body: newDivergence,
      status: 201,
    },
    (viewer, { params, body }) => recordDivergence(viewer, params.conclusionId, body),
  ),
  route(
    'PUT /conclusions/{conclusionId}/words',
    {
      summary: 'Write my side’s own words in a divergence',
      refusals: [
        'not-entitled',
        'not-a-divergence',
        'changed-meanwhile',
        ...textRefusals,
        ...admissionRefusals,
        ...decidingRefusals,
      ],
      answer: outcomeView,
      body: sideWords,
    },
    (viewer, { params, body }) => writeWords(viewer, params.conclusionId, body),
  ),
  route(
    'POST /conclusions/{conclusionId}/sharing',
    {
      summary: 'Agree that an adopted conclusion is shared with the group, or take that back',
      refusals: ['not-entitled', 'not-adopted', 'record-full', 'record-disagrees'],
      answer: sharedForm,
      body: sharing,
    },
    (viewer, { params, body }) => shareWithGroup(viewer, params.conclusionId, body),
  ),
]
