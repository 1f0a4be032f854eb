import { Prisma, type Tx } from '#lib/db/prisma.ts'

/**
 * Whether both of these people live in demo groups alone and can receive no mail. Only who does may look at the demo as another, and
 * only as another who does: nobody real is ever impersonated, and the moment one of them joins a real group it is over.
 */
export async function bothLiveInDemoOnly(tx: Tx, one: string, other: string): Promise<boolean> {
  const found = await tx.$queryRaw<unknown[]>(
    Prisma.sql`SELECT d."personId" FROM visibility.demo_person d WHERE d."personId" = ANY(${[one, other]}::uuid[])`,
  )
  return found.length === new Set([one, other]).size
}
