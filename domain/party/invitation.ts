/** How people come into a party: the organizer brings its first head, the party itself brings everybody after (rule 14). */

import { notEntitled, type Refusal } from '../refusal.ts'
import type { PartyAnswer } from './decide.ts'
import type { PartyRole, PersonInGroup } from './membership.ts'
import { headsOf, memberOf, type Party } from './party.ts'

/** An open invitation, with what its inviter, or whoever vouches for it, is *now*: a right lost since then no longer carries it. */
export interface Invitation {
  readonly id: string
  readonly role: PartyRole
  readonly invitedBy: PersonInGroup
}

/** Why somebody does not look after people of this role in a party. */
export type GoverningCode = 'only-heads-make-heads' | 'not-entitled'

/** Why somebody does not invite into this role. */
export type InvitingCode = GoverningCode | 'party-has-had-a-head'

/**
 * Who may invite whom: an organizer the first head, only while the party never had one; and whoever governs the party. Null: may.
 */
export function mayInvite(party: Party, by: PersonInGroup, role: PartyRole): Refusal<InvitingCode> | null {
  const refusal = mayGovern(party, by, role)
  if (refusal === null || !by.organizer || role !== 'head') return refusal
  return headsOf(party).length > 0 ? { refused: 'party-has-had-a-head' } : null
}

/**
 * Who looks after people of this role in a party: a head after anybody, a deputy after delegates and observers. Organizing the
 * group gives no right to it. Null: may.
 */
export function mayGovern(
  party: Party,
  { personId }: Pick<PersonInGroup, 'personId'>,
  role: PartyRole,
): Refusal<GoverningCode> | null {
  const own = memberOf(party, personId)?.role
  if (own === 'head') return null
  if (own !== 'deputy') return notEntitled
  return role === 'head' || role === 'deputy' ? { refused: 'only-heads-make-heads' } : null
}

/**
 * An invitation is judged again when it is accepted. That of an announced replacement waits for its instant; then the new
 * head sees what is written from that moment on, and nothing older.
 */
export function decideAcceptance(
  party: Party,
  personId: string,
  invitation: Invitation,
  now: Date,
): PartyAnswer<InvitingCode | 'already-a-member' | 'replacement-not-effective-yet'> {
  const replacement = party.replacement?.invitationId === invitation.id ? party.replacement : null
  const refusal = mayBring(party, invitation, replacement !== null)
  if (refusal !== null) return refusal
  if (replacement !== null) return takeOver(party, personId, replacement, now)
  if (memberOf(party, personId) !== null) return { refused: 'already-a-member' }
  const seesFrom = memberOf(party, invitation.invitedBy.personId)?.seesFrom ?? null
  return [{ type: 'joined', personId, role: invitation.role, seesFrom }]
}

/**
 * Whether an open invitation still carries anybody: whoever made it could make it now. That of a replacement is in the hands of
 * those who organize (rule 14). Null: it does.
 */
export function mayBring(
  party: Party,
  { role, invitedBy }: Pick<Invitation, 'role' | 'invitedBy'>,
  replaces: boolean,
): Refusal<InvitingCode> | null {
  if (replaces) return invitedBy.organizer ? null : notEntitled
  return mayInvite(party, invitedBy, role)
}

function takeOver(
  party: Party,
  personId: string,
  { effectiveAt }: { readonly effectiveAt: Date },
  now: Date,
): PartyAnswer<'already-a-member' | 'replacement-not-effective-yet'> {
  if (now.getTime() < effectiveAt.getTime()) return { refused: 'replacement-not-effective-yet', effectiveAt }
  const formerHeadIds = headsOf(party).map((head) => head.personId)
  if (formerHeadIds.includes(personId)) return { refused: 'already-a-member' }
  const before = memberOf(party, personId)
  const alreadySaw = before !== null && before.role !== 'observer'
  return [
    { type: 'head-replaced', personId, role: 'head', seesFrom: alreadySaw ? before.seesFrom : now, formerHeadIds },
  ]
}
