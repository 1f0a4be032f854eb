import type { Tx } from '#lib/db/prisma.ts'
import { awaited } from '#store/invitation/open.ts'

/** A group that nobody organizes and to whose organizing nobody is invited. */
export interface LeaderlessGroup {
  readonly id: string
  readonly name: string
}

/** How many are told of at once: the list of groups has the others. */
const most = 5

/** Such groups, the newest first, as whoever looks after the instance sees them; nobody else sees any. One statement. */
export function findLeaderless(tx: Tx, now: Date): Promise<readonly LeaderlessGroup[]> {
  const open = { role: 'organizer', ...awaited(now) }
  return tx.group.findMany({
    where: { organizers: { none: { removedAt: null } }, invitations: { none: open } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: most,
    select: { id: true, name: true },
  })
}
