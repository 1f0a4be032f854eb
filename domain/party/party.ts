/**
 * A party governs itself (rules 13 and 14). This is what decides about its people: who they are, in which role, and whether
 * an organizer has announced a replacement of its lost head.
 */
import type { PartyRole } from './membership.ts'

/** One person in a party, in one role. */
export interface Member {
  readonly personId: string
  readonly role: PartyRole
  /**
   * Sees nothing of the party that was written before this instant; null: no such bound. Set for an installed head, and
   * inherited by those whom a bounded member brings in, or the bound could be walked around by inviting a friend.
   */
  readonly seesFrom: Date | null
}

/** An announced replacement of a lost head, before it takes effect (rule 14). */
export interface Replacement {
  /** The invitation by which the new head comes. */
  readonly invitationId: string
  readonly announcedAt: Date
  /** From here the invitation can be accepted. */
  readonly effectiveAt: Date
}

/** What decides about a party's people. */
export interface Party {
  readonly id: string
  readonly members: readonly Member[]
  readonly replacement: Replacement | null
  /** When the party left the group; null: it belongs to it. */
  readonly leftAt: Date | null
}

/** Hours between announcing a replacement and its effect, where a group sets none. */
export const defaultReplacementDelayHours = 72

/** Bounds of the delay in hours: a day, so that the party can object, to thirty days. */
export const replacementDelayBounds = { least: 24, most: 720 } as const

export type PartyEvent =
  | { readonly type: 'invited'; readonly role: PartyRole }
  | ({ readonly type: 'joined' } & Member)
  | ({ readonly type: 'role-changed'; readonly from: PartyRole } & Member)
  | { readonly type: 'member-removed'; readonly personId: string; readonly role: PartyRole }
  | ({ readonly type: 'replacement-announced' } & Replacement)
  | { readonly type: 'replacement-stopped'; readonly invitationId: string; readonly stoppedById: string }
  /** The former heads stay as delegates until the party itself decides about them. */
  | ({ readonly type: 'head-replaced'; readonly formerHeadIds: readonly string[] } & Member)
  | { readonly type: 'party-left' }

/**
 * The heads of a party. None: no head has accepted yet. From the first one on only the party changes its people, and while it
 * belongs to the group there is always one, for the last can neither go nor become anything else.
 */
export function headsOf(party: Party): readonly Member[] {
  return party.members.filter((member) => member.role === 'head')
}

/** A person's place in the party, or null. */
export function memberOf(party: Party, personId: string): Member | null {
  return party.members.find((member) => member.personId === personId) ?? null
}
