/**
 * Whoever acts by something announced is judged when it takes effect; and with the right to announce it, the announcement goes:
 * it does not wait for whoever lost the right to come back, nor for those who were not asked to notice.
 */

import { mayBring } from './invitation.ts'
import type { PartyRole } from './membership.ts'
import type { Party } from './party.ts'

/** An open invitation, as it waits for whoever was invited. */
export interface WaitingInvitation {
  readonly id: string
  readonly invitedById: string
  /** Its party, with `role` there; null: to organize the group. */
  readonly into: { readonly party: Party; readonly role: PartyRole } | null
  /** It announces a new head for a party whose head is lost (rule 14). */
  readonly replaces: boolean
  /** The person whom it names, by their address or because they opened it; null: nobody who is known. */
  readonly namesId: string | null
}

/** Somebody who is no longer what they were. */
export interface Removed {
  readonly personId: string
  /** The party from which they were removed; null: they do not organize any more, or have another role than before. */
  readonly fromPartyId: string | null
  /** They were removed as an organizer. */
  readonly organized: boolean
}

/**
 * Which open invitations end with a removal: those that the removed person made and could not make now, and those that would
 * bring them back, into the party that they were removed from or as the head whom organizers announced.
 *
 * @param organizerIds who organizes the group after it.
 */
export function endsWith(removed: Removed, invitation: WaitingInvitation, organizerIds: readonly string[]): boolean {
  return isUncarried(removed, invitation, organizerIds) || bringsBack(removed, invitation)
}

function isUncarried(
  { personId, organized }: Removed,
  { invitedById, into, replaces }: WaitingInvitation,
  organizerIds: readonly string[],
): boolean {
  if (invitedById !== personId) return false
  const organizer = organizerIds.includes(personId)
  // An admin who invited the first organizer never organized, and is judged when somebody accepts.
  if (into === null) return organized && !organizer
  return mayBring(into.party, { role: into.role, invitedBy: { personId, organizer } }, replaces) !== null
}

function bringsBack({ personId, fromPartyId, organized }: Removed, invitation: WaitingInvitation): boolean {
  if (invitation.namesId !== personId) return false
  if (organized && (invitation.into === null || invitation.replaces)) return true
  return fromPartyId !== null && invitation.into?.party.id === fromPartyId
}
