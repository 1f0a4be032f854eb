/** Making an invitation: into a party, to organize a group, or of a new head for a party whose head is lost. */
import { randomUUIDv7 } from 'node:crypto'
import type { HistoryRole } from '#domain/group-history.ts'
import { type PartyRefusals, partyDeciders } from '#domain/party/decide.ts'
import type { PartyRole } from '#domain/party/membership.ts'
import { mayInviteOrganizer } from '#domain/party/organizers.ts'
import type { Party, PartyEvent } from '#domain/party/party.ts'
import { isRefusal, type NotEntitled, type NotFound, notFound, type Refusal } from '#domain/refusal.ts'
import { derivedToken, hashToken, makeToken } from '#lib/auth/token.ts'
import { aDayBefore, lockList } from '#lib/db/lock-list.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { isUuid } from '#lib/uuid.ts'
import { proveGroup } from '#store/access/group.ts'
import { organizersOf } from '#store/group/acts.ts'
import { lockGroup } from '#store/group/lock.ts'
import { type GroupEvent, groupRows } from '#store/group/rows.ts'
import { type HeldParty, loadHeldParty, partyRows } from '#store/party/acts.ts'
import { loadParty } from '#store/party/load.ts'
import { type ActInProgress, both, type Target } from '#store/perform.ts'
import { adminOrNot } from './open.ts'
import { type InvitationEvent, type Inviting, invitationRows, isOfInvitation, type NewInvitationRow } from './rows.ts'

/** Days for which an invitation can be accepted. */
export const invitationDays = 14

/** The most invitations that may be open in one group, that one person may make in a day, and that they may send to one address in a day. */
export const invitationBounds = { open: 500, aDay: 200, toOneADay: 3 } as const

/** More invitations than may be open, or than one person may make in a day, or send to one address. */
export type TooMany =
  | Refusal<'too-many-invitations'>
  | (Refusal<'address-invited-often'> & { readonly address: string })

/** Whom somebody invites. */
export interface Invitee {
  readonly email?: string | undefined
  readonly name?: string | undefined
}

/** An invitation that is being made: its id, and its secret, of which the hash alone is stored. */
export interface Making {
  readonly invitationId: string
  readonly token: string
}

/** What whoever made an invitation is shown, once. */
export interface Made {
  readonly id: string
  readonly expiresAt: Date
  /** The secret of a link that is handed over; null: it goes by mail, and the mail alone carries it. */
  readonly token: string | null
}

/** A fresh id and secret for an invitation; one that goes by mail is worked out of the id (lib/auth/token.ts). */
export function making({ email }: Invitee): Making {
  const invitationId = randomUUIDv7()
  return { invitationId, token: email === undefined ? makeToken() : derivedToken('invitation', invitationId) }
}

/** What is shown of the invitation that was made. */
export function madeIn({ token }: Making, events: readonly { readonly type: string }[]): Made {
  const made = events.find(isMade)
  if (made === undefined) throw new Error('An invitation that was made is among what happened.')
  const { id, expiresAt, email } = made.invitation
  return { id, expiresAt, token: email === null ? token : null }
}

type MadeEvent = Extract<InvitationEvent, { type: 'invitation-made' }>
type WithNew = Extract<InvitationEvent, { invitation: NewInvitationRow }>

function isMade(event: { readonly type: string }): event is WithNew {
  return event.type === 'invitation-made' || event.type === 'invitation-renewed'
}

/** Somebody is invited into a party. Refusals: `not-found`, `too-many-invitations`, and those of the rules (rule 14). */
export function invitationInto(
  partyId: string,
  { role, ...invitee }: Invitee & { readonly role: PartyRole },
): Target<Viewer, HeldParty & Making, 'invite', PartyEvent | InvitationEvent, PartyRefusals['invite'] | TooMany> {
  return {
    load: (act, viewer) => loadInviting(act, viewer, partyId, invitee),
    decide: ({ act, scope, party, ...made }) => {
      const events = partyDeciders.invite(party, { type: 'invite', by: scope.actor, role }, act.now)
      if (isRefusal(events)) return events
      return [...events, madeEvent(act, made, { ...invitee, partyId, role, effectiveAt: null })]
    },
    ...inParty,
  }
}

/** A new head is announced for a party whose head is lost (rule 14). Refusals as for `invitationInto`. */
export function replacementIn(
  partyId: string,
  invitee: Invitee,
): Target<
  Viewer,
  HeldParty & Making & { readonly delayHours: number },
  'announce',
  PartyEvent | InvitationEvent,
  PartyRefusals['announce-replacement'] | TooMany
> {
  return {
    load: async (act, viewer) => {
      const held = await loadInviting(act, viewer, partyId, invitee)
      if (held === null) return null
      const group = await act.tx.group.findUniqueOrThrow({
        where: { id: held.groupId },
        select: { replacementDelayHours: true },
      })
      return { ...held, delayHours: group.replacementDelayHours }
    },
    decide: ({ act, scope, party, delayHours, ...made }) => {
      const { invitationId } = made
      const command = { type: 'announce-replacement', by: scope.actor, invitationId, delayHours } as const
      const events = partyDeciders['announce-replacement'](party, command, act.now)
      if (isRefusal(events)) return events
      const announced = events.find((event) => event.type === 'replacement-announced')
      if (announced === undefined) throw new Error('An accepted announcement names its effect.')
      const { effectiveAt } = announced
      return [...events, madeEvent(act, made, { ...invitee, partyId, role: 'head', effectiveAt })]
    },
    ...inParty,
  }
}

/** What is made in a party: its people are told, and the invitation is a row of its own. */
const inParty = { admit: admitInvitation, ...both(invitationRows, partyRows, isOfInvitation) }

/** A group in which an organizer is invited, and what whoever invites is there. */
interface HeldOrganizing extends Inviting, Making {
  readonly by: Awaited<ReturnType<typeof adminOrNot>>
  readonly organizerIds: readonly string[]
}

/**
 * Somebody is invited to organize a group. It is the viewer's own, or without any organizer while the viewer runs the instance.
 * Refusals: `not-found`, `not-entitled`, `too-many-invitations`.
 */
export function organizerInvitation(
  groupId: string,
  invitee: Invitee,
): Target<Viewer, HeldOrganizing, 'invite', GroupEvent | InvitationEvent, NotFound | NotEntitled | TooMany> {
  return {
    load: async (act, viewer) => {
      if (!isUuid(groupId)) return notFound
      const held = await lockGroup(act.tx, groupId)
      const by = await adminOrNot(act.tx, viewer.personId)
      const mine = await proveGroup(act.tx, viewer, groupId)
      // The admin knows every group by name; nobody else knows of one that is not theirs.
      if (!held || !(by.instanceAdmin || mine)) return null
      const organizerIds = await organizersOf(act.tx, groupId)
      return { act, groupId, actorId: viewer.personId, by, organizerIds, ...making(invitee) }
    },
    decide: ({ act, organizerIds, by, ...made }) => {
      const invited = { ...invitee, partyId: null, role: 'organizer', effectiveAt: null } as const
      return mayInviteOrganizer(organizerIds, by) ?? [{ type: 'organizer-invited' }, madeEvent(act, made, invited)]
    },
    admit: admitInvitation,
    ...both(invitationRows, groupRows, isOfInvitation),
  }
}

async function loadInviting(
  act: ActInProgress,
  viewer: Viewer,
  partyId: string,
  invitee: Invitee,
): Promise<(HeldParty & Making) | null> {
  const held = await loadHeldParty(act, viewer, partyId)
  if (held === null) return null
  const party: Party = await loadParty(act.tx, partyId, act.now)
  return { ...held, party, ...making(invitee) }
}

interface Invited extends Invitee {
  readonly partyId: string | null
  readonly role: HistoryRole
  readonly effectiveAt: Date | null
}

/** That an invitation was made: open for `invitationDays`, from its effect on where it has one. */
export function madeEvent(
  { now }: ActInProgress,
  { invitationId: id, token }: Making,
  { email, name, effectiveAt, ...into }: Invited,
): MadeEvent {
  const expiresAt = new Date((effectiveAt ?? now).getTime() + invitationDays * 86_400_000)
  const sent = { email: email ?? null, name: name ?? null, tokenHash: hashToken(token) }
  const invitation: NewInvitationRow = { ...into, ...sent, id, effectiveAt, expiresAt }
  return { type: 'invitation-made', invitation }
}

async function admitInvitation<Event extends { readonly type: string }>(
  inviting: Inviting,
  events: readonly Event[],
): Promise<readonly Event[] | TooMany> {
  return (await refuseMore(inviting, madeAmong(events))) ?? events
}

/** The invitations among what happened. */
export function madeAmong(events: readonly { readonly type: string }[]): readonly NewInvitationRow[] {
  return events.flatMap((event) => (isMade(event) ? event.invitation : []))
}

/**
 * Null: so many invitations may be made by this person today, to each address, and be open in the group, where `ended` of those that are
 * open end with it. Somebody who was written to often enough is left in peace, by this inviter: of others nobody is told.
 */
export async function refuseMore(
  { act: { tx, now }, groupId, actorId: invitedById }: Inviting,
  made: readonly NewInvitationRow[],
  ended = 0,
): Promise<TooMany | null> {
  await lockList(tx, 'invitations', groupId)
  await lockList(tx, 'invitations', invitedById)
  const open = await tx.invitation.count({
    where: { groupId, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
  })
  const since = { invitedById, createdAt: { gt: aDayBefore(now) } }
  const today = await tx.invitation.count({ where: since })
  if (open + made.length - ended > invitationBounds.open || today + made.length > invitationBounds.aDay)
    return { refused: 'too-many-invitations' }
  const addresses = made.flatMap(({ email }) => email ?? [])
  const sent = await tx.invitation.findMany({ where: { ...since, email: { in: addresses } }, select: { email: true } })
  const often = addresses.find((one) => sent.filter(({ email }) => email === one).length >= invitationBounds.toOneADay)
  return often === undefined ? null : { refused: 'address-invited-often', address: often }
}
