import { Prisma, type Tx } from '#lib/db/prisma.ts'

/** Holds the row of a meeting until the transaction ends, whoever asks: whether they may know of it is proven after that. */
export async function lockMeeting(tx: Tx, meetingId: string): Promise<void> {
  await tx.$queryRaw(Prisma.sql`SELECT id FROM "Meeting" WHERE id = ${meetingId}::uuid FOR UPDATE`)
}
