import { Prisma, type Tx } from '#lib/db/prisma.ts'

/** Holds the row of a group until the transaction ends: the first of all locks. False: there is none. */
export async function lockGroup(tx: Tx, groupId: string): Promise<boolean> {
  const held = await tx.$queryRaw<unknown[]>(
    Prisma.sql`SELECT id FROM "Group" WHERE id = ${groupId}::uuid FOR NO KEY UPDATE`,
  )
  return held.length > 0
}
