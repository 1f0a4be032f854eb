import { Prisma, type Tx } from '#lib/db/prisma.ts'

/**
 * Whether somebody lives in demo groups alone and can receive no mail, as a condition. Only who does may look at the demo as
 * another, and only as another who does: nobody real is ever impersonated, and the moment one of them joins a real group it
 * is over.
 *
 * @param person the person's id, of type uuid.
 */
export function livesInDemoOnly(person: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM "Person" p WHERE p.id = ${person} AND p.email LIKE '%.invalid' AND NOT EXISTS (
    SELECT 1 FROM visibility.standing s JOIN "Group" g ON g.id = s."groupId" WHERE s."personId" = p.id AND NOT g."isDemo"))`
}

/** Whether both of these people live in demo groups alone. */
export async function bothLiveInDemoOnly(tx: Tx, one: string, other: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ demo: boolean }[]>(
    Prisma.sql`SELECT ${livesInDemoOnly(Prisma.sql`${one}::uuid`)} AND ${livesInDemoOnly(Prisma.sql`${other}::uuid`)} AS demo`,
  )
  return row?.demo === true
}
