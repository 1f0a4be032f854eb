/** Every act on a party's people: one command, answered with what happens or with a refusal (rules 13 to 15). */

import { notEntitled, type Refusal } from '../refusal.ts'
import { decideAcceptance, type Invitation, mayInvite } from './invitation.ts'
import type { PartyRole } from './membership.ts'
import { headsOf, memberOf, type Party, type PartyEvent } from './party.ts'
import { decideReplacement, decideReplacementStop } from './replacement.ts'

/** Who acts: their own place in the party is read from the party itself. */
export interface Actor {
  readonly personId: string
  /** Organizes the group of the party. */
  readonly organizer: boolean
}

export type PartyCommand =
  | { readonly type: 'invite'; readonly by: Actor; readonly role: PartyRole }
  | { readonly type: 'accept-invitation'; readonly personId: string; readonly invitation: Invitation }
  | { readonly type: 'change-role'; readonly by: Actor; readonly personId: string; readonly role: PartyRole }
  /** Removing oneself is leaving the party. */
  | { readonly type: 'remove'; readonly by: Actor; readonly personId: string }
  | {
      readonly type: 'announce-replacement'
      readonly by: Actor
      readonly invitationId: string
      readonly delayHours: number
    }
  | { readonly type: 'stop-replacement'; readonly by: Actor }
  | { readonly type: 'leave-group'; readonly by: Actor }

export type PartyRefusal = PlainRefusal | NotEffectiveYet | DelayOutOfBounds

export type PlainRefusal = Refusal<
  | 'not-entitled'
  | 'party-has-left'
  | 'party-has-had-a-head'
  | 'party-never-had-a-head'
  | 'only-heads-make-heads'
  | 'already-a-member'
  | 'not-a-member'
  | 'last-head'
  | 'replacement-pending'
  | 'no-replacement-pending'
>

/** The party still has time to stop the replacement. */
export interface NotEffectiveYet extends Refusal<'replacement-not-effective-yet'> {
  readonly effectiveAt: Date
}

/** The delay before a replacement takes effect, with the bounds that hold. */
export interface DelayOutOfBounds extends Refusal<'replacement-delay-out-of-bounds'> {
  /** Hours. */
  readonly least: number
  readonly most: number
}

/**
 * Decides a command. A party that left the group brings nobody in and begins nothing; who its people are, and that each of them
 * can go, stays in its own hands (rule 14): it still answers for what it agreed.
 */
export function decideParty(party: Party, command: PartyCommand, now: Date): readonly PartyEvent[] | PartyRefusal {
  if (party.leftAt !== null && command.type !== 'remove' && command.type !== 'change-role')
    return { refused: 'party-has-left' }
  switch (command.type) {
    case 'invite': {
      const refusal = mayInvite(party, command.by, command.role)
      return refusal ?? [{ type: 'invited', role: command.role }]
    }
    case 'accept-invitation':
      return decideAcceptance(party, command.personId, command.invitation, now)
    case 'change-role':
      return changeRole(party, command.by, command.personId, command.role)
    case 'remove':
      return remove(party, command.by, command.personId)
    case 'announce-replacement':
      return decideReplacement(party, command.by, command.invitationId, command.delayHours, now)
    case 'stop-replacement':
      return decideReplacementStop(party, command.by)
    case 'leave-group':
      return memberOf(party, command.by.personId)?.role === 'head' ? [{ type: 'party-left' }] : notEntitled
    default:
      return command satisfies never
  }
}

/** Only heads make, change or remove heads and deputies; deputies look after delegates and observers. */
function changeRole(party: Party, by: Actor, personId: string, role: PartyRole): readonly PartyEvent[] | PartyRefusal {
  const target = memberOf(party, personId)
  const refusal = mayGovern(party, by, target?.role ?? role) ?? mayGovern(party, by, role)
  if (refusal !== null) return refusal
  if (target === null) return { refused: 'not-a-member' }
  if (target.role === role) return []
  if (isLastHead(party, personId)) return { refused: 'last-head' }
  const bound = target.role === 'observer' ? (memberOf(party, by.personId)?.seesFrom ?? null) : null
  return [{ type: 'role-changed', personId, from: target.role, role, seesFrom: bound ?? target.seesFrom }]
}

/**
 * Everybody can always leave. The last head of a party of the group first makes somebody else head, or takes the party out of
 * the group; then they can go too, and so can everybody: what is left of it stands in the records, and nobody acts for it.
 */
function remove(party: Party, by: Actor, personId: string): readonly PartyEvent[] | PartyRefusal {
  const target = memberOf(party, personId)
  const refusal = by.personId === personId ? null : mayGovern(party, by, target?.role ?? 'delegate')
  if (refusal !== null) return refusal
  if (target === null) return { refused: 'not-a-member' }
  if (party.leftAt === null && isLastHead(party, personId)) return { refused: 'last-head' }
  return [{ type: 'member-removed', personId, role: target.role }]
}

/** Organizing the group gives no right over a party's people. */
function mayGovern(party: Party, by: Actor, role: PartyRole): PartyRefusal | null {
  return mayInvite(party, { ...by, organizer: false }, role)
}

function isLastHead(party: Party, personId: string): boolean {
  const heads = headsOf(party)
  return heads.length === 1 && heads[0]?.personId === personId
}
