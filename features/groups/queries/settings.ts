import { decideDeletion } from '#domain/group-deletion.ts'
import { decideFoundingBack, foundingStandsFrom } from '#domain/group-founding.ts'
import { groupKinds } from '#domain/group-kind.ts'
import { may } from '#domain/may.ts'
import { decideOrganizerRemoval } from '#domain/party/organizers.ts'
import { oneOf } from '#lib/db/one-of.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { GroupScope } from '#store/access/group.ts'
import { findFounded } from '#store/group/founding-back.ts'
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
      kind: true,
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
  const { organizers, deletesAt, deletionEndedAt, kind, ...about } = group
  const announced = decideDeletion({ deletesAt, deletionEndedAt }, standing, now)
  const ids = organizers.map(({ personId }) => personId)
  const founded = await findFounded(tx, groupId, standing.personId)
  const pending = await findPendingOrganizers(tx, [groupId], now)
  return {
    ...about,
    kind: kind === null ? null : oneOf(groupKinds, kind),
    viewerZone: zone,
    foundingStandsFrom: may(decideFoundingBack, founded, standing, now)
      ? foundingStandsFrom(founded).toISOString()
      : null,
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
