import { isRefusal } from '#domain/refusal.ts'
import { maxTextBytes } from '#domain/text/decode.ts'
import { largeBodies } from '#lib/api/body-bounds.ts'
import { openDoor, route } from '#lib/api/door.ts'
import { readBytes } from '#lib/api/read-body.ts'
import { describeDraft, discardDraft, limitText } from './commands/change-text.ts'
import { editDraft, undoEdit } from './commands/edit-draft.ts'
import { importText } from './commands/import-text.ts'
import { publishText } from './commands/publish.ts'
import {
  loadContents,
  loadDraft,
  loadFindings,
  loadLimits,
  loadPassage,
  loadPlace,
  loadTextHead,
  loadTexts,
  loadWindow,
} from './loaders.ts'
import {
  about,
  draftQuery,
  edit,
  findQuery,
  limits,
  listQuery,
  paste,
  publishing,
  undoing,
  upload,
  waiting,
  windowQuery,
} from './schema.ts'

export const textRoutes = openDoor()

route(
  textRoutes,
  { method: 'get', path: '/groups/{groupId}/texts', summary: 'The texts of a group', query: listQuery },
  (viewer, { params, query }) => loadTexts(viewer, params.groupId ?? '', query.page),
)

route(
  textRoutes,
  {
    ...largeBodies.upload,
    summary: 'Bring in a text: the body is the file itself (organizers)',
    query: upload,
    status: 201,
  },
  async (viewer, { params, query, request }) => {
    const body = await readBytes(request, maxTextBytes)
    if (isRefusal(body)) return { refused: 'text-too-large', maxBytes: maxTextBytes }
    const { name, format, waitId } = query
    const source = { bytes: body.bytes, fileName: name }
    return importText(viewer, params.groupId ?? '', source, { format, waitId, signal: request.signal })
  },
)

route(
  textRoutes,
  {
    ...largeBodies.paste,
    summary: 'Bring in a text that was pasted (organizers)',
    body: paste,
    query: waiting,
    status: 201,
  },
  (viewer, { params, body: { text, format }, query: { waitId }, request }) =>
    importText(viewer, params.groupId ?? '', { pasted: text }, { format, waitId, signal: request.signal }),
)

route(
  textRoutes,
  {
    method: 'get',
    path: '/groups/{groupId}/texts/waiting/{waitId}',
    summary: 'How many texts are read before mine that waits (organizers)',
  },
  (viewer, { params }) => loadPlace(viewer, params.groupId ?? '', params.waitId ?? ''),
)

route(
  textRoutes,
  { method: 'get', path: '/texts/{textId}', summary: 'What a text is called and how long it is' },
  (viewer, { params }) => loadTextHead(viewer, params.textId ?? ''),
)

route(
  textRoutes,
  { method: 'get', path: '/texts/{textId}/limits', summary: 'Who may read a text (organizers)' },
  (viewer, { params }) => loadLimits(viewer, params.textId ?? ''),
)

route(
  textRoutes,
  { method: 'put', path: '/texts/{textId}/limits', summary: 'Say who may read a text (organizers)', body: limits },
  (viewer, { params, body }) => limitText(viewer, params.textId ?? '', body.partyIds),
)

route(
  textRoutes,
  { method: 'get', path: '/texts/{textId}/contents', summary: 'The headings of a published text' },
  (viewer, { params }) => loadContents(viewer, params.textId ?? ''),
)

route(
  textRoutes,
  {
    method: 'get',
    path: '/texts/{textId}/passages',
    summary: 'Some passages of a published text: from an ordinal, or from a reference as people write it',
    query: windowQuery,
  },
  (viewer, { params, query }) => loadWindow(viewer, params.textId ?? '', query),
)

route(
  textRoutes,
  { method: 'get', path: '/texts/{textId}/passages/{ordinal}', summary: 'A passage with those around it' },
  (viewer, { params }) => loadPassage(viewer, params.textId ?? '', Number(params.ordinal)),
)

route(
  textRoutes,
  { method: 'get', path: '/texts/{textId}/found', summary: 'Where words stand in a published text', query: findQuery },
  (viewer, { params, query }) => loadFindings(viewer, params.textId ?? '', query.q),
)

route(
  textRoutes,
  { method: 'get', path: '/texts/{textId}/draft', summary: 'A page of the preview (organizers)', query: draftQuery },
  (viewer, { params, query: { page, only = null } }) => loadDraft(viewer, params.textId ?? '', { page, only }),
)

route(
  textRoutes,
  {
    method: 'put',
    path: '/texts/{textId}/draft',
    summary: 'Name a draft, set its direction (organizers)',
    body: about,
  },
  (viewer, { params, body }) => describeDraft(viewer, params.textId ?? '', body),
)

route(
  textRoutes,
  { method: 'delete', path: '/texts/{textId}/draft', summary: 'Throw a draft away (organizers)', body: publishing },
  (viewer, { params, body }) => discardDraft(viewer, params.textId ?? '', body.revision),
)

route(
  textRoutes,
  {
    method: 'post',
    path: '/texts/{textId}/draft/edits',
    summary: 'Merge, split, retype, drop or restore (organizers)',
    body: edit,
  },
  (viewer, { params, body }) => editDraft(viewer, params.textId ?? '', body),
)

route(
  textRoutes,
  {
    ...largeBodies.undo,
    summary: 'Take the last edit back (organizers)',
    body: undoing,
  },
  (viewer, { params, body }) => undoEdit(viewer, params.textId ?? '', body),
)

route(
  textRoutes,
  {
    method: 'post',
    path: '/texts/{textId}/publication',
    summary: 'Publish a draft, for good (organizers)',
    body: publishing,
  },
  (viewer, { params, body }) => publishText(viewer, params.textId ?? '', body.revision),
)
