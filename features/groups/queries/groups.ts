import { may } from '#domain/may.ts'
import { mayInviteOrganizer } from '#domain/party/organizers.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { findPendingOrganizers, type PendingOrganizer } from './pending-organizers.ts'

/** A group in a list: what it is called and what the viewer is in it. */
export interface GroupLine {
  id: string
  name: string
  organizer: boolean
  /** Short names of the parties for which the viewer sits. */
  parties: string[]
}

/** The groups that the viewer belongs to, by name; at most 200. */
export async function findMyGroups(tx: Tx, { personId }: Viewer): Promise<GroupLine[]> {
  const rows = await tx.group.findMany({
    where: {
      OR: [
        { organizers: { some: { personId, removedAt: null } } },
        { members: { some: { personId, removedAt: null } } },
        { offices: { some: { personId, endedAt: null } } },
      ],
    },
    orderBy: { name: 'asc' },
    take: 200,
    relationLoadStrategy: 'join',
    select: {
      id: true,
      name: true,
      organizers: { where: { personId, removedAt: null }, select: { id: true } },
      members: { where: { personId, removedAt: null }, select: { party: { select: { shortName: true } } } },
    },
  })
  return rows.map(({ id, name, organizers, members }) => ({
    id,
    name,
    organizer: organizers.length > 0,
    parties: members.map((member) => member.party.shortName),
  }))
}

/** A group as the instance admin sees it: operation, never contents. */
export interface InstanceGroup {
  id: string
  name: string
  partyCount: number
  organizerCount: number
  /** Those to organize it that are open: the admin's to look after until it has an organizer; empty from then on. */
  invitations: PendingOrganizer[]
  /** The admin may invite its first organizer. */
  can: { inviteOrganizer: boolean }
}

/** Every group of the instance, newest first, at most 500; null for everybody but the instance admin. */
export async function findInstanceGroups(tx: Tx, { personId }: Viewer, now: Date): Promise<InstanceGroup[] | null> {
  const found = await tx.person.findFirst({ where: { id: personId, isInstanceAdmin: true }, select: { id: true } })
  if (found === null) return null
  const admin = { personId, instanceAdmin: true }
  const rows = await tx.group.findMany({
    orderBy: { createdAt: 'desc' },
    take: 500,
    select: {
      id: true,
      name: true,
      _count: { select: { parties: true, organizers: { where: { removedAt: null } } } },
    },
  })
  const without = rows.filter(({ _count }) => _count.organizers === 0).map(({ id }) => id)
  const pending = await findPendingOrganizers(tx, without, now)
  return rows.map(({ id, name, _count }) => ({
    id,
    name,
    partyCount: _count.parties,
    organizerCount: _count.organizers,
    invitations: pending(id),
    can: { inviteOrganizer: _count.organizers === 0 && may(mayInviteOrganizer, [], admin) },
  }))
}

/**
 * How many messages could not be told and are not tried any more (docs/outbox.md), for the instance admin; 0 for everybody else.
 * One statement.
 */
export async function findParked(tx: Tx, { personId }: Viewer): Promise<number> {
  const [parked] = await tx.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM "OutboxMessage"
    WHERE "parkedAt" IS NOT NULL
      AND EXISTS (SELECT 1 FROM "Person" WHERE id = ${personId}::uuid AND "isInstanceAdmin")`
  return parked?.count ?? 0
}
