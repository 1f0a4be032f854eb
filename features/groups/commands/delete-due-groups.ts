import { isRefusal } from '#domain/refusal.ts'
import { asSystem } from '#lib/db/transaction.ts'
import { log } from '#lib/log.ts'
import { announcedDeletion } from '#store/group/due.ts'
import { perform } from '#store/perform.ts'

/** Most groups that one turn looks at. */
const most = 200

/**
 * Looks at every announced deletion, and deletes the groups whose time has come, each with everything in it and in a transaction
 * of its own; called by a job. Returns the ids of those that are gone. People keep their accounts.
 */
export async function deleteDueGroups(now: Date): Promise<readonly string[]> {
  const announced = await asSystem('jobs', (tx) =>
    tx.group.findMany({
      where: { deletesAt: { not: null } },
      select: { id: true },
      orderBy: { deletesAt: 'asc' },
      take: most,
    }),
  )
  const deleted: string[] = []
  for (const { id } of announced) if (await lookAt(id, now)) deleted.push(id)
  return deleted
}

async function lookAt(groupId: string, now: Date): Promise<boolean> {
  const happened = await perform('jobs', announcedDeletion(groupId), () => 'look', {
    now,
    answer: (_, events) => events.map(({ type }) => type),
    timeoutMs: 120_000,
  })
  if (isRefusal(happened)) return false
  const isDeleted = happened.includes('group-deleted')
  if (isDeleted) log().info({ groupId }, 'a group was deleted as announced')
  if (happened.includes('deletion-voided'))
    log().info({ groupId, refused: 'not-entitled' }, 'an announced deletion is void')
  return isDeleted
}
