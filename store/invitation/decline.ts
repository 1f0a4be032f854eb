/** Saying no to an invitation. */
import type { HistoryRole } from '#domain/group-history.ts'
import { isRefusal, type Refusal } from '#domain/refusal.ts'
import type { Purpose } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import type { ActInProgress, Holding, Target } from '#store/perform.ts'
import { loadBySecret, type OpenInvitation, type over, roleOf } from './open.ts'

/** Who says no; null: somebody who is not signed in, and holds the secret. */
export interface Decliner {
  readonly personId: string | null
}

/** An open invitation, and who says no to it. */
interface Declining extends Holding, Decliner {
  readonly invitation: OpenInvitation
}

interface Declined {
  readonly type: 'invitation-declined'
  readonly role: HistoryRole
}

/**
 * The open invitation of this secret, to which whoever holds it says no. It stays open: until its time has passed they may accept it after
 * all. Said twice, it says nothing more. Refusals: `invitation-over`, and those of `guest`.
 *
 * @param guest who says no, by whoever asks: only somebody who could accept it there and then; asked under the locks.
 */
export function decliningOf<NoGuest extends Refusal>(
  token: string,
  guest: (act: ActInProgress, invitation: OpenInvitation) => Promise<Decliner | NoGuest>,
): Target<Viewer | Purpose, Declining, 'decline', Declined, typeof over | NoGuest> {
  return {
    load: async (act) => {
      const invitation = await loadBySecret(act, token)
      if (isRefusal(invitation)) return invitation
      const who = await guest(act, invitation)
      return isRefusal(who) ? who : { act, invitation, personId: who.personId }
    },
    decide: ({ invitation: { declinedAt, partyId, role } }) =>
      declinedAt === null ? [{ type: 'invitation-declined', role: partyId === null ? 'organizer' : roleOf(role) }] : [],
    save: async ({ act: { tx, now }, invitation: { id } }, events) => {
      if (events.length === 0) return
      await tx.invitation.update({ where: { id }, data: { declinedAt: now }, select: { id: true } })
    },
    tell: (
      { type: kind, role: detail },
      { invitation: { id: invitationId, groupId, partyId }, personId: actorId },
    ) => ({
      history: { groupId, partyId, actorId, kind, detail },
      outbox: { event: kind, groupId, aggregateId: invitationId, ids: { invitationId } },
    }),
  }
}
