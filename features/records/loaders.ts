import { cache } from 'react'
import type { RecordExport } from '#domain/record/export.ts'
import type { Verdict } from '#domain/record/verify.ts'
import { type MeetingScope, proveMeeting } from '#lib/access/meeting.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { asViewer } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { findAdoption } from './queries/adoption.ts'
import { type EntryPage, findEntries } from './queries/entries.ts'
import { type Document, findExport, findMarkdown } from './queries/export.ts'
import { findRecord, findSharedRecord, type Head, type RecordView } from './queries/record.ts'
import { findShared } from './queries/shared.ts'
import { findVerdict } from './queries/verdict.ts'

/** The record of a meeting as minutes: for those who see its contents, and for the group where it is shared; else null. */
export const loadRecord = cache(
  (viewer: Viewer, meetingId: string): Promise<RecordView | null> =>
    asViewer(viewer, async (tx) => {
      const scope = await proveContents(tx, viewer, meetingId)
      if (scope !== null) return findRecord(tx, viewer, scope)
      const shared = await findShared(tx, viewer, meetingId)
      return shared && findSharedRecord(tx, viewer, shared)
    }),
)

/** One page of the entries, for those who see the contents of the meeting. */
export const loadEntries = cache(
  (viewer: Viewer, meetingId: string, page: number): Promise<EntryPage | null> =>
    inContents(viewer, meetingId, (tx, scope) => findEntries(tx, scope, { page })),
)

/** The minutes as Markdown: as `loadRecord` shows them. */
export function loadMarkdown(viewer: Viewer, meetingId: string): Promise<Document | null> {
  return asViewer(viewer, async (tx) => {
    const scope = await proveContents(tx, viewer, meetingId)
    if (scope !== null) return findMarkdown(tx, scope)
    const shared = await findShared(tx, viewer, meetingId)
    return shared && { title: shared.title, head: shared.head, text: shared.wording }
  })
}

/** The record with all that an offline verifier needs, for those who see the contents of the meeting. */
export function loadExport(viewer: Viewer, meetingId: string, now: Date): Promise<RecordExport | null> {
  return inContents(viewer, meetingId, (tx, scope) => findExport(tx, scope, now))
}

/** Whether the stored record holds, for those who see the contents of the meeting. */
export function loadVerdict(viewer: Viewer, meetingId: string, exported: Head | null): Promise<Verdict | null> {
  return inContents(viewer, meetingId, (tx, scope) => findVerdict(tx, scope, exported))
}

/** The entry by which a conclusion was adopted, for those who see the contents of its meeting; null: none, or not for them. */
export const loadAdoption = cache(
  (viewer: Viewer, meetingId: string, conclusionId: string): Promise<Head | null> =>
    inContents(viewer, meetingId, (tx, scope) => findAdoption(tx, scope.meetingId, conclusionId)),
)

function inContents<T>(
  viewer: Viewer,
  meetingId: string,
  read: (tx: Tx, scope: MeetingScope) => Promise<T | null>,
): Promise<T | null> {
  return asViewer(viewer, async (tx) => {
    const scope = await proveContents(tx, viewer, meetingId)
    return scope && read(tx, scope)
  })
}

async function proveContents(tx: Tx, viewer: Viewer, meetingId: string): Promise<MeetingScope | null> {
  const scope = await proveMeeting(tx, viewer, meetingId)
  return scope?.sight === 'contents' ? scope : null
}
