import { genesis } from '#domain/record/chain.ts'
import { exportFormat } from '#domain/record/export.ts'
import type { MeetingScope } from '#lib/access/meeting.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { Part } from '#lib/record/read.ts'
import { type ExportHead, findExportHead } from './export.ts'
import type { Head } from './record.ts'

/** What a check of a record begins with. */
export interface Heads {
  readonly head: ExportHead
  /** The head that is stored beside it; null: the record is checked as far as a party sees it. */
  readonly stored: Head | null
}

/** Three statements. */
export async function findHeads(
  tx: Tx,
  scope: MeetingScope,
  { now, part }: { readonly now: Date; readonly part: Part },
): Promise<Heads> {
  const { meetingId, meeting } = scope
  const found = await findExportHead(tx, scope, { now, part })
  const { sequence, hash } = genesis(meetingId)
  const empty = {
    format: exportFormat,
    meeting: { id: meetingId, title: meeting.title },
    exportedAt: now.toISOString(),
    head: { sequence, hash },
  } as const
  const stored =
    part.last === undefined
      ? await tx.recordHead.findUnique({ where: { meetingId }, select: { sequence: true, hash: true } })
      : null
  return { head: found ?? empty, stored }
}
