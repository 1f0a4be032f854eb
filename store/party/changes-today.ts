import { type DayFull, dayFull } from '#domain/limits.ts'
import { aDayBefore, lockList } from '#lib/db/lock-list.ts'
import type { Tx } from '#lib/db/prisma.ts'

/** Null: this person may make one more change today that the history of the group tells. Two statements. */
export async function changesToday(tx: Tx, groupId: string, actorId: string, now: Date): Promise<DayFull | null> {
  await lockList(tx, 'changes', actorId)
  return dayFull('changes', await tx.groupEvent.count({ where: { groupId, actorId, at: { gt: aDayBefore(now) } } }))
}
