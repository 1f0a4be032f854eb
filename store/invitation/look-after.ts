/** Looking after invitations: confirming and withdrawing them. */
import { mayInvite } from '#domain/party/invitation.ts'
import { mayInviteOrganizer } from '#domain/party/organizers.ts'
import { clock } from '#lib/clock.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { proveParty } from '#store/access/party.ts'
import { organizersOf } from '#store/group/acts.ts'
import { loadParty } from '#store/party/load.ts'
import type { ActInProgress, Target } from '#store/perform.ts'
import { adminOrNot, findOpen, lockInvitation, type OpenInvitation, roleOf } from './open.ts'
import { type InvitationEvent, type Inviting, invitationRows } from './rows.ts'

/** An open invitation under its lock, and whoever looks after it. */
export interface HeldInvitation extends Inviting {
  readonly invitation: OpenInvitation
}

/** An open invitation, also one that somebody waits on, for the viewer who may look after it. */
export function invitation(id: string): Target<Viewer, HeldInvitation, 'revoke', InvitationEvent, never> {
  return {
    ...invitationRows,
    load: (act, viewer) => loadHeldInvitation(act, viewer, id),
    decide: ({ invitation: { partyId, role } }) => {
      const from = partyId === null ? 'organizer' : roleOf(role)
      return [{ type: 'invitation-revoked', invitationId: id, partyId, role: from }]
    },
  }
}

/** An open invitation, locked. Null: it is over, or not the viewer's to look after. */
export async function loadHeldInvitation(
  act: ActInProgress,
  viewer: Viewer,
  id: string,
): Promise<HeldInvitation | null> {
  const found = await findOpen(act.tx, { id }, clock.now())
  const open = found && (await lockInvitation(act, found))
  if (!open || !(await looksAfter(act, viewer, open))) return null
  return { act, groupId: open.groupId, actorId: viewer.personId, invitation: open }
}

/**
 * Whether the viewer may confirm or withdraw an invitation: who might make it now. That of an announced replacement is in the
 * hands of the organizers; the party stops it by an act of its own.
 */
export async function looksAfter({ tx, now }: ActInProgress, viewer: Viewer, open: OpenInvitation): Promise<boolean> {
  const { groupId, partyId, role, effectiveAt } = open
  if (partyId === null)
    return mayInviteOrganizer(await organizersOf(tx, groupId), await adminOrNot(tx, viewer.personId)) === null
  const scope = await proveParty(tx, viewer, partyId)
  if (scope === null) return false
  if (effectiveAt !== null) return scope.standing.organizer
  return mayInvite(await loadParty(tx, partyId, now), scope.actor, roleOf(role)) === null
}
