import type { Viewer } from '#lib/db/viewer.ts'
import { settings } from '#lib/settings.ts'
import { invitationInto, type Made, madeIn, organizerInvitation } from '#store/invitation/make.ts'
import { perform } from '#store/perform.ts'
import type { NewGuest, NewPartyGuest } from '../schema.ts'

/** What the inviter is shown, once. */
export interface NewInvitation {
  readonly id: string
  /** The link to hand over; null when it goes by mail, for then the mail alone carries it. */
  readonly link: string | null
  /** ISO 8601. */
  readonly expiresAt: string
}

/** Invites somebody into a party. Refusals: `not-found`, `too-many-invitations`, and those of the rules (rule 14). */
export function inviteToParty(viewer: Viewer, partyId: string, input: NewPartyGuest) {
  return perform(viewer, invitationInto(partyId, input), () => 'invite', {
    answer: (held, events) => shown(madeIn(held, events)),
  })
}

/**
 * Invites an organizer. The group must be the viewer's own, or be without any organizer while the viewer runs the instance.
 * Refusals: `not-found`, `not-entitled`, `too-many-invitations`.
 */
export function inviteOrganizer(viewer: Viewer, groupId: string, input: NewGuest) {
  return perform(viewer, organizerInvitation(groupId, input), () => 'invite', {
    answer: (held, events) => shown(madeIn(held, events)),
  })
}

/** What the inviter is shown of an invitation that was made. */
export function shown({ id, token, expiresAt }: Made): NewInvitation {
  const link = token === null ? null : `${settings().baseUrl}/invitations/${token}`
  return { id, link, expiresAt: expiresAt.toISOString() }
}
