import { decideDeletion } from '#domain/group-deletion.ts'
import { may } from '#domain/may.ts'
import { decideOrganizerRemoval } from '#domain/party/organizers.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { GroupScope } from '#store/access/group.ts'
import { findPendingOrganizers, type PendingOrganizer } from './pending-organizers.ts'

/** What organizers see of their group's settings. */
export interface SettingsView {
  id: string
  name: string
  purpose: string
  timeZone: string
  /** Tag of the language of those who have chosen none, and of the records; null: none is set. */
  language: string | null
  /** IANA zone in which the viewer reads times. */
  viewerZone: string
  replacementDelayHours: number
  deletesAt: string | null
  /** From when its deletion can be announced again, ISO 8601; null: no earlier one stands against it. */
  announceableFrom: string | null
  organizers: { personId: string; name: string; since: string; isViewer: boolean; can: { remove: boolean } }[]
  invitations: PendingOrganizer[]
}

/** Null for everybody but organizers. */
export async function findSettings(
  tx: Tx,
  { groupId, standing, zone }: GroupScope,
  now: Date,
): Promise<SettingsView | null> {
  if (!standing.organizer) return null
  const group = await tx.group.findUniqueOrThrow({
    where: { id: groupId },
    relationLoadStrategy: 'join',
    select: {
      id: true,
      name: true,
      purpose: true,
      timeZone: true,
      language: true,
      replacementDelayHours: true,
      deletesAt: true,
      deletionEndedAt: true,
      organizers: {
        where: { removedAt: null },
        orderBy: { since: 'asc' },
        take: 200,
        select: { personId: true, since: true, person: { select: { name: true } } },
      },
    },
  })
  const { organizers, deletesAt, deletionEndedAt, ...about } = group
  const announced = decideDeletion({ deletesAt, deletionEndedAt }, standing, now)
  const ids = organizers.map(({ personId }) => personId)
  const pending = await findPendingOrganizers(tx, [groupId], now)
  return {
    ...about,
    viewerZone: zone,
    deletesAt: deletesAt?.toISOString() ?? null,
    announceableFrom: 'from' in announced ? announced.from.toISOString() : null,
    organizers: organizers.map(({ personId, since, person }) => ({
      personId,
      name: person.name,
      since: since.toISOString(),
      isViewer: personId === standing.personId,
      can: { remove: may(decideOrganizerRemoval, ids, standing.personId, personId) },
    })),
    invitations: pending(groupId),
  }
}
