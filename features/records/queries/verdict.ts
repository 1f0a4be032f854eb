import { replay } from '#domain/record/replay/replay.ts'
import { differenceBetween } from '#domain/record/replay/rows.ts'
import { type ExportVerdict, linesIn, verifyExport } from '#domain/record/verify-export.ts'
import type { MeetingScope } from '#lib/access/meeting.ts'
import { conclusionOf } from '#lib/conclusion/rows.ts'
import { currentRows } from '#lib/conclusion/select.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { sha256 } from '#lib/record/append.ts'
import { findExport } from './export.ts'
import type { OpenPart } from './open-since.ts'
import type { Head } from './record.ts'

/** As of an exported record; and of a conclusion whose rows say otherwise than its record, by the title in its row. */
export type StoredVerdict =
  | ExportVerdict
  | { readonly intact: false; readonly fault: 'rows-differ'; readonly title: string }

/**
 * Whether the stored record of a meeting holds, with the wordings that were agreed and with the rows of every conclusion: up to
 * the head that is stored beside it or as far as the part goes, and containing a head that was exported earlier. Four statements.
 */
export async function findVerdict(
  tx: Tx,
  scope: MeetingScope,
  { exported, now, part }: { readonly exported: Head | null; readonly now: Date; readonly part: OpenPart },
): Promise<StoredVerdict> {
  const record = await findExport(tx, scope, { now, part })
  const { meetingId } = scope
  const whole = part.last === undefined && part.since === null
  const stored = whole
    ? await tx.recordHead.findUnique({ where: { meetingId }, select: { sequence: true, hash: true } })
    : null
  const verdict = verifyExport({ ...record, head: stored ?? record.head }, sha256, exported ?? undefined)
  // Whoever left sees the record up to there, and rows that went on.
  if (!verdict.intact || !whole) return verdict
  const title = await findDiffering(tx, meetingId, record.links)
  return title === null ? verdict : { intact: false, fault: 'rows-differ', title }
}

/** The title of the first conclusion whose rows say otherwise than the record; null: none does. */
async function findDiffering(
  tx: Tx,
  meetingId: string,
  links: Awaited<ReturnType<typeof findExport>>['links'],
): Promise<string | null> {
  const lines = linesIn(links.map((link) => ({ ...link, meetingId })))
  if ('fault' in lines) return null
  const { conclusions, lost } = replay(lines)
  const rows = await tx.conclusion.findMany({
    where: { meetingId },
    orderBy: { id: 'asc' },
    relationLoadStrategy: 'join',
    select: currentRows,
  })
  const differing = rows
    .filter(({ id }) => !lost.has(id))
    .find((row) => differenceBetween(conclusionOf(row), conclusions.get(row.id), sha256) !== null)
  return differing?.title ?? null
}
