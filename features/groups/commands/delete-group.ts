import { announceDeletion as announce, type DeletableGroup, endDeletion as end } from '#domain/group-deletion.ts'
import { isRefusal, notFound, type Refusal } from '#domain/refusal.ts'
import { clock } from '#lib/clock.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { asViewer } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { sendMail } from '#lib/mail/send-mail.ts'
import { type GroupScope, proveGroup } from '#store/access/group.ts'
import type { Ending } from '#store/meeting/end-offices.ts'
import { announcements, endings } from './deletion-letters.ts'

const write = { write: true }

/**
 * Announces that the whole group will be deleted; its people are told, and have time to take along what they agreed. Refusals:
 * `not-found`, and those of the rule.
 */
export async function announceDeletion(viewer: Viewer, groupId: string): Promise<{ deletesAt: string } | Refusal> {
  const now = clock.now()
  const work = async (tx: Tx) => {
    const held = await holdGroup(tx, viewer, groupId)
    if (held === null) return notFound
    const event = announce(held.group, held.scope.standing, now)
    if (isRefusal(event)) return 'from' in event ? { ...event, timeZone: held.scope.zone } : event
    const { deletesAt } = event
    const data = { deletesAt, deletionById: viewer.personId, deletionSeenAt: now }
    await tx.group.update({ where: { id: groupId }, data })
    await tx.groupEvent.create({
      data: { groupId, actorId: viewer.personId, kind: 'deletion-announced', at: now, effectiveAt: deletesAt },
    })
    return { deletesAt, letters: await announcements(tx, viewer.personId, groupId, deletesAt) }
  }
  const done = await asViewer(viewer, work, write)
  if (isRefusal(done)) return done
  for (const letter of done.letters) sendMail(letter)
  return { deletesAt: done.deletesAt.toISOString() }
}

/**
 * An organizer calls it off, or the head of a party stops it; those who were told of the deletion are told. Refusals:
 * `not-found`, and those of the rule.
 */
export async function endDeletion(viewer: Viewer, groupId: string): Promise<Refusal | undefined> {
  const now = clock.now()
  const work = async (tx: Tx) => {
    const held = await holdGroup(tx, viewer, groupId)
    if (held === null) return notFound
    const { organizer } = held.scope.standing
    const party = await headed(tx, held.scope)
    const event = end(held.group, { organizer, headOf: party?.id ?? null })
    if (isRefusal(event)) return event
    await keepGroup(tx, groupId, now)
    const detail = event.type === 'deletion-stopped' ? (party?.name ?? '') : ''
    await tx.groupEvent.create({ data: { groupId, actorId: viewer.personId, kind: event.type, detail, at: now } })
    return { letters: await endings(tx, viewer.personId, groupId, detail) }
  }
  const done = await asViewer(viewer, work, write)
  if (isRefusal(done)) return done
  for (const letter of done.letters) sendMail(letter)
}

/** The deletion that somebody announced who does not organize the group any more is void. Hold the group's row first. */
export async function voidDeletionOf(tx: Tx, { groupId, personId, actorId }: Ending, now: Date): Promise<void> {
  const where = { id: groupId, deletionById: personId, deletesAt: { not: null } }
  if ((await tx.group.count({ where })) === 0) return
  await keepGroup(tx, groupId, now)
  await tx.groupEvent.create({ data: { groupId, actorId, kind: 'deletion-voided', at: now } })
}

/** No deletion of the group is announced any more. */
export async function keepGroup(tx: Tx, groupId: string, now: Date): Promise<void> {
  const data = { deletesAt: null, deletionById: null, deletionSeenAt: null, deletionEndedAt: now }
  await tx.group.update({ where: { id: groupId }, data })
}

async function holdGroup(
  tx: Tx,
  viewer: Viewer,
  groupId: string,
): Promise<{ scope: GroupScope; group: DeletableGroup } | null> {
  const scope = await proveGroup(tx, viewer, groupId)
  if (scope === null) return null
  const [group] = await tx.$queryRaw<DeletableGroup[]>`
    SELECT "deletesAt", "deletionEndedAt" FROM "Group" WHERE id = ${groupId}::uuid FOR NO KEY UPDATE`
  return group === undefined ? null : { scope, group }
}

/** A party of the group whose head the viewer is; one that left has taken along what it agreed, and stops nothing. */
function headed(tx: Tx, { standing }: GroupScope): Promise<{ id: string; name: string } | null> {
  const led = standing.memberships.filter(({ role }) => role === 'head').map(({ partyId }) => partyId)
  return tx.party.findFirst({
    where: { id: { in: led }, leftAt: null },
    orderBy: { id: 'asc' },
    select: { id: true, name: true },
  })
}
