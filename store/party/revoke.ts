/**
 * What was announced goes with the right to announce it (domain/party/revocation.ts): invitations, announced heads, and in
 * meetings what waits for others. Belongs into the transaction of the act by which somebody lost a right, after its own changes.
 */
import { partyRoles } from '#domain/party/membership.ts'
import { endsWith, type Removed, type WaitingInvitation } from '#domain/party/revocation.ts'
import { oneOf } from '#lib/db/one-of.ts'
import type { Prisma, Tx } from '#lib/db/prisma.ts'
import { partyOf } from './load.ts'

/** Whose act it was, in which group. */
export interface Revoking {
  readonly groupId: string
  readonly actorId: string
}

/** Ends the open invitations that a removal takes along; the history of the group tells each. At most five statements. */
export async function revokeInvitations(tx: Tx, by: Revoking, removed: Removed, now: Date): Promise<void> {
  const waiting = await findWaiting(tx, by.groupId, removed, now)
  if (waiting.length === 0) return
  const organizers = await tx.organizer.findMany({
    where: { groupId: by.groupId, removedAt: null },
    select: { personId: true },
  })
  const organizerIds = organizers.map(({ personId }) => personId)
  const ending = waiting.filter((invitation) => endsWith(removed, invitation, organizerIds))
  if (ending.length === 0) return
  await tx.invitation.updateMany({
    where: { id: { in: ending.map(({ id }) => id) }, acceptedAt: null, revokedAt: null },
    data: { revokedAt: now },
  })
  await tx.groupEvent.createMany({ data: ending.map((invitation) => lineOf(by, invitation, now)) })
}

function lineOf({ groupId, actorId }: Revoking, { into, replaces }: WaitingInvitation, at: Date) {
  const kind = replaces ? 'replacement-voided' : 'invitation-voided'
  return { groupId, partyId: into?.party.id ?? null, actorId, kind, detail: into?.role ?? 'organizer', at }
}

/** The open invitations that the person made, or that name them; of a party alone where it concerns no other. */
async function findWaiting(
  tx: Tx,
  groupId: string,
  { personId, fromPartyId, organized }: Removed,
  now: Date,
): Promise<readonly WaitingInvitation[]> {
  const person = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { email: true } })
  const open: Prisma.InvitationWhereInput = { groupId, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } }
  const theirs = { OR: [{ invitedById: personId }, { claimedById: personId }, { email: person.email }] }
  const rows = await tx.invitation.findMany({
    where: { AND: [open, theirs, organized || fromPartyId === null ? {} : { partyId: fromPartyId }] },
    orderBy: { id: 'asc' },
    relationLoadStrategy: 'join',
    select: {
      id: true,
      role: true,
      email: true,
      invitedById: true,
      claimedById: true,
      effectiveAt: true,
      party: {
        select: {
          id: true,
          leftAt: true,
          members: { where: { removedAt: null }, select: { personId: true, role: true, seesFrom: true } },
        },
      },
    },
  })
  return rows.map(({ id, role, email, invitedById, claimedById, effectiveAt, party }) => ({
    id,
    invitedById,
    into: party && { party: partyOf(party.id, { ...party, invitations: [] }), role: oneOf(partyRoles, role) },
    replaces: effectiveAt !== null,
    namesId: claimedById ?? (email === person.email ? personId : null),
  }))
}
