/** What happens to invitations, saved and told. */
import type { HistoryRole } from '#domain/group-history.ts'
import type { Follows, Holding } from '#store/perform.ts'
import { type Telling, tellsNothing } from '#store/telling.ts'

/** An invitation as it is stored. */
export interface NewInvitationRow {
  readonly id: string
  /** The party into which it leads; null: to organize the group. */
  readonly partyId: string | null
  readonly role: HistoryRole
  /** To whom it is sent; null: its link is handed over. */
  readonly email: string | null
  readonly name: string | null
  /** Set for a replacement, which cannot be accepted before. */
  readonly effectiveAt: Date | null
  readonly expiresAt: Date
  readonly tokenHash: string
}

/** Everything that can happen to an invitation. */
export type InvitationEvent =
  | { readonly type: 'invitation-made'; readonly invitation: NewInvitationRow }
  /** It was sent once more: the new one is in the place of the earlier one, which is over. */
  | { readonly type: 'invitation-renewed'; readonly earlierId: string; readonly invitation: NewInvitationRow }
  /** Somebody opened it under another address than the one it was sent to, and waits. */
  | { readonly type: 'invitation-claimed'; readonly invitationId: string; readonly personId: string }
  | { readonly type: 'invitation-accepted'; readonly invitationId: string; readonly personId: string }
  | ({ readonly type: 'invitation-revoked' } & Ended)
  /** It went with the right of whoever made it, or of whom it names. */
  | ({ readonly type: 'invitation-voided' | 'replacement-voided' } & Ended)

/** Tells what happens to an invitation from what happens to a party or a group in the same act. */
export function isOfInvitation<Other extends { readonly type: string }>(
  event: InvitationEvent | Other,
): event is InvitationEvent {
  return event.type.startsWith('invitation-') || event.type === 'replacement-voided'
}

interface Ended {
  readonly invitationId: string
  readonly partyId: string | null
  readonly role: HistoryRole
}

/** In which group, and whoever acts. */
export interface Inviting extends Holding {
  readonly groupId: string
  readonly actorId: string
}

/** What happens to invitations, by whomever. */
export const invitationRows: Follows<Inviting, InvitationEvent> = {
  save: async (held, events) => {
    for (const event of events) await saveEvent(held, event)
  },
  tell: tellInvitation,
}

async function saveEvent({ act: { tx, now }, groupId, actorId }: Inviting, event: InvitationEvent): Promise<void> {
  switch (event.type) {
    case 'invitation-made':
    case 'invitation-renewed': {
      if (event.type === 'invitation-renewed')
        await tx.invitation.update({ where: { id: event.earlierId }, data: { revokedAt: now }, select: { id: true } })
      const data = { ...event.invitation, groupId, invitedById: actorId, createdAt: now }
      await tx.invitation.create({ data, select: { id: true } })
      return
    }
    case 'invitation-claimed': {
      const data = { claimedById: event.personId, claimedAt: now }
      await tx.invitation.update({ where: { id: event.invitationId }, data, select: { id: true } })
      return
    }
    case 'invitation-accepted': {
      const data = { acceptedAt: now, acceptedById: event.personId, declinedAt: null }
      await tx.invitation.update({ where: { id: event.invitationId }, data, select: { id: true } })
      return
    }
    case 'invitation-revoked':
    case 'invitation-voided':
    case 'replacement-voided': {
      const open = { id: event.invitationId, acceptedAt: null, revokedAt: null }
      await tx.invitation.updateMany({ where: open, data: { revokedAt: now } })
      return
    }
    default:
      return event satisfies never
  }
}

/** One without an address is handed over. */
function sentByMail(groupId: string, { id: invitationId, partyId, email }: NewInvitationRow): Telling {
  if (email === null) return tellsNothing
  return { outbox: { event: 'invitation-made', groupId, aggregateId: partyId ?? groupId, ids: { invitationId } } }
}

function tellInvitation(event: InvitationEvent, { groupId, actorId }: Inviting): Telling {
  switch (event.type) {
    case 'invitation-made':
      // That somebody is invited the party or the group tells.
      return sentByMail(groupId, event.invitation)
    case 'invitation-renewed': {
      const { partyId, role: detail } = event.invitation
      const history = { groupId, partyId, actorId, kind: event.type, detail }
      return { history, ...sentByMail(groupId, event.invitation) }
    }
    case 'invitation-claimed': {
      const { invitationId } = event
      return { outbox: { event: event.type, groupId, aggregateId: invitationId, ids: { invitationId } } }
    }
    case 'invitation-accepted':
      // That somebody joined the party or the group tells.
      return tellsNothing
    case 'invitation-revoked':
    case 'invitation-voided':
    case 'replacement-voided': {
      const { type: kind, partyId, role: detail } = event
      return { history: { groupId, partyId, actorId, kind, detail } }
    }
    default:
      return event satisfies never
  }
}
