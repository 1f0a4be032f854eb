/** Sending an invitation once more. */
import { type NotEntitled, notEntitled, type Refusal } from '#domain/refusal.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import type { Target } from '#store/perform.ts'
import { type HeldInvitation, loadHeldInvitation } from './look-after.ts'
import { type Making, madeAmong, madeEvent, making, refuseMore, type TooMany } from './make.ts'
import { roleOf } from './open.ts'
import { type InvitationEvent, invitationRows } from './rows.ts'

/**
 * An open invitation that is sent once more, by whoever may look after it: nothing keeps a secret that was sent, so another takes its
 * place, and the one before is over with the same act. Of an announced replacement there is one alone, whose delay runs (rule 14).
 * Refusals: `not-entitled` for such a one; `invitation-claimed` while somebody waits on it; `too-many-invitations`; `address-invited-often`.
 */
export function renewalOf(
  id: string,
): Target<
  Viewer,
  HeldInvitation & Making,
  'renew',
  InvitationEvent,
  NotEntitled | Refusal<'invitation-claimed'> | TooMany
> {
  return {
    ...invitationRows,
    load: async (act, viewer) => {
      const held = await loadHeldInvitation(act, viewer, id)
      if (held === null) return null
      const { email, effectiveAt, claimedById } = held.invitation
      if (effectiveAt !== null) return notEntitled
      if (claimedById !== null) return { refused: 'invitation-claimed' }
      return { ...held, ...making({ email: email ?? undefined }) }
    },
    decide: ({ act, invitation: { partyId, role, email, name }, ...made }) => {
      const invitee = { email: email ?? undefined, name: name ?? undefined }
      const into = { partyId, role: partyId === null ? ('organizer' as const) : roleOf(role), effectiveAt: null }
      const { invitation } = madeEvent(act, made, { ...invitee, ...into })
      return [{ type: 'invitation-renewed', earlierId: id, invitation }]
    },
    admit: async (held, events) => (await refuseMore(held, madeAmong(events), 1)) ?? events,
  }
}
