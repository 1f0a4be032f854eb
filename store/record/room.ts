import { fullAt, type PartName, partOf, parts, type RecordFull } from '#domain/record/bounds.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'

/** Null: there is room for one more entry in this part of the record. One statement, under the lock on the meeting. */
export async function roomIn(tx: Tx, meetingId: string, part: PartName): Promise<RecordFull | null> {
  // Minutes that are put are versions of a conclusion too; they are counted where they are put.
  const [held] = await tx.$queryRaw<{ entries: number; characters: number }[]>(Prisma.sql`
    SELECT count(*)::int AS entries, COALESCE(sum(e.size), 0)::float8 AS characters FROM "RecordEntry" e
    LEFT JOIN "Conclusion" c ON c.id = e."conclusionId"
    WHERE e."meetingId" = ${meetingId}::uuid AND e.kind = ANY(${[...parts[part].kinds]}::text[])
      AND (c.kind IS NULL OR (c.kind = 'record') = ${part === 'minutes'})`)
  return held === undefined ? null : fullAt(part, held)
}

/** Null: there is room for entries of these kinds, or events of the same names. One statement for each bounded part that they belong to. */
export async function roomFor(tx: Tx, meetingId: string, kinds: readonly string[]): Promise<RecordFull | null> {
  for (const part of new Set(kinds.flatMap((kind) => partOf(kind) ?? []))) {
    const full = await roomIn(tx, meetingId, part)
    if (full !== null) return full
  }
  return null
}
