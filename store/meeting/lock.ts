import { Prisma, type Tx } from '#lib/db/prisma.ts'

/** Holds the row of a meeting until the transaction ends, where the system acts. */
export async function lockMeeting(tx: Tx, meetingId: string): Promise<void> {
  await tx.$queryRaw(Prisma.sql`SELECT id FROM "Meeting" WHERE id = ${meetingId}::uuid FOR UPDATE`)
}
