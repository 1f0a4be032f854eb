/** The conclusions of a group, as a list and as files. */

import { FileAnswer, route } from '#lib/api/route.ts'
import { sendFile } from '#lib/api/stream.ts'
import { throttled } from '#lib/api/throttle.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { settings } from '#lib/settings.ts'
import { languageHere } from '#lib/words/context.ts'
import { type ListedFile, loadGroupConclusions, loadListedFile, loadOneFile } from '../loaders.ts'
import {
  conclusionsFormat,
  csvPieces,
  jsonPieces,
  type ListToTell,
  markdownPieces,
  type ReadGroup,
} from '../queries/document/pieces.ts'
import type { FileManner } from '../queries/document/telling.ts'
import { type ConclusionsChosen, conclusionFilter, conclusionsChosen } from '../schema.ts'
import { foundConclusions } from '../views/found.ts'

export const foundRoutes = [
  route(
    'GET /groups/{groupId}/conclusions',
    {
      summary: 'The conclusions of a group that I may know of: by text and passage, party, kind, state, meeting, words',
      answer: foundConclusions,
      query: conclusionFilter,
    },
    (viewer, { params, query }) => loadGroupConclusions(viewer, params.groupId, query),
  ),
  route(
    'GET /groups/{groupId}/conclusions.md',
    {
      summary:
        'The conclusions of a group that I may know of as Markdown, with their words and the passages on which they rest, whole',
      answer: new FileAnswer('text/markdown', '# What have we agreed?\n'),
      query: conclusionsChosen,
    },
    (viewer, { params, query, request }) =>
      sendList({ viewer, request }, params.groupId, query, {
        pieces: markdownPieces,
        name: 'md',
        type: 'text/markdown',
      }),
  ),
  route(
    'GET /conclusions/{conclusionId}/conclusion.md',
    {
      summary: 'One conclusion as Markdown, with its words and the passages on which it rests, whole',
      answer: new FileAnswer('text/markdown', '# What have we agreed?\n'),
    },
    async (viewer, { params, request }) => {
      const file = await loadOneFile(viewer, params.conclusionId)
      return file && sendFiles({ viewer, request }, file, { pieces: markdownPieces, name: 'md', type: 'text/markdown' })
    },
  ),
  route(
    'GET /groups/{groupId}/conclusions.csv',
    {
      summary:
        'The conclusions of a group that I may know of as a table; what a spreadsheet takes for a formula has an apostrophe before it',
      answer: new FileAnswer('text/csv', 'Title,Kind,State\r\n'),
      query: conclusionsChosen,
    },
    (viewer, { params, query, request }) =>
      sendList({ viewer, request }, params.groupId, query, { pieces: csvPieces, name: 'csv', type: 'text/csv' }),
  ),
  route(
    'GET /groups/{groupId}/conclusions.json',
    {
      summary:
        'The conclusions of a group that I may know of for programs, with words and passages exactly as they stand',
      answer: new FileAnswer('application/json', { format: conclusionsFormat }),
      query: conclusionsChosen,
    },
    (viewer, { params, query, request }) =>
      sendList({ viewer, request }, params.groupId, query, {
        pieces: jsonPieces,
        name: 'json',
        type: 'application/json',
      }),
  ),
]

interface Form {
  readonly pieces: (list: ListToTell, read: ReadGroup, manner: FileManner) => AsyncGenerator<string, void>
  /** How the name of the file ends. */
  readonly name: 'md' | 'csv' | 'json'
  readonly type: string
}

interface Asked {
  readonly viewer: Viewer
  readonly request: Request
}

async function sendList(
  asked: Asked,
  groupId: string,
  chosen: ConclusionsChosen,
  form: Form,
): Promise<Response | null> {
  const file = await loadListedFile(asked.viewer, groupId, chosen)
  return file && sendFiles(asked, file, form)
}

function sendFiles(
  { viewer: { personId }, request }: Asked,
  { list, zone, read }: ListedFile,
  { pieces, name, type }: Form,
): Response {
  const manner = { language: languageHere(), zone, base: `${settings().baseUrl}/groups/${list.group.id}` }
  const day = list.now.toISOString().slice(0, 10)
  const told = throttled(pieces(list, read, manner))
  return sendFile({ personId, request }, told, { name: `conclusions-${day}.${name}`, type })
}
