/** Exported records as they are when they have arrived. */
import type { RecordExport } from '#domain/record/export.ts'
import { loadExport as load } from '#features/records/loaders.ts'
import { exportPieces } from '#features/records/queries/export-pieces.ts'
import { findHeads } from '#features/records/queries/heads.ts'
import type { OpenPart } from '#features/records/queries/open-since.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import type { MeetingScope } from '#store/access/meeting.ts'

/** The record that the viewer exports; null: there is none for them. */
export async function loadExport(viewer: Viewer, meetingId: string, now: Date): Promise<RecordExport | null> {
  const begun = await load(viewer, meetingId, now)
  return begun && whole(begun.pieces)
}

/** The export as one transaction sees it. */
export async function findExport(
  tx: Tx,
  scope: MeetingScope,
  { now, part }: { readonly now: Date; readonly part: OpenPart },
): Promise<RecordExport> {
  const { head } = await findHeads(tx, scope, { now, part })
  return whole(exportPieces(head, (work) => work(tx, scope, part)))
}

async function whole(pieces: AsyncGenerator<string, void>): Promise<RecordExport> {
  return JSON.parse((await Array.fromAsync(pieces)).join(''))
}
