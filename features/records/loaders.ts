import { cache } from 'react'
import { seesContents } from '#domain/access.ts'
import { governsParty } from '#domain/party/membership.ts'
import { type PartyExportHead, partyExportFormat } from '#domain/record/party-export.ts'
import { isRefusal, type NotEntitled, type NotFound, notEntitled, notFound, type Refusal } from '#domain/refusal.ts'
import { type StoredVerdict, verifyApart } from '#lib/apart/verify.ts'
import { throttled } from '#lib/api/throttle.ts'
import { clock } from '#lib/clock.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { asViewer } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { opensConclusions } from '#store/access/contents.ts'
import { type MeetingScope, proveMeeting } from '#store/access/meeting.ts'
import { type PartyScope, proveParty } from '#store/access/party.ts'
import { type CitedRange, readCitedPassages, type WholePassage } from '#store/citation/passages.ts'
import { readPassagesCited } from '#store/record/passages-cited.ts'
import { findAdoption } from './queries/adoption.ts'
import { findEntries } from './queries/entries.ts'
import { type Document, type ExportHead, findExportHead, findMarkdown, findSharedMarkdown } from './queries/export.ts'
import { exportPieces, type ReadRecord } from './queries/export-pieces.ts'
import { findHeads } from './queries/heads.ts'
import { findLeaving } from './queries/leaving.ts'
import { findOpenSince, type OpenPart, openPart, wholeRecord } from './queries/open-since.ts'
import { findPartyMeetings, findPartyOf } from './queries/party-meetings.ts'
import { findRecord, findSharedRecord } from './queries/record.ts'
import { findShared } from './queries/shared.ts'
import type { EntryPage, NewestEntry, RecordView } from './views.ts'

/**
 * The record of a meeting as minutes: for those who see its contents; up to their leaving for those whose party left it; and
 * for the group where it is shared; else null.
 */
export const loadRecord = cache(
  (viewer: Viewer, meetingId: string): Promise<RecordView | null> =>
    asViewer(viewer, async (tx) => {
      const open = await proveRecord(tx, viewer, meetingId)
      if (open !== null && !open.cut) return findRecord(tx, open.scope, open.part, clock.now())
      const shared = await findShared(tx, viewer, meetingId)
      if (shared !== null) return findSharedRecord(tx, shared, clock.now())
      return open && findRecord(tx, open.scope, open.part, clock.now())
    }),
)

/**
 * The passages that the minutes cite, whole, as `loadRecord` showed these; none of texts that the viewer does not read.
 * Two statements, or none.
 */
export const loadPassagesCited = cache(
  (viewer: Viewer, view: Pick<RecordView, 'groupId' | 'meetingId' | 'minutes'>): Promise<readonly WholePassage[]> =>
    asViewer(viewer, (tx) => readPassagesCited(tx, view.groupId, view.minutes)),
)

/** The words of cited passages, whole, as far as the viewer reads their texts. One statement, or none. */
export const loadCitedPassages = cache(
  (viewer: Viewer, ranges: readonly CitedRange[]): Promise<readonly WholePassage[]> =>
    asViewer(viewer, (tx) => readCitedPassages(tx, ranges)),
)

// Below, whoever left the meeting with their party finds the record as it was up to their leaving; whoever came later, from then on.

/** One page of the entries, for those who see the contents of the meeting. */
export const loadEntries = cache(
  (viewer: Viewer, meetingId: string, page: number): Promise<EntryPage | null> =>
    inRecord(viewer, meetingId, (tx, scope, part) => findEntries(tx, scope, { page, part })),
)

/** The minutes as Markdown: as `loadRecord` shows them. */
export function loadMarkdown(viewer: Viewer, meetingId: string): Promise<Document | null> {
  return asViewer(viewer, async (tx) => {
    const open = await proveRecord(tx, viewer, meetingId)
    if (open !== null && !open.cut) return findMarkdown(tx, open.scope, open.part, clock.now())
    const shared = await findShared(tx, viewer, meetingId)
    if (shared !== null) return findSharedMarkdown(tx, shared, clock.now())
    return open && findMarkdown(tx, open.scope, open.part, clock.now())
  })
}

/** A record as a file, in pieces. */
export interface ExportedRecord extends ExportHead {
  readonly pieces: AsyncGenerator<string, void>
}

/** What a party takes along, in pieces. */
export interface PartyExport {
  readonly partyName: string
  readonly pieces: AsyncGenerator<string, void>
}

/** How many meetings one statement of the export of a party names. */
const meetingsAtOnce = 100

/**
 * All that a party agreed, for its head and its deputies, as one document in pieces: the records of its meetings, each as
 * `loadExport` gives it to this viewer now, in a transaction of its own. Refusals: `not-found`, `not-entitled`.
 */
export async function loadPartyExport(
  viewer: Viewer,
  partyId: string,
  now: Date,
): Promise<PartyExport | NotFound | NotEntitled> {
  const head = await inParty(viewer, partyId, findPartyOf)
  if (isRefusal(head)) return head
  const pieces = recordPieces(
    viewer,
    partyId,
    { format: partyExportFormat, exportedAt: now.toISOString(), ...head },
    now,
  )
  return { partyName: head.party.name, pieces }
}

async function* recordPieces(
  viewer: Viewer,
  partyId: string,
  head: PartyExportHead,
  now: Date,
): AsyncGenerator<string, void> {
  yield `${JSON.stringify(head).slice(0, -1)},"records":[`
  let separator = ''
  for (let after: string | null = null; ; ) {
    const from: string | null = after
    const ids: readonly string[] | NotFound | NotEntitled = await inParty(viewer, partyId, (tx, scope) =>
      findPartyMeetings(tx, scope, { after: from, take: meetingsAtOnce }),
    )
    // The document was begun for somebody who spoke for the party; it breaks off, visibly, when they do not any more.
    if (isRefusal(ids)) throw new Error('The export ended: whoever asked for it does not speak for the party any more.')
    for (const id of ids) {
      const record = await loadExport(viewer, id, now)
      if (record === null) continue
      yield separator
      yield* record.pieces
      separator = ','
    }
    if (ids.length < meetingsAtOnce) break
    after = ids.at(-1) ?? null
  }
  yield ']}\n'
}

function inParty<T>(
  viewer: Viewer,
  partyId: string,
  read: (tx: Tx, scope: PartyScope) => Promise<T>,
): Promise<T | NotFound | NotEntitled> {
  return asViewer(viewer, async (tx) => {
    const scope = await proveParty(tx, viewer, partyId)
    if (scope === null) return notFound
    return governsParty(scope.standing, partyId) ? read(tx, scope) : notEntitled
  })
}

/**
 * The record with all that an offline verifier needs, as it is now, for those who see the contents of the meeting, once there
 * is one. Each piece is read in a transaction of its own that proves the viewer anew: whoever is removed gets no further.
 */
export async function loadExport(viewer: Viewer, meetingId: string, now: Date): Promise<ExportedRecord | null> {
  const read: ReadRecord = (work) => inRecord(viewer, meetingId, work)
  const head = await read((tx, scope, part) => findExportHead(tx, scope, { now, part }))
  return head && { ...head, pieces: throttled(exportPieces(head, read)) }
}

/**
 * Whether the stored record of a meeting holds, with the wordings that were agreed: up to the head that is stored beside it or
 * as far as the part goes, and containing a head that was exported earlier. It is exported and then checked as anybody would
 * check the file, in a thread of its own. Refusal: `checking-takes-too-much`. Null: not for this viewer.
 */
export async function loadVerdict(
  viewer: Viewer,
  meetingId: string,
  exported: NewestEntry | null,
): Promise<StoredVerdict | Refusal<'checking-takes-too-much'> | null> {
  const now = clock.now()
  const read: ReadRecord = (work) => inRecord(viewer, meetingId, work)
  const heads = await read((tx, scope, part) => findHeads(tx, scope, { now, part }))
  if (heads === null) return null
  const { head, stored, rows } = heads
  const verdict = await verifyApart(viewer.personId, throttled(exportPieces(head, read)), { stored, exported, rows })
  return verdict ?? { refused: 'checking-takes-too-much' }
}

/** The entry by which a conclusion was adopted, for those who see the contents of its meeting; null: none, or not for them. */
export const loadAdoption = cache(
  (viewer: Viewer, meetingId: string, conclusionId: string): Promise<NewestEntry | null> =>
    inRecord(viewer, meetingId, (tx, { meetingId: id }, part) => findAdoption(tx, id, { conclusionId, part })),
)

function inRecord<T>(
  viewer: Viewer,
  meetingId: string,
  read: (tx: Tx, scope: MeetingScope, part: OpenPart) => Promise<T | null>,
): Promise<T | null> {
  return asViewer(viewer, async (tx) => {
    const open = await proveRecord(tx, viewer, meetingId)
    return open && read(tx, open.scope, open.part)
  })
}

/** The record of a meeting as far as the viewer may read it. */
interface OpenRecord {
  readonly scope: MeetingScope
  readonly part: OpenPart
  /** It ends where the viewer's party left. */
  readonly cut: boolean
}

/** One statement more for whoever left, and one for whoever came later. Null: none of it is theirs to read. */
async function proveRecord(tx: Tx, viewer: Viewer, meetingId: string): Promise<OpenRecord | null> {
  const scope = await proveMeeting(tx, viewer, meetingId)
  // Whoever may read nothing of it costs no more than a missing meeting.
  if (scope === null || !opensConclusions(scope)) return null
  if (scope.sight === 'contents') return { scope, part: wholeRecord, cut: false }
  const since = scope.since && (await findOpenSince(tx, scope, scope.since))
  if (seesContents(scope.sight)) return { scope, part: openPart(since), cut: false }
  const last = scope.keepsFor === null ? null : await findLeaving(tx, scope.meetingId, scope.keepsFor)
  return last === null ? null : { scope, part: { ...openPart(since), last }, cut: true }
}
