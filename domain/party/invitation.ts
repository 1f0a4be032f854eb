/** How people come into a party: the organizer brings its first head, the party itself brings everybody after (rule 14). */

import { notEntitled } from '../refusal.ts'
import type { PartyRefusal } from './decide.ts'
import type { PartyRole, PersonInGroup } from './membership.ts'
import { headsOf, memberOf, type Party, type PartyEvent } from './party.ts'

/** An open invitation, with what its inviter, or whoever vouches for it, is *now*: a right lost since then no longer carries it. */
export interface Invitation {
  readonly id: string
  readonly role: PartyRole
  readonly invitedBy: PersonInGroup
}

/**
 * Who may invite whom: an organizer the first head, only while the party never had one; a head anybody; a deputy delegates
 * and observers. Null: may.
 */
export function mayInvite(party: Party, by: PersonInGroup, role: PartyRole): PartyRefusal | null {
  const own = memberOf(party, by.personId)?.role
  if (own === 'head') return null
  const leads = role === 'head' || role === 'deputy'
  if (own === 'deputy' && !leads) return null
  if (by.organizer && role === 'head') return headsOf(party).length > 0 ? { refused: 'party-has-had-a-head' } : null
  return own === 'deputy' ? { refused: 'only-heads-make-heads' } : notEntitled
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
): readonly PartyEvent[] | PartyRefusal {
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
): PartyRefusal | null {
  if (replaces) return invitedBy.organizer ? null : notEntitled
  return mayInvite(party, invitedBy, role)
}

function takeOver(
  party: Party,
  personId: string,
  { effectiveAt }: { readonly effectiveAt: Date },
  now: Date,
): readonly PartyEvent[] | PartyRefusal {
  if (now.getTime() < effectiveAt.getTime()) return { refused: 'replacement-not-effective-yet', effectiveAt }
  const formerHeadIds = headsOf(party).map((head) => head.personId)
  if (formerHeadIds.includes(personId)) return { refused: 'already-a-member' }
  const before = memberOf(party, personId)
  const alreadySaw = before !== null && before.role !== 'observer'
  return [
    { type: 'head-replaced', personId, role: 'head', seesFrom: alreadySaw ? before.seesFrom : now, formerHeadIds },
  ]
}
