import { Prisma, type Tx } from '#lib/db/prisma.ts'

/**
 * Whether somebody was made by the demo's loader and lives in demo groups alone: only as such a one is the demo looked at, so that nobody
 * real is ever impersonated, and the moment one of them joins a real group it is over.
 */
export async function livesInDemoOnly(tx: Tx, personId: string): Promise<boolean> {
  const found = await tx.$queryRaw<unknown[]>(
    Prisma.sql`SELECT d."personId" FROM visibility.demo_person d WHERE d."personId" = ${personId}::uuid`,
  )
  return found.length > 0
}
