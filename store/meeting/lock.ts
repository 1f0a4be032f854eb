import { Prisma, type Tx } from '#lib/db/prisma.ts'
import { isUuid } from '#lib/uuid.ts'

/** Holds the row of a meeting until the transaction ends, where the system acts. */
export async function lockMeeting(tx: Tx, meetingId: string): Promise<void> {
  await tx.$queryRaw(Prisma.sql`SELECT id FROM "Meeting" WHERE id = ${meetingId}::uuid FOR UPDATE`)
}

/**
 * Holds the row of a meeting until the transaction ends, if the viewer may know of it, which is to be proven again after that. False: they
 * may not, or there is none. Decided before the row is waited for, so that nobody waits for those who act on what is closed to them.
 */
export function lockKnownMeeting(tx: Tx, meetingId: string): Promise<boolean> {
  return lockWhere(tx, meetingId, Prisma.sql`visibility.knows_meeting(${meetingId}::uuid)`)
}

/**
 * Holds the row of a meeting until the transaction ends, if the viewer sees what is written there, for an act that is open to those alone.
 * False: they do not, or there is none.
 */
export function lockOpenMeeting(tx: Tx, meetingId: string): Promise<boolean> {
  return lockWhere(tx, meetingId, Prisma.sql`visibility.knows_contents(${meetingId}::uuid)`)
}

async function lockWhere(tx: Tx, meetingId: string, knows: Prisma.Sql): Promise<boolean> {
  if (!isUuid(meetingId)) return false
  const held = await tx.$queryRaw<unknown[]>(
    Prisma.sql`SELECT id FROM "Meeting" WHERE id = ${meetingId}::uuid AND ${knows} FOR UPDATE`,
  )
  return held.length > 0
}
