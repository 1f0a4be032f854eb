import type { Prisma, Tx } from '#lib/db/prisma.ts'

/** Somebody is no longer what they were when they got these offices: they end with it, by no act in their meetings. */
export async function endOffices(
  tx: Tx,
  personId: string,
  which: Prisma.MeetingOfficeWhereInput,
  now: Date,
): Promise<void> {
  await tx.meetingOffice.updateMany({ where: { AND: [which, { personId, endedAt: null }] }, data: { endedAt: now } })
}
