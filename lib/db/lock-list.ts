import { Prisma, type Tx } from './prisma.ts'

/**
 * Holds a list until the transaction ends, so that whoever counts it and adds to it is alone: a bound is never passed by two at
 * once. The last lock but that on a record. For lists whose owner's row is held anyway there is no need of it.
 *
 * @param owner the id of what, or of whom, the list is.
 */
export async function lockList(tx: Tx, list: string, owner: string): Promise<void> {
  await tx.$executeRaw(Prisma.sql`SELECT pg_advisory_xact_lock(hashtextextended(${`${list} ${owner}`}, 0))`)
}

/** The instant a day before. */
export const aDayBefore = (now: Date): Date => new Date(now.getTime() - 86_400_000)
