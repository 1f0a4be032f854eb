import type { Viewer } from '#lib/db/viewer.ts'
import { madeIn } from '#store/invitation/make.ts'
import { renewalOf } from '#store/invitation/renew.ts'
import { perform } from '#store/perform.ts'
import { shown } from './invite.ts'

/**
 * Sends an open invitation once more: by mail to the same address, or with another link to hand over. The link before it is dead from then on.
 * Refusals: `not-found` (also for who may not look after it, and where it is over), `not-entitled` for an announced replacement,
 * `invitation-claimed` while somebody waits on it, `too-many-invitations`.
 */
export function renewInvitation(viewer: Viewer, invitationId: string) {
  return perform(viewer, renewalOf(invitationId), () => 'renew', {
    answer: (held, events) => shown(madeIn(held, events)),
  })
}
