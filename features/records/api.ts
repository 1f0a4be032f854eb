import { isRefusal } from '#domain/refusal.ts'
import { noStore } from '#lib/api/answer.ts'
import { openDoor, route } from '#lib/api/door.ts'
import { streamed } from '#lib/api/streamed.ts'
import { clock } from '#lib/clock.ts'
import { putRecord } from './commands/put-record.ts'
import { loadEntries, loadExport, loadMarkdown, loadPartyExport, loadRecord, loadVerdict } from './loaders.ts'
import type { Head } from './queries/record.ts'
import { entryFilter, headNamed } from './schema.ts'

export const recordRoutes = openDoor()

/** The door has checked that the id is there and is a UUID. */
const idOf = (params: Record<string, string>): string => params.meetingId ?? ''

route(
  recordRoutes,
  { method: 'get', path: '/meetings/{meetingId}/record', summary: 'The record of a meeting as minutes' },
  (viewer, { params }) => loadRecord(viewer, idOf(params)),
)

route(
  recordRoutes,
  {
    method: 'get',
    path: '/meetings/{meetingId}/record/entries',
    summary: 'The entries of the record, in their order',
    query: entryFilter,
  },
  (viewer, { params, query }) => loadEntries(viewer, idOf(params), query.page),
)

route(
  recordRoutes,
  {
    method: 'post',
    path: '/meetings/{meetingId}/record/put',
    summary: 'Put the minutes to the parties, up to the head of the record',
    status: 201,
  },
  (viewer, { params }) => putRecord(viewer, idOf(params)),
)

route(
  recordRoutes,
  { method: 'get', path: '/meetings/{meetingId}/record.md', summary: 'The minutes as Markdown' },
  async (viewer, { params }) => {
    const document = await loadMarkdown(viewer, idOf(params))
    return document && attachment(document.text, document, { type: 'text/markdown', ending: 'md' })
  },
)

route(
  recordRoutes,
  {
    method: 'get',
    path: '/meetings/{meetingId}/record.json',
    summary: 'The record with all that an offline verifier needs',
  },
  async (viewer, { params }) => {
    const record = await loadExport(viewer, idOf(params), clock.now())
    const named = record && { title: record.meeting.title, head: record.head }
    return (
      named && attachment(`${JSON.stringify(record, null, 1)}\n`, named, { type: 'application/json', ending: 'json' })
    )
  },
)

route(
  recordRoutes,
  {
    method: 'get',
    path: '/meetings/{meetingId}/record/verify',
    summary: 'Whether the stored record holds, and contains a head that was exported earlier',
    query: headNamed,
  },
  (viewer, { params, query }) => loadVerdict(viewer, idOf(params), query.head ?? null),
)

route(
  recordRoutes,
  {
    method: 'get',
    path: '/parties/{partyId}/export.json',
    summary: 'All that a party agreed, to take along: the records of its meetings (head, deputy)',
  },
  async (viewer, { params }) => {
    const pieces = await loadPartyExport(viewer, params.partyId ?? '', clock.now())
    return isRefusal(pieces) ? pieces : streamed(pieces, 'party.json')
  },
)

interface Named {
  readonly title: string
  readonly head: Head
}

/** A file to keep: its name says whose record it is and where it ends, in letters that every system takes. */
function attachment(
  text: string,
  { title, head }: Named,
  { type, ending }: { type: string; ending: string },
): Response {
  const name = `${fileName(title)}-${head.sequence}-${head.hash.slice(0, 8)}.${ending}`
  return new Response(text, {
    headers: {
      ...noStore,
      'content-type': `${type}; charset=utf-8`,
      'content-disposition': `attachment; filename="${name}"`,
      'x-content-type-options': 'nosniff',
    },
  })
}

function fileName(title: string): string {
  const letters = title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
  return letters.slice(0, 60).replaceAll(/^-|-$/g, '') || 'record'
}
