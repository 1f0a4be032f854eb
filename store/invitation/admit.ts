/** Letting somebody in by an invitation. */
import { randomUUIDv7 } from 'node:crypto'
import { type ListFull, listFull } from '#domain/limits.ts'
import { type PartyRefusals, partyDeciders } from '#domain/party/decide.ts'
import type { PersonInGroup } from '#domain/party/membership.ts'
import { decideOrganizing } from '#domain/party/organizers.ts'
import type { Party, PartyEvent } from '#domain/party/party.ts'
import { isRefusal, type NotFound, notFound, type Refusal } from '#domain/refusal.ts'
import { clock } from '#lib/clock.ts'
import type { Purpose } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { organizersOf } from '#store/group/acts.ts'
import { type GroupEvent, groupRows } from '#store/group/rows.ts'
import { partyRows } from '#store/party/acts.ts'
import { loadParty } from '#store/party/load.ts'
import type { ActInProgress, Aggregate, Target } from '#store/perform.ts'
import { looksAfter } from './look-after.ts'
import {
  actorOf,
  adminOrNot,
  findOpen,
  loadBySecret,
  lockInvitation,
  type OpenInvitation,
  type over,
  roleOf,
} from './open.ts'
import { type InvitationEvent, type Inviting, invitationRows, isOfInvitation } from './rows.ts'

/** Somebody who has no account yet: their address is proven, because the secret was sent to it alone. */
export interface Newcomer {
  readonly name: string
  readonly email: string
}

/** Who comes in, and by which invitation. */
export interface Admitting extends Inviting {
  readonly invitation: OpenInvitation
  readonly newcomer: Newcomer | null
  /** What it leads into; null: to organize the group. */
  readonly into: {
    readonly partyId: string
    readonly name: string
    readonly party: Party
    readonly voucher: PersonInGroup
  } | null
  readonly organizerIds: readonly string[]
  /** Whoever vouches for the guest now, as the rules on organizers know them. */
  readonly voucher: { readonly personId: string; readonly instanceAdmin: boolean }
}

type Entered = InvitationEvent | PartyEvent | GroupEvent
type Command = 'admit' | 'claim'

/** Why a guest does not come in by an invitation. */
type AdmissionRefusal =
  | Extract<ReturnType<typeof decideOrganizing>, Refusal>
  | PartyRefusals['accept-invitation']
  | ListFull
  | Refusal<'sign-in-first'>

/**
 * An invitation by which a guest comes in: it is judged again with what its voucher is *now*, the inviter or whoever confirmed
 * it. Or the guest claims it, where it was sent to another address than theirs.
 */
const admission: Aggregate<Admitting, Command, Entered, AdmissionRefusal> = {
  decide: (held, command) => {
    const { act, invitation, actorId: personId, into, organizerIds, voucher } = held
    const { id: invitationId } = invitation
    if (command === 'claim') return [{ type: 'invitation-claimed', invitationId, personId }]
    const accepted = { type: 'invitation-accepted', invitationId, personId } as const
    if (into === null) {
      const event = decideOrganizing(organizerIds, personId, voucher)
      return isRefusal(event) ? event : [accepted, event]
    }
    const sent = { id: invitationId, role: roleOf(invitation.role), invitedBy: into.voucher }
    const events = partyDeciders['accept-invitation'](
      into.party,
      { type: 'accept-invitation', personId, invitation: sent },
      act.now,
    )
    return isRefusal(events) ? events : [accepted, ...events]
  },
  admit: async (held, events) => {
    if (!events.some(({ type }) => type === 'invitation-accepted')) return events
    return (await roomFor(held)) ?? (await welcomed(held)) ?? events
  },
  save: async (held, events) => {
    await invitationRows.save(held, events.filter(isOfInvitation))
    if (held.into === null) await groupRows.save(held, events.filter(isOfGroup))
    else await partyRows.save({ ...held, ...held.into }, events.filter(isOfParty))
  },
  tell: (event, held) => {
    if (isOfInvitation(event)) return invitationRows.tell(event, held, [event])
    if (isOfGroup(event)) return groupRows.tell(event, held, [event])
    if (held.into === null) throw new Error('Whoever joins a party was invited into one.')
    return partyRows.tell(event, { ...held, ...held.into }, [event])
  },
}

/** Who asks to come in: the viewer, with the address that is theirs; or somebody who is not signed in. */
export type Guest = { readonly personId: string } | Newcomer

/**
 * The open invitation of this secret. Refusals: `invitation-over`, those of `guest`, and those of the rules.
 *
 * @param guest who comes in, by whoever asks; asked under the locks.
 */
export function invitationOf<NoGuest extends Refusal>(
  token: string,
  guest: (act: ActInProgress, invitation: OpenInvitation) => Promise<Guest | NoGuest>,
): Target<Viewer | Purpose, Admitting, Command, Entered, AdmissionRefusal | typeof over | NoGuest> {
  return {
    ...admission,
    load: async (act) => {
      const invitation = await loadBySecret(act, token)
      if (isRefusal(invitation)) return invitation
      const who = await guest(act, invitation)
      return isRefusal(who) ? who : loadAdmitting(act, invitation, who, invitation.invitedById)
    },
  }
}

/** An invitation that somebody claimed, for the viewer who vouches for them. Refusals: `not-found`, `nobody-waits`. */
export function claimOf(
  id: string,
): Target<Viewer, Admitting, Command, Entered, AdmissionRefusal | NotFound | Refusal<'nobody-waits'>> {
  return {
    ...admission,
    load: async (act, viewer) => {
      const found = await findOpen(act.tx, { id }, clock.now())
      const invitation = found && (await lockInvitation(act, found))
      if (!invitation || !(await looksAfter(act, viewer, invitation))) return notFound
      const { claimedById: personId } = invitation
      if (personId === null) return { refused: 'nobody-waits' }
      return loadAdmitting(act, invitation, { personId }, viewer.personId)
    },
  }
}

async function loadAdmitting(
  act: ActInProgress,
  invitation: OpenInvitation,
  guest: Guest,
  voucherId: string,
): Promise<Admitting> {
  const { tx, now } = act
  const { groupId, partyId, party } = invitation
  const known = 'personId' in guest
  return {
    act,
    groupId,
    actorId: known ? guest.personId : randomUUIDv7(),
    invitation,
    newcomer: known ? null : guest,
    into:
      partyId === null
        ? null
        : {
            partyId,
            name: party?.name ?? '',
            party: await loadParty(tx, partyId, now),
            voucher: await actorOf(tx, groupId, voucherId),
          },
    organizerIds: partyId === null ? await organizersOf(tx, groupId) : [],
    voucher: await adminOrNot(tx, voucherId),
  }
}

/** Null: there is room for one more in the party, or among the organizers; their row is held. */
async function roomFor({ act: { tx }, groupId, into }: Admitting): Promise<ListFull | null> {
  return into === null
    ? listFull('organizers', await tx.organizer.count({ where: { groupId, removedAt: null } }))
    : listFull('members', await tx.partyMember.count({ where: { partyId: into.partyId, removedAt: null } }))
}

/** Null: the guest has an account. Who is new gets one once the rules let them in; `sign-in-first`: somebody has the address meanwhile. */
async function welcomed({
  act: { tx, now },
  actorId: id,
  newcomer,
}: Admitting): Promise<Refusal<'sign-in-first'> | null> {
  if (newcomer === null) return null
  const data = [{ ...newcomer, id, emailProvenAt: now }]
  const { count } = await tx.person.createMany({ data, skipDuplicates: true })
  return count === 0 ? { refused: 'sign-in-first' } : null
}

function isOfGroup(event: Entered): event is GroupEvent {
  return event.type === 'organizer-joined'
}

function isOfParty(event: Entered): event is PartyEvent {
  return !isOfInvitation(event) && !isOfGroup(event)
}
