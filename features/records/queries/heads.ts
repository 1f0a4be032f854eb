import { mostIn } from '#domain/limits.ts'
import { parts } from '#domain/record/bounds.ts'
import { genesis } from '#domain/record/chain.ts'
import { exportFormat } from '#domain/record/export.ts'
import type { StoredConclusion } from '#lib/apart/verify.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { MeetingScope } from '#store/access/meeting.ts'
import { conclusionOf, followedOf } from '#store/conclusion/rows.ts'
import { currentRows } from '#store/conclusion/select.ts'
import { type ExportHead, findExportHead } from './export.ts'
import type { OpenPart } from './open-since.ts'
import type { NewestEntry } from './record.ts'

/** What a check of a record begins with. */
export interface Heads {
  readonly head: ExportHead
  /** The head that is stored beside it; null: the record is checked as far as a party sees it. */
  readonly stored: NewestEntry | null
  /** The conclusions of the meeting as their rows have them; null: the record is not checked as a whole, and rows go further. */
  readonly rows: readonly StoredConclusion[] | null
}

/** Four statements. */
export async function findHeads(
  tx: Tx,
  scope: MeetingScope,
  { now, part }: { readonly now: Date; readonly part: OpenPart },
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
  if (part.last !== undefined) return { head: found ?? empty, stored: null, rows: null }
  const stored = await tx.recordHead.findUnique({ where: { meetingId }, select: { sequence: true, hash: true } })
  return { head: found ?? empty, stored, rows: part.since === null ? await conclusionsOf(tx, meetingId) : null }
}

async function conclusionsOf(tx: Tx, meetingId: string): Promise<readonly StoredConclusion[]> {
  const rows = await tx.conclusion.findMany({
    where: { meetingId },
    orderBy: { id: 'asc' },
    take: mostIn.conclusions + mostIn.divergences + parts.minutes.entries,
    relationLoadStrategy: 'join',
    select: { ...currentRows, sharings: { select: { partyId: true } } },
  })
  return rows.map((row) => ({
    conclusion: conclusionOf(row),
    later: {
      sharedBy: row.sharings.map(({ partyId }) => partyId),
      shared: row.sharedWith === 'group',
      commitments: followedOf(row),
    },
  }))
}
