import type { DraftPassage, EditChange, EditCommand } from '#domain/text/edit.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'

const columns = Prisma.sql`p.id, p.position, p.kind, p.level, p.label, p.text, p.suspect, p.dropped`

/** The passages on which an edit is decided (domain/text/edit.ts), in reading order; one statement. */
export async function loadWindow(tx: Tx, editionId: string, command: EditCommand): Promise<DraftPassage[]> {
  const edition = Prisma.sql`p."editionId" = ${editionId}::uuid`
  if ('ids' in command)
    return tx.$queryRaw(Prisma.sql`SELECT ${columns} FROM "Passage" p
      WHERE ${edition} AND p.id = ANY(${[...command.ids]}::uuid[]) ORDER BY p.position`)
  const here = Prisma.sql`(SELECT position FROM "Passage" WHERE "editionId" = ${editionId}::uuid AND id = ${command.id}::uuid)`
  const nearest = (condition: Prisma.Sql, order: Prisma.Sql) => Prisma.sql`(SELECT ${columns} FROM "Passage" p
    WHERE ${edition} AND ${condition} ORDER BY p.position ${order} LIMIT 1)`
  const before = Prisma.sql`p.position < ${here}`
  const after = Prisma.sql`p.position > ${here}`
  const down = Prisma.sql`DESC`
  const up = Prisma.sql`ASC`
  return tx.$queryRaw(Prisma.sql`SELECT * FROM (
    (SELECT ${columns} FROM "Passage" p WHERE ${edition} AND p.id = ${command.id}::uuid)
    UNION ${nearest(Prisma.sql`${before} AND NOT p.dropped`, down)}
    UNION ${nearest(after, up)}
    UNION ${nearest(Prisma.sql`${after} AND NOT p.dropped`, up)}) w ORDER BY position`)
}

/** The first passages, at most `most`, that are suspected of `suspect` and still kept. */
export async function suspectsOf(tx: Tx, editionId: string, suspect: string, most: number): Promise<string[]> {
  const rows = await tx.passage.findMany({
    where: { editionId, suspect, dropped: false },
    orderBy: { position: 'asc' },
    take: most,
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

/** Writes a change, and no other row; at most three statements. */
export async function saveChange(
  tx: Tx,
  groupId: string,
  editionId: string,
  { update, insert, remove }: EditChange,
): Promise<void> {
  if (remove.length > 0) await tx.passage.deleteMany({ where: { editionId, id: { in: remove.map(({ id }) => id) } } })
  if (update.length > 0)
    await tx.$executeRaw`UPDATE "Passage" p SET kind = r.kind, level = r.level, label = r.label, text = r.text,
      suspect = r.suspect, dropped = r.dropped
      FROM json_to_recordset(${JSON.stringify(update.map(({ after }) => after))}::json) AS
        r(id uuid, kind text, level int, label text, text text, suspect text, dropped boolean)
      WHERE p.id = r.id AND p."editionId" = ${editionId}::uuid`
  if (insert.length > 0)
    await tx.passage.createMany({ data: insert.map((passage) => ({ ...passage, groupId, editionId })) })
}

/** Gives every passage of a draft a new order key, with room on both sides. */
export async function spreadAnew(tx: Tx, editionId: string): Promise<void> {
  await tx.$executeRaw`UPDATE "Passage" p SET position = n.place FROM (
      SELECT id, row_number() OVER (ORDER BY position) AS place FROM "Passage" WHERE "editionId" = ${editionId}::uuid) n
    WHERE p.id = n.id`
}
