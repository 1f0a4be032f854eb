import type { Tx } from '#lib/db/prisma.ts'
import type { TextScope } from '#store/access/text.ts'
import type { LimitsView } from '../views.ts'

/** For organizers; one statement. */
export async function findLimits(tx: Tx, { groupId, limitedTo }: TextScope): Promise<LimitsView> {
  const parties = await tx.party.findMany({
    where: { groupId, OR: [{ leftAt: null }, { id: { in: [...limitedTo] } }] },
    orderBy: { name: 'asc' },
    take: 200,
    select: { id: true, name: true },
  })
  return { parties, limitedTo }
}
