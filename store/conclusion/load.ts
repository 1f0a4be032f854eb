import type { Conclusion } from '#domain/conclusion/conclusion.ts'
import type { Older } from '#domain/conclusion/facts.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import { conclusionOf } from './rows.ts'
import { type ConclusionRows, currentRows } from './select.ts'

/** A conclusion, and what its rows say beside it. */
export interface Loaded {
  readonly conclusion: Conclusion
  readonly rows: ConclusionRows
}

/** A loaded conclusion as one in this meeting that names it to supersede it sees it. */
export function olderFor({ conclusion, rows }: Loaded, meetingId: string): Older {
  return { conclusion, open: rows.meetingId === meetingId || rows.sharedWith === 'group' }
}

/** Holds the rows until the transaction ends, in one order for everybody. The meeting's row is held before. */
export async function lockConclusions(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.$queryRaw(Prisma.sql`SELECT id FROM "Conclusion" WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`)
}

/** Conclusions with their current version, by id; one statement. */
export async function loadConclusions(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Loaded>> {
  if (ids.length === 0) return new Map()
  const found = await tx.conclusion.findMany({
    where: { id: { in: [...ids] } },
    relationLoadStrategy: 'join',
    select: currentRows,
  })
  return new Map(found.map((rows) => [rows.id, { rows, conclusion: conclusionOf(rows) }]))
}
