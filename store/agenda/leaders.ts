import { activeParties, type Meeting } from '#domain/meeting/meeting.ts'
import type { Tx } from '#lib/db/prisma.ts'

/** Who of these can lead an item of a meeting: people of its parties that have not left, and its officers. One statement. */
export async function leadersAmong(
  tx: Tx,
  meeting: Meeting,
  personIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const members = await tx.partyMember.findMany({
    where: { personId: { in: [...personIds] }, partyId: { in: [...activeParties(meeting)] }, removedAt: null },
    select: { personId: true },
  })
  return new Set([...members, ...meeting.offices].map(({ personId }) => personId))
}
