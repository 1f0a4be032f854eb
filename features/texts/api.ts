import { z } from 'zod'
import { isRefusal } from '#domain/refusal.ts'
import type { RefusalCode } from '#domain/refusal-code.ts'
import { maxTextBytes } from '#domain/text/decode.ts'
import { readBytes } from '#lib/api/read-body.ts'
import { route } from '#lib/api/route.ts'
import { describeDraft, discardDraft, limitText } from './commands/change-text.ts'
import { editDraft, undoEdit } from './commands/edit-draft.ts'
import { importText } from './commands/import-text.ts'
import { publishText } from './commands/publish.ts'
import { takeBackPublishing } from './commands/take-back.ts'
import {
  loadContents,
  loadDraft,
  loadFindings,
  loadLimits,
  loadPassage,
  loadPassageWindow,
  loadPlace,
  loadTextHead,
  loadTexts,
} from './loaders.ts'
import {
  about,
  atOrdinal,
  draftQuery,
  edit,
  findQuery,
  limits,
  paste,
  publishing,
  textListQuery,
  undoing,
  upload,
  waiting,
  windowQuery,
} from './schema.ts'
import {
  contentsView,
  draftDescribed,
  draftView,
  edited,
  findings,
  limitsView,
  passageInContext,
  passageWindow,
  placeView,
  textHead,
  textMade,
  textPage,
  textPublished,
} from './views.ts'

/** What was brought in cannot be read as a text, or not now. */
const readingRefusals = [
  'binary-file',
  'empty-text',
  'text-too-large',
  'unknown-encoding',
  'no-passages',
  'too-many-lines',
  'too-many-passages',
  'reading-takes-too-much',
  'too-many-readings',
  'reading-given-up',
] as const satisfies readonly RefusalCode[]

/** The draft is not there to be changed, or became another. */
const draftRefusals = ['not-entitled', 'already-published', 'draft-changed'] as const satisfies readonly RefusalCode[]

export const textRoutes = [
  route(
    'GET /groups/{groupId}/texts',
    { summary: 'The texts of a group', answer: textPage, query: textListQuery },
    (viewer, { params, query }) => loadTexts(viewer, params.groupId, query.page),
  ),
  route(
    'POST /groups/{groupId}/texts',
    {
      summary: 'Bring in a text: the body is the file itself (organizers)',
      refusals: ['not-entitled', 'list-full', 'day-full', ...readingRefusals],
      answer: textMade,
      query: upload,
      body: z.file(),
      status: 201,
    },
    async (viewer, { params, query, request }) => {
      const body = await readBytes(request, maxTextBytes)
      if (isRefusal(body)) return { refused: 'text-too-large', maxBytes: maxTextBytes } as const
      const { name, format, waitId } = query
      const source = { bytes: body.bytes, fileName: name }
      return importText(viewer, params.groupId, source, { format, waitId, signal: request.signal })
    },
  ),
  route(
    'POST /groups/{groupId}/texts/pasted',
    {
      summary: 'Bring in a text that was pasted (organizers)',
      refusals: ['not-entitled', 'list-full', 'day-full', ...readingRefusals],
      answer: textMade,
      body: paste,
      query: waiting,
      status: 201,
    },
    (viewer, { params, body: { text, format }, query: { waitId }, request }) =>
      importText(viewer, params.groupId, { pasted: text }, { format, waitId, signal: request.signal }),
  ),
  route(
    'GET /groups/{groupId}/texts/waiting/{waitId}',
    {
      summary: 'How many texts are read before mine that waits (organizers)',
      refusals: ['not-entitled'],
      answer: placeView,
    },
    (viewer, { params }) => loadPlace(viewer, params.groupId, params.waitId),
  ),
  route(
    'GET /texts/{textId}',
    { summary: 'What a text is called and how long it is', answer: textHead },
    (viewer, { params }) => loadTextHead(viewer, params.textId),
  ),
  route(
    'GET /texts/{textId}/limits',
    { summary: 'Who may read a text (organizers)', answer: limitsView },
    (viewer, { params }) => loadLimits(viewer, params.textId),
  ),
  route(
    'PUT /texts/{textId}/limits',
    { summary: 'Say who may read a text (organizers)', refusals: ['not-entitled', 'parties-changed'], body: limits },
    (viewer, { params, body }) => limitText(viewer, params.textId, body),
  ),
  route(
    'GET /texts/{textId}/contents',
    { summary: 'The headings of a published text', answer: contentsView },
    (viewer, { params }) => loadContents(viewer, params.textId),
  ),
  route(
    'GET /texts/{textId}/passages',
    {
      summary: 'Some passages of a published text: from an ordinal, or from a reference as people write it',
      refusals: ['not-a-reference', 'no-such-passage'],
      answer: passageWindow,
      query: windowQuery,
    },
    (viewer, { params, query }) => loadPassageWindow(viewer, params.textId, query),
  ),
  route(
    'GET /texts/{textId}/passages/{ordinal}',
    { params: atOrdinal, summary: 'A passage with those around it', answer: passageInContext },
    (viewer, { params }) => loadPassage(viewer, params.textId, params.ordinal),
  ),
  route(
    'GET /texts/{textId}/found',
    { summary: 'Where words stand in a published text', answer: findings, query: findQuery },
    (viewer, { params, query }) => loadFindings(viewer, params.textId, query.q),
  ),
  route(
    'GET /texts/{textId}/draft',
    { summary: 'A page of the preview (organizers)', answer: draftView, query: draftQuery },
    (viewer, { params, query: { page, only = null } }) => loadDraft(viewer, params.textId, { page, only }),
  ),
  route(
    'PUT /texts/{textId}/draft',
    {
      summary: 'Name a draft, set its direction (organizers)',
      refusals: [...draftRefusals],
      answer: draftDescribed,
      body: about,
    },
    (viewer, { params, body }) => describeDraft(viewer, params.textId, body),
  ),
  route(
    'DELETE /texts/{textId}/draft',
    { summary: 'Throw a draft away (organizers)', refusals: [...draftRefusals], body: publishing },
    (viewer, { params, body }) => discardDraft(viewer, params.textId, body.revision),
  ),
  route(
    'POST /texts/{textId}/draft/edits',
    {
      summary: 'Merge, split, retype, drop or restore (organizers)',
      refusals: [
        'unknown-passage',
        'passage-dropped',
        'no-neighbour',
        'passage-too-long',
        'split-leaves-nothing',
        'split-inside-character',
        'no-position-left',
        'level-out-of-bounds',
        'too-many-at-once',
        'nothing-to-change',
        ...draftRefusals,
      ],
      answer: edited,
      body: edit,
    },
    (viewer, { params, body }) => editDraft(viewer, params.textId, body),
  ),
  route(
    'POST /texts/{textId}/draft/undo',
    {
      summary: 'Take the last edit back (organizers)',
      refusals: ['unknown-passage', 'too-many-at-once', 'nothing-to-change', ...draftRefusals],
      answer: edited,
      body: undoing,
    },
    (viewer, { params, body }) => undoEdit(viewer, params.textId, body),
  ),
  route(
    'POST /texts/{textId}/publication',
    {
      summary: 'Publish a draft; it can be taken back until something cites it (organizers)',
      refusals: ['no-passages', ...draftRefusals],
      answer: textPublished,
      body: publishing,
    },
    (viewer, { params, body }) => publishText(viewer, params.textId, body.revision),
  ),
  route(
    'DELETE /texts/{textId}/publication',
    {
      summary: 'Take a publishing back, as long as nothing cites the text (organizers)',
      refusals: ['not-entitled', 'not-published', 'text-cited', 'list-full'],
    },
    (viewer, { params }) => takeBackPublishing(viewer, params.textId),
  ),
]
