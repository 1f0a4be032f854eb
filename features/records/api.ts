import { isRefusal } from '#domain/refusal.ts'
import { textRefusals } from '#lib/api/fields.ts'
import { FileAnswer, route } from '#lib/api/route.ts'
import { piecesOf, sendFile } from '#lib/api/stream.ts'
import { clock } from '#lib/clock.ts'
import { admissionRefusals, decidingRefusals } from '#store/conclusion/schema.ts'
import { putRecord } from './commands/put-record.ts'
import { tellNotes } from './commands/tell-notes.ts'
import { loadEntries, loadExport, loadMarkdown, loadPartyExport, loadRecord, loadVerdict } from './loaders.ts'
import { entryFilter, headNamed } from './schema.ts'
import type { NewestEntry } from './views.ts'
import { entryPage, recordPutForm, recordView, verdictForm } from './views.ts'

export const recordRoutes = [
  route(
    'GET /meetings/{meetingId}/record',
    { summary: 'The record of a meeting as minutes', answer: recordView },
    (viewer, { params }) => loadRecord(viewer, params.meetingId),
  ),
  route(
    'GET /meetings/{meetingId}/record/entries',
    {
      summary: 'The entries of the record, in their order',
      answer: entryPage,
      query: entryFilter,
    },
    (viewer, { params, query }) => loadEntries(viewer, params.meetingId, query.page),
  ),
  route(
    'POST /meetings/{meetingId}/record/put',
    {
      summary: 'Put the minutes to the parties, up to the head of the record',
      refusals: [
        'not-entitled',
        'meeting-not-closed',
        'record-is-put',
        'too-few-parties',
        'record-head-mismatch',
        ...decidingRefusals,
        ...admissionRefusals,
        ...textRefusals,
      ],
      answer: recordPutForm,
      status: 201,
    },
    (viewer, { params }) => putRecord(viewer, params.meetingId),
  ),
  route(
    'GET /meetings/{meetingId}/record.md',
    { summary: 'The minutes as Markdown', answer: new FileAnswer('text/markdown', '# Stories that arrive by boat\n') },
    async (viewer, { params, request }) => {
      await tellNotes(viewer, params.meetingId)
      const document = await loadMarkdown(viewer, params.meetingId)
      if (document === null) return null
      const head = { name: fileName(document, 'md'), type: 'text/markdown' }
      return sendFile({ personId: viewer.personId, request }, piecesOf(document.text), head)
    },
  ),
  route(
    'GET /meetings/{meetingId}/record.json',
    {
      summary: 'The record with all that an offline verifier needs',
      answer: new FileAnswer('application/json', { format: 'concordance-record' }),
    },
    async (viewer, { params, request }) => {
      await tellNotes(viewer, params.meetingId)
      const record = await loadExport(viewer, params.meetingId, clock.now())
      if (record === null) return null
      const named = { title: record.meeting.title, head: record.head }
      const head = { name: fileName(named, 'json'), type: 'application/json' }
      return sendFile({ personId: viewer.personId, request }, record.pieces, head)
    },
  ),
  route(
    'GET /meetings/{meetingId}/record/verify',
    {
      summary: 'Whether the stored record holds, and contains a head that was exported earlier',
      refusals: ['checking-takes-too-much'],
      answer: verdictForm,
      query: headNamed,
    },
    (viewer, { params, query }) => loadVerdict(viewer, params.meetingId, query.head ?? null),
  ),
  route(
    'GET /parties/{partyId}/export.json',
    {
      summary: 'All that a party agreed, to take along: the records of its meetings (head, deputy)',
      refusals: ['not-entitled'],
      answer: new FileAnswer('application/json', { format: 'concordance-party' }),
    },
    async (viewer, { params, request }) => {
      const now = clock.now()
      const file = await loadPartyExport(viewer, params.partyId, now)
      if (isRefusal(file)) return file
      const name = `${lettersOf(file.partyName) || 'party'}-${now.toISOString().slice(0, 10)}.json`
      return sendFile({ personId: viewer.personId, request }, file.pieces, { name, type: 'application/json' })
    },
  ),
]

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
