/** Saying no to an invitation. */
import type { HistoryRole } from '#domain/group-history.ts'
import { isRefusal, type Refusal } from '#domain/refusal.ts'
import type { Purpose } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import type { ActInProgress, Holding, Target } from '#store/perform.ts'
import { loadBySecret, type OpenInvitation, type over, roleOf } from './open.ts'

/** An open invitation to which somebody says no: who, its inviter knows by the invitation, and nobody else. */
interface Declining extends Holding {
  readonly invitation: OpenInvitation
}

interface Declined {
  readonly type: 'invitation-declined'
  readonly role: HistoryRole
}

/**
 * The open invitation of this secret, to which whoever holds it says no. It stays open: until its time has passed they may accept it after
 * all. Said twice, it says nothing more, and the history never names who said it: they are of no group yet. Refusals: `invitation-over`,
 * and those of `refuse`.
 *
 * @param refuse why whoever asks may not say no; null: they could accept it there and then. Asked under the locks.
 */
export function decliningOf<No extends Refusal>(
  token: string,
  refuse: (act: ActInProgress, invitation: OpenInvitation) => Promise<No | null>,
): Target<Viewer | Purpose, Declining, 'decline', Declined, typeof over | No> {
  return {
    load: async (act) => {
      const invitation = await loadBySecret(act, token)
      if (isRefusal(invitation)) return invitation
      return (await refuse(act, invitation)) ?? { act, invitation }
    },
    decide: ({ invitation: { declinedAt, partyId, role } }) =>
      declinedAt === null ? [{ type: 'invitation-declined', role: partyId === null ? 'organizer' : roleOf(role) }] : [],
    save: async ({ act: { tx, now }, invitation: { id } }, events) => {
      if (events.length === 0) return
      await tx.invitation.update({ where: { id }, data: { declinedAt: now }, select: { id: true } })
    },
    tell: ({ type: kind, role: detail }, { invitation: { id: invitationId, groupId, partyId } }) => ({
      history: { groupId, partyId, kind, detail },
      outbox: { event: kind, groupId, aggregateId: invitationId, ids: { invitationId } },
    }),
  }
}
