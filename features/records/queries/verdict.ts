import { type ExportVerdict, verifyExport } from '#domain/record/verify-export.ts'
import type { MeetingScope } from '#lib/access/meeting.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { sha256 } from '#lib/record/append.ts'
import { findExport } from './export.ts'
import type { OpenPart } from './open-since.ts'
import type { Head } from './record.ts'

/**
 * Whether the stored record of a meeting holds, with the wordings that were agreed: up to the head that is stored beside it
 * or as far as the part goes, and containing a head that was exported earlier. Three statements.
 */
export async function findVerdict(
  tx: Tx,
  scope: MeetingScope,
  { exported, now, part }: { readonly exported: Head | null; readonly now: Date; readonly part: OpenPart },
): Promise<ExportVerdict> {
  const record = await findExport(tx, scope, { now, part })
  const { meetingId } = scope
  const stored =
    part.last === undefined
      ? await tx.recordHead.findUnique({ where: { meetingId }, select: { sequence: true, hash: true } })
      : null
  return verifyExport({ ...record, head: stored ?? record.head }, sha256, exported ?? undefined)
}
