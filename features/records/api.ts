import { isRefusal } from '#domain/refusal.ts'
import { openDoor, route } from '#lib/api/door.ts'
import { piecesOf, sendFile } from '#lib/api/stream.ts'
import { clock } from '#lib/clock.ts'
import { putRecord } from './commands/put-record.ts'
import { tellNotes } from './commands/tell-notes.ts'
import { loadEntries, loadExport, loadMarkdown, loadPartyExport, loadRecord, loadVerdict } from './loaders.ts'
import type { NewestEntry } from './queries/record.ts'
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
    await tellNotes(viewer, idOf(params))
    const document = await loadMarkdown(viewer, idOf(params))
    return (
      document &&
      sendFile(viewer.personId, piecesOf(document.text), { name: fileName(document, 'md'), type: 'text/markdown' })
    )
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
    await tellNotes(viewer, idOf(params))
    const record = await loadExport(viewer, idOf(params), clock.now())
    if (record === null) return null
    const named = { title: record.meeting.title, head: record.head }
    return sendFile(viewer.personId, record.pieces, { name: fileName(named, 'json'), type: 'application/json' })
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
    const now = clock.now()
    const file = await loadPartyExport(viewer, params.partyId ?? '', now)
    if (isRefusal(file)) return file
    const name = `${lettersOf(file.partyName) || 'party'}-${now.toISOString().slice(0, 10)}.json`
    return sendFile(viewer.personId, file.pieces, { name, type: 'application/json' })
  },
)

interface Named {
  readonly title: string
  readonly head: NewestEntry
}

/** The name of a file to keep says whose record it is and where it ends, in letters that every system takes. */
function fileName({ title, head }: Named, ending: 'md' | 'json'): string {
  return `${lettersOf(title) || 'record'}-${head.sequence}-${head.hash.slice(0, 8)}.${ending}`
}

/** What is left of a name in the letters that every system takes, at most 60; empty where it has none of them. */
function lettersOf(name: string): string {
  const letters = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
  return letters.slice(0, 60).replaceAll(/^-|-$/g, '')
}
