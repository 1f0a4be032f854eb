import { type GroupKind, groupKinds } from '#domain/group-kind.ts'
import { partyRoles } from '#domain/party/membership.ts'
import { hashToken } from '#lib/auth/token.ts'
import { oneOf } from '#lib/db/one-of.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { Viewer } from '#lib/db/viewer.ts'

const roles = ['organizer', ...partyRoles] as const

/** What somebody is invited to be. */
export type InvitedRole = (typeof roles)[number]

/** What an invitation says to whoever holds its secret, and what they can do now. Of the group its name, and what it is for. */
export type InvitationView =
  | { readonly state: 'over' }
  /** Opened by the viewer under another address: waits for the inviter. */
  | { readonly state: 'claimed'; readonly inviter: string }
  | OpenInvitationView

/** An open invitation, as whoever has its link is shown it. */
export interface OpenInvitationView {
  readonly state: 'open'
  readonly group: string
  /** What it is for; empty: that is not said. */
  readonly purpose: string
  readonly kind: GroupKind | null
  /** Null: an invitation to organize the group. */
  readonly party: string | null
  readonly role: InvitedRole
  readonly inviter: string
  /** ISO 8601, told in `timeZone`. */
  readonly expiresAt: string
  readonly effectiveAt: string | null
  readonly timeZone: string
  /** The address it was sent to; null: it was handed over. */
  readonly email: string | null
  /** The name the inviter gave. */
  readonly name: string | null
  /**
   * `accept` at once; `claim` under another address than it was sent to; `name`: new here, only a name is missing; `sign-in`
   * with the address it was sent to; `introduce`: say who you are, the rest comes by mail.
   */
  readonly next: 'accept' | 'claim' | 'name' | 'sign-in' | 'introduce'
  /** Whoever accepts has not said their name yet. The one that the inviter gave is nobody's until they say one. */
  readonly asksName: boolean
  /** Somebody said no to it before; told to those who could have been that, and to nobody else. */
  readonly declined: boolean
  /** They may say no: they could come in by it there and then. */
  readonly mayDecline: boolean
}

/** Reads only: a scanner that follows the link changes nothing. */
export async function findInvitation(tx: Tx, viewer: Viewer | null, token: string, now: Date): Promise<InvitationView> {
  const row = await tx.invitation.findFirst({
    where: { tokenHash: hashToken(token), acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
    relationLoadStrategy: 'join',
    select: {
      role: true,
      email: true,
      name: true,
      expiresAt: true,
      effectiveAt: true,
      invitedById: true,
      claimedById: true,
      declinedAt: true,
      group: { select: { name: true, purpose: true, kind: true, timeZone: true } },
      party: { select: { name: true } },
    },
  })
  if (row === null) return { state: 'over' }
  const { claimedById, declinedAt, invitedById, group, party, expiresAt, effectiveAt, ...shown } = row
  const people = await tx.person.findMany({
    where: { id: { in: [invitedById, ...(viewer === null ? [] : [viewer.personId])] } },
    select: { id: true, name: true, email: true },
  })
  const inviter = people.find(({ id }) => id === invitedById)?.name ?? ''
  if (claimedById !== null) return claimedById === viewer?.personId ? { state: 'claimed', inviter } : { state: 'over' }
  const own = people.find(({ id }) => id === viewer?.personId)
  const next = await nextStep(tx, own, row.email)
  const couldComeIn = next.next !== 'claim' && next.next !== 'sign-in'
  return {
    ...shown,
    state: 'open',
    role: oneOf(roles, row.role),
    group: group.name,
    purpose: group.purpose,
    kind: group.kind === null ? null : oneOf(groupKinds, group.kind),
    timeZone: group.timeZone,
    party: party?.name ?? null,
    inviter,
    expiresAt: expiresAt.toISOString(),
    effectiveAt: effectiveAt?.toISOString() ?? null,
    declined: couldComeIn && declinedAt !== null,
    mayDecline: couldComeIn && declinedAt === null && viewer?.method !== 'demo',
    ...next,
  }
}

type Next = Pick<OpenInvitationView, 'next' | 'asksName'>

/** `own`: the account of who is signed in. */
async function nextStep(
  tx: Tx,
  own: { readonly name: string; readonly email: string } | undefined,
  email: string | null,
): Promise<Next> {
  if (own !== undefined) {
    const next = email === null || own.email === email ? 'accept' : 'claim'
    return { next, asksName: own.name === '' }
  }
  if (email === null) return { next: 'introduce', asksName: false }
  const known = await tx.person.findUnique({ where: { email }, select: { id: true } })
  return known === null ? { next: 'name', asksName: true } : { next: 'sign-in', asksName: false }
}
