import type { Viewer } from '#lib/db/viewer.ts'
import { party } from '#store/party/acts.ts'
import { perform } from '#store/perform.ts'
import type { NewRole } from '../schema.ts'

/**
 * Gives somebody another role. Who only observes from now on is no longer a participant of the party's study sessions: what
 * was put to them returns to draft (rule 15), as when somebody is removed. Refusals: `not-found`, and those of the rules, such
 * as `last-head`; `changed-meanwhile` where somebody else gave them another role than was seen.
 */
export function changeRole(viewer: Viewer, partyId: string, personId: string, { role, seen }: NewRole) {
  return perform(viewer, party(partyId, 'change-role', { personId }), ({ scope: { actor: by } }) => ({
    type: 'change-role',
    by,
    personId,
    role,
    seen,
  }))
}

/** Removes somebody from a party, or leaves it; the rights end at once. Refusals as for `changeRole`. */
export function removeMember(viewer: Viewer, partyId: string, personId: string) {
  return perform(viewer, party(partyId, 'remove', { personId }), ({ scope: { actor: by } }) => ({
    type: 'remove',
    by,
    personId,
  }))
}

/**
 * An organizer sits for a party as its first head, as the leader of a study circle does: inviting and accepting in one act.
 * Refusals: `not-found`, and those of the rules, such as `party-has-had-a-head`.
 */
export function sitAsHead(viewer: Viewer, partyId: string) {
  return perform(viewer, party(partyId, 'accept-invitation'), ({ scope: { actor } }) => ({
    type: 'accept-invitation',
    personId: actor.personId,
    invitation: { id: 'one’s own', role: 'head', invitedBy: actor },
  }))
}
