import type { Viewer } from '#lib/db/viewer.ts'
import { claimOf } from '#store/invitation/admit.ts'
import { invitation } from '#store/invitation/look-after.ts'
import { inZone } from '#store/invitation/open.ts'
import { perform } from '#store/perform.ts'

/**
 * Confirms that whoever opened an invitation under another address is the one who was invited: they come in now. Refusals:
 * `not-found` (also for who may not look after it), `nobody-waits`, and those of the rules.
 */
export function confirmClaim(viewer: Viewer, invitationId: string) {
  return perform(viewer, claimOf(invitationId), () => 'admit', {
    explain: ({ invitation: of }, refusal) => inZone(refusal, of),
  })
}

/** Withdraws an invitation, also one that somebody waits on. Refusal: `not-found` (also for who may not look after it). */
export function revokeInvitation(viewer: Viewer, invitationId: string) {
  return perform(viewer, invitation(invitationId), () => 'revoke')
}
