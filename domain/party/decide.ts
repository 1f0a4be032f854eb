/** Every act on a party's people: one command, answered with what happens or with a refusal (rules 13 to 15). */

import type { CommandAs, CommandsOf, RefusalsOf } from '../deciding.ts'
import { isRefusal, notEntitled, type Refusal, type RefusalWith } from '../refusal.ts'
import { type ChangedMeanwhile, saidAnew } from '../said-anew.ts'
import {
  decideAcceptance,
  type GoverningCode,
  type Invitation,
  type InvitingCode,
  mayGovern,
  mayInvite,
} from './invitation.ts'
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
  /** `seen`: the role that they had when the actor looked. */
  | {
      readonly type: 'change-role'
      readonly by: Actor
      readonly personId: string
      readonly role: PartyRole
      readonly seen: PartyRole
    }
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

export type PartyRefusal = PlainRefusal | NotEffectiveYet | DelayOutOfBounds | ChangedMeanwhile

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

/** What is answered to an act on the people of a party: what happens, or a refusal with one of these codes. */
export type PartyAnswer<Code extends PartyRefusal['refused'] = never> =
  | readonly PartyEvent[]
  | RefusalWith<PartyRefusal, Code>

const deciders = {
  invite: whileInGroup(invite),
  'accept-invitation': whileInGroup(acceptInvitation),
  'change-role': changeRole,
  remove,
  'announce-replacement': whileInGroup(announceReplacement),
  'stop-replacement': whileInGroup(stopReplacement),
  'leave-group': whileInGroup(leaveGroup),
}

/** What may be asked of a party, by type. */
export type PartyCommands = CommandsOf<PartyCommand>

/** What each act on a party can be refused with. */
export type PartyRefusals = RefusalsOf<typeof deciders>

/** What decides each act on the people of a party. */
export const partyDeciders: {
  readonly [Type in PartyCommand['type']]: (
    party: Party,
    command: PartyCommands[Type],
    now: Date,
  ) => readonly PartyEvent[] | PartyRefusals[Type]
} = deciders

/** Decides any act on the people of a party. */
export function decideParty<Type extends PartyCommand['type']>(
  party: Party,
  command: CommandAs<PartyCommands, Type>,
  now: Date,
): readonly PartyEvent[] | PartyRefusals[Type] {
  return partyDeciders[command.type](party, command, now)
}

/**
 * A party that left the group brings nobody in and begins nothing; who its people are, and that each of them can go, stays in its
 * own hands (rule 14): it still answers for what it agreed.
 */
function whileInGroup<Command, Code extends PartyRefusal['refused']>(
  decide: (party: Party, command: Command, now: Date) => PartyAnswer<Code>,
) {
  return (party: Party, command: Command, now: Date): PartyAnswer<Code> | PartyAnswer<'party-has-left'> =>
    party.leftAt === null ? decide(party, command, now) : { refused: 'party-has-left' }
}

function invite(party: Party, { by, role }: PartyCommands['invite']): PartyAnswer<InvitingCode> {
  return mayInvite(party, by, role) ?? [{ type: 'invited', role }]
}

function acceptInvitation(party: Party, command: PartyCommands['accept-invitation'], now: Date) {
  return decideAcceptance(party, command.personId, command.invitation, now)
}

function announceReplacement(party: Party, command: PartyCommands['announce-replacement'], now: Date) {
  return decideReplacement(party, command.by, command.invitationId, command.delayHours, now)
}

function stopReplacement(party: Party, { by }: PartyCommands['stop-replacement']) {
  return decideReplacementStop(party, by)
}

function leaveGroup(party: Party, { by }: PartyCommands['leave-group']): PartyAnswer<'not-entitled'> {
  return memberOf(party, by.personId)?.role === 'head' ? [{ type: 'party-left' }] : notEntitled
}

/** Only heads make, change or remove heads and deputies; deputies look after delegates and observers. */
function changeRole(
  party: Party,
  { by, personId, role, seen }: PartyCommands['change-role'],
): PartyAnswer<GoverningCode | 'not-a-member' | 'last-head' | 'changed-meanwhile'> {
  const target = memberOf(party, personId)
  const refusal = mayGovern(party, by, target?.role ?? role) ?? mayGovern(party, by, role)
  if (refusal !== null) return refusal
  if (target === null) return { refused: 'not-a-member' }
  const said = saidAnew({ role: target.role }, { to: { role }, seen: { role: seen } })
  if (isRefusal(said)) return said
  if (target.role === said.role) return []
  if (isLastHead(party, personId)) return { refused: 'last-head' }
  const bound = target.role === 'observer' ? (memberOf(party, by.personId)?.seesFrom ?? null) : null
  return [{ type: 'role-changed', personId, from: target.role, role, seesFrom: bound ?? target.seesFrom }]
}

/**
 * Everybody can always leave. The last head of a party of the group first makes somebody else head, or takes the party out of
 * the group; then they can go too, and so can everybody: what is left of it stands in the records, and nobody acts for it.
 */
function remove(
  party: Party,
  { by, personId }: PartyCommands['remove'],
): PartyAnswer<GoverningCode | 'not-a-member' | 'last-head'> {
  const target = memberOf(party, personId)
  const refusal = by.personId === personId ? null : mayGovern(party, by, target?.role ?? 'delegate')
  if (refusal !== null) return refusal
  if (target === null) return { refused: 'not-a-member' }
  if (party.leftAt === null && isLastHead(party, personId)) return { refused: 'last-head' }
  return [{ type: 'member-removed', personId, role: target.role }]
}

function isLastHead(party: Party, personId: string): boolean {
  const heads = headsOf(party)
  return heads.length === 1 && heads[0]?.personId === personId
}
