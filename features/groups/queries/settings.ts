import { decideDeletion } from '#domain/group-deletion.ts'
import { may } from '#domain/may.ts'
import { decideOrganizerRemoval } from '#domain/party/organizers.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { GroupScope } from '#store/access/group.ts'
import type { SettingsView } from '../views.ts'
import { findPendingOrganizers } from './pending-organizers.ts'

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
