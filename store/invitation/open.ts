import type { PersonInGroup } from '#domain/party/membership.ts'
import { type PartyRole, partyRoles } from '#domain/party/membership.ts'
import type { Refusal } from '#domain/refusal.ts'
import { hashToken } from '#lib/auth/token.ts'
import { clock } from '#lib/clock.ts'
import { oneOf } from '#lib/db/one-of.ts'
import type { Prisma, Tx } from '#lib/db/prisma.ts'
import { lockGroup } from '#store/group/lock.ts'
import { holdMeetingsOf } from '#store/meeting/end-offices.ts'
import type { ActInProgress } from '#store/perform.ts'

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
  declinedAt: true,
  expiresAt: true,
  tokenHash: true,
  group: { select: { name: true, purpose: true, kind: true, timeZone: true, language: true } },
  party: { select: { name: true } },
} as const

/** An invitation that can still be accepted. */
export type OpenInvitation = NonNullable<Awaited<ReturnType<typeof findOpen>>>

/**
 * The open invitation of this secret, under its lock, for an act of whoever holds the secret: it reaches what the invitation leads into, of
 * which they are not yet. Refuses `invitation-over`, also while somebody waits on it.
 */
export async function loadBySecret(act: ActInProgress, token: string): Promise<OpenInvitation | typeof over> {
  const now = clock.now()
  await act.tx.$queryRaw`SELECT visibility.enter_by_invitation(${hashToken(token)}, ${now}::timestamptz)::text`
  const found = await findOpen(act.tx, { token }, now)
  const invitation = found && (await lockInvitation(act, found))
  return invitation === null || invitation.claimedById !== null ? over : invitation
}

/** Of invitations, those from which somebody is still awaited: open, and not declined, or claimed by another after that. */
export function awaited(now: Date): Prisma.InvitationWhereInput {
  return {
    acceptedAt: null,
    revokedAt: null,
    expiresAt: { gt: now },
    OR: [{ declinedAt: null }, { claimedById: { not: null } }],
  }
}

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
 * Locks the party, or the group, that the invitation leads into, then the meetings of those who are no longer its heads when it
 * is accepted, and then the invitation itself: of several who act on it at once, each finds what the one before left. Null: it
 * is not open any more.
 */
export async function lockInvitation(
  act: ActInProgress,
  { id, groupId, partyId, effectiveAt }: OpenInvitation,
): Promise<OpenInvitation | null> {
  const { tx } = act
  if (partyId === null) await lockGroup(tx, groupId)
  else await tx.$queryRaw`SELECT id FROM "Party" WHERE id = ${partyId}::uuid FOR NO KEY UPDATE`
  if (partyId !== null && effectiveAt !== null) {
    const where = { partyId, role: 'head', removedAt: null }
    const heads = await tx.partyMember.findMany({ where, orderBy: { personId: 'asc' }, select: { personId: true } })
    for (const { personId } of heads) await holdMeetingsOf(tx, { groupId, partyId, personId })
  }
  await tx.$queryRaw`SELECT id FROM "Invitation" WHERE id = ${id}::uuid FOR UPDATE`
  return findOpen(tx, { id }, act.now)
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

/** When it can be accepted is told as the letters about it tell it: newcomers have no zone of their own. */
export function inZone<Refused extends Refusal>(
  refusal: Refused,
  { group: { timeZone } }: OpenInvitation,
): Refused & { readonly timeZone?: string } {
  return 'effectiveAt' in refusal ? { ...refusal, timeZone } : refusal
}

/** The role of an invitation into a party. */
export function roleOf(role: string): PartyRole {
  return oneOf(partyRoles, role)
}
