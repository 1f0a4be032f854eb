/** Holding the row of what an act is about: only of what the viewer may know. */
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import { isUuid } from '#lib/uuid.ts'

/** A row of `table` is held where the database says that the viewer `knows` of it (prisma/visibility/55-known.sql). */
const known = {
  meeting: held(Prisma.sql`"Meeting"`, Prisma.sql`visibility.knows_meeting`),
  /** The row of a meeting in which the viewer sees what is written, for acts that are open to those alone. */
  contents: held(Prisma.sql`"Meeting"`, Prisma.sql`visibility.knows_contents`),
  conclusion: held(Prisma.sql`"Conclusion"`, Prisma.sql`visibility.knows_conclusion`),
  /** What is written on a text goes on beside an act on its editions. */
  text: held(Prisma.sql`"Text"`, Prisma.sql`visibility.knows_text`, Prisma.sql`FOR NO KEY UPDATE`),
  assignment: held(Prisma.sql`"Assignment"`, Prisma.sql`visibility.knows_assignment`),
} as const

type Known = keyof typeof known

/**
 * Holds a row until the transaction ends, if the viewer may know of it, which is to be proven again after that. False: they may not, or
 * there is none. Decided before the row is waited for, so that nobody waits for those who act on what is closed to them.
 */
export async function holdKnown(tx: Tx, what: Known, id: string): Promise<boolean> {
  if (!isUuid(id)) return false
  const { table, knows, hold } = known[what]
  const rows = await tx.$queryRaw<unknown[]>(
    Prisma.sql`SELECT id FROM ${table} WHERE id = ${id}::uuid AND ${knows}(${id}::uuid) ${hold}`,
  )
  return rows.length > 0
}

/** Holds those of several rows of which the viewer may know, in one order for everybody, as `holdKnown` does. Returns their ids. */
export async function holdAllKnown(tx: Tx, what: Known, ids: readonly string[]): Promise<readonly string[]> {
  const { table, knows, hold } = known[what]
  const wanted = [...new Set(ids)].filter(isUuid)
  if (wanted.length === 0) return []
  const rows = await tx.$queryRaw<{ id: string }[]>(
    Prisma.sql`SELECT id FROM ${table} WHERE id = ANY(${wanted}::uuid[]) AND ${knows}(id) ORDER BY id ${hold}`,
  )
  return rows.map(({ id }) => id)
}

function held(table: Prisma.Sql, knows: Prisma.Sql, hold = Prisma.sql`FOR UPDATE`) {
  return { table, knows, hold }
}
