import type { Conclusion } from '#domain/conclusion/conclusion.ts'
import type { Older } from '#domain/conclusion/facts.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import { noteMeetingOf } from '#lib/server/crowds.ts'
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

/** Where a conclusion lies, which never changes. */
export interface Place {
  readonly meetingId: string
  readonly supersedesId: string | null
}

/**
 * Holds the meeting of a conclusion, then the conclusion and the older one that it names, until the transaction ends; one statement. It
 * says nothing but where the conclusion lies: one that waits for a lock still sees everything else as it was before it. Null: there
 * is none of which the viewer may know, which is to be proven again.
 */
export async function lockWithMeeting(tx: Tx, id: string): Promise<Place | null> {
  const [row] = await tx.$queryRaw<Place[]>(Prisma.sql`
    WITH place AS MATERIALIZED (SELECT c."meetingId", c."supersedesId" FROM "Conclusion" c
      WHERE c.id = ${id}::uuid AND visibility.knows_conclusion(${id}::uuid)),
    meeting AS MATERIALIZED (
      SELECT m.id FROM "Meeting" m WHERE m.id = (SELECT p."meetingId" FROM place p) FOR UPDATE),
    held AS MATERIALIZED (
      SELECT c.id FROM "Conclusion" c
      WHERE c.id = ANY(ARRAY[${id}::uuid, (SELECT p."supersedesId" FROM place p)]) AND EXISTS (SELECT 1 FROM meeting)
      ORDER BY c.id FOR UPDATE)
    SELECT p."meetingId", p."supersedesId", (SELECT count(*) FROM held)::int AS held FROM place p`)
  if (row !== undefined) noteMeetingOf(id.toLowerCase(), row.meetingId)
  return row ?? null
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
