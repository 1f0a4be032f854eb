import { Prisma, type Tx } from '#lib/db/prisma.ts'

/**
 * Whether all of these people live in demo groups alone and can receive no mail. Only then may one look at the demo as
 * another: nobody real is ever impersonated, and the moment one of them joins a real group it is over.
 */
export async function liveInDemoOnly(tx: Tx, personIds: readonly string[]): Promise<boolean> {
  const ids = Prisma.join(personIds.map((id) => Prisma.sql`${id}::uuid`))
  const [row] = await tx.$queryRaw<
    { demo: boolean }[]
  >(Prisma.sql`SELECT COUNT(*)::int = ${new Set(personIds).size} AS demo
    FROM "Person" p WHERE p.id IN (${ids}) AND p.email LIKE '%.invalid' AND NOT EXISTS (
      SELECT 1 FROM "Group" g WHERE NOT g."isDemo" AND (
        EXISTS (SELECT 1 FROM "Organizer" o WHERE o."groupId" = g.id AND o."personId" = p.id AND o."removedAt" IS NULL)
        OR EXISTS (SELECT 1 FROM "PartyMember" m WHERE m."groupId" = g.id AND m."personId" = p.id AND m."removedAt" IS NULL)
        OR EXISTS (SELECT 1 FROM "MeetingOffice" f WHERE f."groupId" = g.id AND f."personId" = p.id AND f."endedAt" IS NULL)))`)
  return row?.demo === true
}
