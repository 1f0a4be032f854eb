import { type DayFull, dayFull } from '#domain/limits.ts'
import { aDayBefore, holdList } from '#lib/db/hold-list.ts'
import type { Tx } from '#lib/db/prisma.ts'

/** Null: this person may make one more change today that the history of the group tells. Two statements. */
export async function changesToday(tx: Tx, groupId: string, actorId: string, now: Date): Promise<DayFull | null> {
  await holdList(tx, 'changes', actorId)
  return dayFull('changes', await tx.groupEvent.count({ where: { groupId, actorId, at: { gt: aDayBefore(now) } } }))
}
