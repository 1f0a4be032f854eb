/**
 * What was announced goes with the right to announce it (domain/party/revocation.ts): invitations, announced heads, and in
 * meetings what waits for others. Belongs into the act by which somebody lost a right, after its own changes.
 */
import { partyRoles } from '#domain/party/membership.ts'
import { endsWith, type Removed, type WaitingInvitation } from '#domain/party/revocation.ts'
import { oneOf } from '#lib/db/one-of.ts'
import type { Prisma, Tx } from '#lib/db/prisma.ts'
import { type InvitationEvent, invitationRows } from '#store/invitation/rows.ts'
import { type ActInProgress, happen } from '#store/perform.ts'
import type { Governed } from './acts.ts'
import { announced, partyOf } from './load.ts'

/** Whose act it was, in which group. */
export interface Revoking {
  readonly groupId: string
  readonly actorId: string
}

/** Ends the open invitations that a removal takes along. At most four statements. */
export async function revokeInvitations(act: ActInProgress, by: Revoking, removed: Removed): Promise<void> {
  const waiting = await findWaiting(act.tx, by.groupId, removed, act.now)
  if (waiting.length === 0) return
  const organizers = await act.tx.organizer.findMany({
    where: { groupId: by.groupId, removedAt: null },
    select: { personId: true },
  })
  const organizerIds = organizers.map(({ personId }) => personId)
  const ending = waiting.filter((invitation) => endsWith(removed, invitation, organizerIds))
  const voided = ending.map(
    ({ id, into, replaces }): InvitationEvent => ({
      type: replaces ? 'replacement-voided' : 'invitation-voided',
      invitationId: id,
      partyId: into?.party.id ?? null,
      role: into?.role ?? 'organizer',
    }),
  )
  await happen(invitationRows, { act, ...by }, voided)
}

/** A party that leaves the group takes nobody in any more; of an announced replacement its history tells. */
export async function endInvitations(
  act: ActInProgress,
  { groupId, partyId, actorId }: Omit<Governed, 'act'>,
): Promise<void> {
  const open = { partyId, acceptedAt: null, revokedAt: null }
  const replacement = await act.tx.invitation.findFirst({
    where: { ...open, ...announced(act.now) },
    select: { id: true },
  })
  if (replacement !== null) {
    const { id: invitationId } = replacement
    const voided = { type: 'replacement-voided', invitationId, partyId, role: 'head' } as const
    await happen(invitationRows, { act, groupId, actorId }, [voided])
  }
  await act.tx.invitation.updateMany({ where: open, data: { revokedAt: act.now } })
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
