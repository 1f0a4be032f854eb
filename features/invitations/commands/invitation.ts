import { mayInvite } from '#domain/party/invitation.ts'
import type { PersonInGroup } from '#domain/party/membership.ts'
import { type PartyRole, partyRoles } from '#domain/party/membership.ts'
import { mayInviteOrganizer } from '#domain/party/organizers.ts'
import type { Refusal } from '#domain/refusal.ts'
import { hashToken } from '#lib/auth/token.ts'
import { oneOf } from '#lib/db/one-of.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { proveParty } from '#store/access/party.ts'
import { loadParty } from '#store/party/load.ts'

/** The one answer for an invitation that is unknown, used, withdrawn or expired. */
export const over = { refused: 'invitation-over' } as const satisfies Refusal

/** What the acts on an invitation need to know of it. */
const facts = {
  id: true,
  groupId: true,
  partyId: true,
  role: true,
  email: true,
  name: true,
  invitedById: true,
  effectiveAt: true,
  claimedById: true,
  group: { select: { name: true, timeZone: true } },
  party: { select: { name: true } },
} as const

/** An invitation that can still be accepted. */
export type OpenInvitation = NonNullable<Awaited<ReturnType<typeof findOpen>>>

/** Finds an open invitation by its secret or by its id. Uses nothing up. */
export function findOpen(tx: Tx, by: { token: string } | { id: string }, now: Date) {
  const which = 'token' in by ? { tokenHash: hashToken(by.token) } : { id: by.id }
  return tx.invitation.findFirst({
    where: { ...which, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
    relationLoadStrategy: 'join',
    select: facts,
  })
}

/**
 * Holds the party, or the group, that the invitation leads into, and then the invitation itself: of several who act on it at
 * once, each finds what the one before left. Null: it is not open any more.
 */
export async function hold(
  tx: Tx,
  { id, groupId, partyId }: OpenInvitation,
  now: Date,
): Promise<OpenInvitation | null> {
  if (partyId === null) await tx.$queryRaw`SELECT id FROM "Group" WHERE id = ${groupId}::uuid FOR NO KEY UPDATE`
  else await tx.$queryRaw`SELECT id FROM "Party" WHERE id = ${partyId}::uuid FOR NO KEY UPDATE`
  await tx.$queryRaw`SELECT id FROM "Invitation" WHERE id = ${id}::uuid FOR UPDATE`
  return findOpen(tx, { id }, now)
}

/** The organizers of a group, by person. */
export async function organizersOf(tx: Tx, groupId: string): Promise<string[]> {
  const rows = await tx.organizer.findMany({ where: { groupId, removedAt: null }, select: { personId: true } })
  return rows.map(({ personId }) => personId)
}

/** What an inviter is now, as the rules on organizers know them. */
export async function adminOrNot(tx: Tx, personId: string): Promise<{ personId: string; instanceAdmin: boolean }> {
  const { isInstanceAdmin } = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { isInstanceAdmin: true },
  })
  return { personId, instanceAdmin: isInstanceAdmin }
}

/** What an inviter is now, as the rules on parties know them. */
export async function actorOf(tx: Tx, groupId: string, personId: string): Promise<PersonInGroup> {
  const organizer = await tx.organizer.findFirst({
    where: { groupId, personId, removedAt: null },
    select: { id: true },
  })
  return { personId, organizer: organizer !== null }
}

/**
 * Whether the viewer may confirm or withdraw an invitation: who might make it now. That of an announced replacement is in the
 * hands of the organizers; the party stops it by an act of its own.
 */
export async function looksAfter(tx: Tx, viewer: Viewer, invitation: OpenInvitation, now: Date): Promise<boolean> {
  const { groupId, partyId, role, effectiveAt } = invitation
  if (partyId === null)
    return mayInviteOrganizer(await organizersOf(tx, groupId), await adminOrNot(tx, viewer.personId)) === null
  const scope = await proveParty(tx, viewer, partyId)
  if (scope === null) return false
  if (effectiveAt !== null) return scope.standing.organizer
  return mayInvite(await loadParty(tx, partyId, now), scope.actor, roleOf(role)) === null
}

/** The role of an invitation into a party. */
export function roleOf(role: string): PartyRole {
  return oneOf(partyRoles, role)
}
