import {
  announceDeletion as announce,
  callOffDeletion as callOff,
  type DeletableGroup,
} from '#domain/group-deletion.ts'
import { isRefusal, notFound, type Refusal } from '#domain/refusal.ts'
import { type GroupScope, proveGroup } from '#lib/access/group.ts'
import { clock } from '#lib/clock.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { asSystem, asViewer } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { log } from '#lib/log.ts'
import type { Mail } from '#lib/mail/mail.ts'
import { sendMail } from '#lib/mail/send-mail.ts'
import { settings } from '#lib/settings.ts'
import { formatMoment } from '#lib/words/format.ts'

const write = { write: true }

/**
 * Announces that the whole group will be deleted; its people are told and have time to export. Refusals: `not-found`, and
 * those of the rule.
 */
export async function announceDeletion(viewer: Viewer, groupId: string): Promise<{ deletesAt: string } | Refusal> {
  const now = clock.now()
  const work = async (tx: Tx) => {
    const held = await holdGroup(tx, viewer, groupId)
    if (held === null) return notFound
    const event = announce(held.group, held.scope.standing, now)
    if (isRefusal(event)) return event
    const { deletesAt } = event
    await tx.group.update({ where: { id: groupId }, data: { deletesAt } })
    await tx.groupEvent.create({
      data: { groupId, actorId: viewer.personId, kind: 'deletion-announced', at: now, effectiveAt: deletesAt },
    })
    return { deletesAt, letters: await announcements(tx, viewer, groupId, deletesAt) }
  }
  const done = await asViewer(viewer, work, write)
  if (isRefusal(done)) return done
  for (const letter of done.letters) sendMail(letter)
  return { deletesAt: done.deletesAt.toISOString() }
}

/** Calls it off. Refusals: `not-found`, and those of the rule. */
export async function callOffDeletion(viewer: Viewer, groupId: string): Promise<Refusal | undefined> {
  const work = async (tx: Tx): Promise<Refusal | undefined> => {
    const held = await holdGroup(tx, viewer, groupId)
    if (held === null) return notFound
    const event = callOff(held.group, held.scope.standing)
    if (isRefusal(event)) return event
    await tx.group.update({ where: { id: groupId }, data: { deletesAt: null } })
    await tx.groupEvent.create({
      data: { groupId, actorId: viewer.personId, kind: 'deletion-called-off', at: clock.now() },
    })
  }
  return asViewer(viewer, work, write)
}

/**
 * Deletes the groups whose time has come, each with everything in it and in a transaction of its own; called by a job.
 * Returns their ids. People keep their accounts.
 */
export async function deleteDueGroups(now: Date): Promise<readonly string[]> {
  const due = await asSystem('jobs', (tx) =>
    tx.group.findMany({
      where: { deletesAt: { lte: now } },
      select: { id: true },
      orderBy: { deletesAt: 'asc' },
      take: 20,
    }),
  )
  const deleted: string[] = []
  for (const { id } of due) if (await deleteIfDue(id, now)) deleted.push(id)
  return deleted
}

/** The database keeps what was adopted from every deletion but one that names the group in its own transaction. */
async function deleteIfDue(groupId: string, now: Date): Promise<boolean> {
  const work = async (tx: Tx) => {
    await tx.$queryRaw`SELECT set_config('app.deleting_group', ${groupId}, true)`
    const { count } = await tx.group.deleteMany({ where: { id: groupId, deletesAt: { lte: now } } })
    return count === 1
  }
  const isGone = await asSystem('jobs', work, { write: true, timeoutMs: 120_000 })
  if (isGone) log().info({ groupId }, 'a group was deleted as announced')
  return isGone
}

async function holdGroup(
  tx: Tx,
  viewer: Viewer,
  groupId: string,
): Promise<{ scope: GroupScope; group: DeletableGroup } | null> {
  const scope = await proveGroup(tx, viewer, groupId)
  if (scope === null) return null
  const [group] = await tx.$queryRaw<DeletableGroup[]>`
    SELECT "deletesAt" FROM "Group" WHERE id = ${groupId}::uuid FOR NO KEY UPDATE`
  return group === undefined ? null : { scope, group }
}

/** To the organizers and to those who speak for the parties. */
async function announcements(tx: Tx, viewer: Viewer, groupId: string, deletesAt: Date): Promise<Mail[]> {
  const group = await tx.group.findUniqueOrThrow({ where: { id: groupId }, select: { name: true, timeZone: true } })
  const concerned = await tx.person.findMany({
    where: {
      OR: [
        { organizes: { some: { groupId, removedAt: null } } },
        { memberships: { some: { groupId, removedAt: null, role: { in: ['head', 'deputy'] } } } },
      ],
    },
    take: 1000,
    select: { id: true, name: true, email: true },
  })
  const facts = {
    organizer: concerned.find(({ id }) => id === viewer.personId)?.name ?? '',
    group: group.name,
    deletes: formatMoment(deletesAt, group.timeZone),
    link: `${settings().baseUrl}/groups/${groupId}`,
  }
  return concerned.map(({ name, email }) => ({ to: { name, address: email }, kind: 'deletion-announced', facts }))
}
