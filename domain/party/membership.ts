/** What people are in the parties of a group, and in the group itself (rules 13 and 14). */

/** What somebody is in a party. Heads and deputies speak for it; delegates take part; observers attend and decide nothing. */
export const partyRoles = ['head', 'deputy', 'delegate', 'observer'] as const

export type PartyRole = (typeof partyRoles)[number]

/** One active membership of a person. */
export interface Membership {
  readonly partyId: string
  readonly role: PartyRole
  /** A head installed by an organizer sees nothing that was written before this instant (rule 14); null: no such bound. */
  readonly seesFrom: Date | null
}

/** Somebody who acts in a group, as far as organizing it makes a difference. */
export interface PersonInGroup {
  readonly personId: string
  /** Organizes the group. */
  readonly organizer: boolean
}

/** What a person is in a group. Without any of it, the group does not exist for them. */
export interface GroupStanding extends PersonInGroup {
  readonly memberships: readonly Membership[]
  /** Officers of a meeting who sit for no party (a facilitator from outside) still belong to the group. */
  readonly holdsOffice: boolean
}

/** Whether somebody belongs to a group: they organize it, are of one of its parties, or hold an office in one of its meetings. */
export function isGroupMember(standing: GroupStanding): boolean {
  return standing.organizer || standing.memberships.length > 0 || standing.holdsOffice
}

/** Rule 14: only the party itself changes its people, by its head or a deputy. */
export function governsParty(standing: GroupStanding, partyId: string): boolean {
  const role = roleIn(standing, partyId)
  return role === 'head' || role === 'deputy'
}

/** The person's role in a party, or null. */
export function roleIn(standing: GroupStanding, partyId: string): PartyRole | null {
  return standing.memberships.find((membership) => membership.partyId === partyId)?.role ?? null
}
