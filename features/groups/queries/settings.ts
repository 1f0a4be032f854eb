import { removeOrganizer } from '#domain/party/organizers.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { GroupScope } from '#lib/access/group.ts'
import type { Tx } from '#lib/db/prisma.ts'

/** What organizers see of their group's settings. */
export interface SettingsView {
  id: string
  name: string
  purpose: string
  timeZone: string
  /** IANA zone in which the viewer reads times. */
  viewerZone: string
  replacementDelayHours: number
  deletesAt: string | null
  organizers: { personId: string; name: string; since: string; isViewer: boolean; can: { remove: boolean } }[]
  invitations: PendingOrganizer[]
}

/** An open invitation to organize. */
export interface PendingOrganizer {
  id: string
  email: string | null
  name: string | null
  expiresAt: string
  /** Who opened it under another address and waits to be confirmed. */
  claimedBy: { name: string; email: string } | null
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
      replacementDelayHours: true,
      deletesAt: true,
      organizers: {
        where: { removedAt: null },
        orderBy: { since: 'asc' },
        take: 200,
        select: { personId: true, since: true, person: { select: { name: true } } },
      },
      invitations: {
        where: { partyId: null, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
        orderBy: { createdAt: 'desc' },
        take: 200,
        select: { id: true, email: true, name: true, expiresAt: true, claimedById: true },
      },
    },
  })
  const { organizers, invitations, deletesAt, ...about } = group
  const ids = organizers.map(({ personId }) => personId)
  const claimers = await tx.person.findMany({
    where: { id: { in: invitations.flatMap(({ claimedById }) => claimedById ?? []) } },
    select: { id: true, name: true, email: true },
  })
  return {
    ...about,
    viewerZone: zone,
    deletesAt: deletesAt?.toISOString() ?? null,
    organizers: organizers.map(({ personId, since, person }) => ({
      personId,
      name: person.name,
      since: since.toISOString(),
      isViewer: personId === standing.personId,
      can: { remove: !isRefusal(removeOrganizer(ids, standing.personId, personId)) },
    })),
    invitations: invitations.map(({ claimedById, expiresAt, ...invitation }) => {
      const claimer = claimers.find(({ id }) => id === claimedById)
      return {
        ...invitation,
        expiresAt: expiresAt.toISOString(),
        claimedBy: claimer ? { name: claimer.name, email: claimer.email } : null,
      }
    }),
  }
}
