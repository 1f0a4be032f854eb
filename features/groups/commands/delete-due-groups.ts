import { dueDeletion, postponedTo } from '#domain/group-deletion.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { asSystem } from '#lib/db/transaction.ts'
import { log } from '#lib/log.ts'
import { keepGroup } from './delete-group.ts'

interface Announced {
  readonly id: string
  readonly deletesAt: Date
  readonly seenAt: Date
  /** Whether whoever announced it organizes the group now. */
  readonly organizer: boolean
}

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

/** The database keeps what was adopted from every deletion but one that names the group in its own transaction. */
async function lookAt(groupId: string, now: Date): Promise<boolean> {
  const work = async (tx: Tx) => {
    const group = await holdAnnounced(tx, groupId)
    if (group === null) return null
    const deletesAt = await postpone(tx, group, now)
    const verdict = dueDeletion({ deletesAt }, group, now)
    if (verdict === 'void') {
      await keepGroup(tx, groupId, now)
      await tx.groupEvent.create({ data: { groupId, kind: 'deletion-voided', at: now } })
    }
    if (verdict !== 'due') return verdict
    await tx.$queryRaw`SELECT set_config('app.deleting_group', ${groupId}, true)`
    await tx.group.delete({ where: { id: groupId } })
    return verdict
  }
  const verdict = await asSystem('jobs', work, { write: true, timeoutMs: 120_000 })
  if (verdict === 'due') log().info({ groupId }, 'a group was deleted as announced')
  if (verdict === 'void') log().info({ groupId, refused: 'not-entitled' }, 'an announced deletion is void')
  return verdict === 'due'
}

async function holdAnnounced(tx: Tx, groupId: string): Promise<Announced | null> {
  const [group] = await tx.$queryRaw<Announced[]>`SELECT g.id, g."deletesAt", g."deletionSeenAt" AS "seenAt",
      EXISTS (SELECT 1 FROM "Organizer" o WHERE o."groupId" = g.id AND o."personId" = g."deletionById"
        AND o."removedAt" IS NULL) AS organizer
    FROM "Group" g WHERE g.id = ${groupId}::uuid AND g."deletesAt" IS NOT NULL FOR UPDATE OF g`
  return group ?? null
}

/** The day of the deletion, moved by the time in which the instance did not look at it: nobody could take anything along then. */
async function postpone(tx: Tx, { id, deletesAt, seenAt }: Announced, now: Date): Promise<Date> {
  const to = postponedTo(deletesAt, seenAt, now)
  await tx.group.update({ where: { id }, data: { deletesAt: to, deletionSeenAt: now } })
  if (to.getTime() !== deletesAt.getTime())
    await tx.groupEvent.create({ data: { groupId: id, kind: 'deletion-postponed', at: now, effectiveAt: to } })
  return to
}
