/** Inviting several people into the parties of a group in one act. */
import { type PartyRefusals, partyDeciders } from '#domain/party/decide.ts'
import type { PartyRole, PersonInGroup } from '#domain/party/membership.ts'
import type { Party } from '#domain/party/party.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { type HeldGroup, loadHeldGroup } from '#store/group/acts.ts'
import { loadHeldParty } from '#store/party/acts.ts'
import { readAddresses } from '#store/party/addresses.ts'
import { type InParty, saveInParty, tellInParty } from '#store/party/in-party.ts'
import { loadParty } from '#store/party/load.ts'
import type { ActInProgress, Target } from '#store/perform.ts'
import { type Invitee, madeAmong, madeEvent, making, refuseMore, type TooMany } from './make.ts'
import { awaited } from './open.ts'
import { type InvitationEvent, invitationRows, isOfInvitation } from './rows.ts'

/** Somebody who is invited into a party by mail. */
export interface PartyGuest extends Invitee {
  readonly email: string
  readonly partyId: string
  readonly role: PartyRole
}

/** Why somebody who is named gets no invitation: they are in the party, are invited into it already, or are named twice. */
export const skipReasons = ['member', 'invited', 'twice'] as const

export type SkipReason = (typeof skipReasons)[number]

/** Somebody who gets none. */
export interface Skipped {
  readonly email: string
  readonly why: SkipReason
}

/** A party into which somebody is invited, and the addresses in it that whoever invites may know. */
interface Inviting {
  readonly name: string
  readonly party: Party
  readonly by: PersonInGroup
  readonly members: ReadonlySet<string>
  readonly invited: ReadonlySet<string>
}

/** The parties of a group into which whoever acts invites people. */
export interface HeldParties extends HeldGroup {
  readonly parties: ReadonlyMap<string, Inviting>
}

/**
 * Several people are invited, each into a party of this group and as the rules on it have it, all or none; whoever is there or invited
 * already is skipped. Refusals: `not-found`, also for a party of which the viewer does not know; `too-many-invitations`, and those of
 * the rules (rule 14).
 */
export function invitationsIn(
  groupId: string,
  guests: readonly PartyGuest[],
): Target<Viewer, HeldParties, 'invite', InParty | InvitationEvent, PartyRefusals['invite'] | TooMany> {
  return {
    load: async (act, viewer) => {
      const held = await loadHeldGroup(act, viewer, groupId)
      if (held === null) return null
      const ids = [...new Set(guests.map(({ partyId }) => partyId))].sort()
      const parties = new Map<string, Inviting>()
      for (const id of ids) {
        const one = await loadInto(act, viewer, { groupId, partyId: id })
        if (one === null) return null
        parties.set(id, one)
      }
      return { ...held, parties }
    },
    decide: (held) => {
      const events: (InParty | InvitationEvent)[] = []
      for (const guest of chosen(held, guests).invited) {
        const made = invite(held, guest)
        if (isRefusal(made)) return made
        events.push(...made)
      }
      return events
    },
    admit: async (held, events) => {
      return (await refuseMore(held, madeAmong(events))) ?? events
    },
    save: async (held, events) => {
      for (const event of events)
        if (isOfInvitation(event)) await invitationRows.save(held, [event])
        else await saveInParty(held, event)
    },
    tell: (event, held) =>
      isOfInvitation(event) ? invitationRows.tell(event, held, [event]) : tellInParty(held, event),
  }
}

/** Who of those that are named is invited, and who is skipped and why. */
export function chosen(
  { parties }: Pick<HeldParties, 'parties'>,
  guests: readonly PartyGuest[],
): { readonly invited: readonly PartyGuest[]; readonly skipped: readonly Skipped[] } {
  const named = new Set<string>()
  const invited: PartyGuest[] = []
  const skipped: Skipped[] = []
  for (const guest of guests) {
    const { email, partyId } = guest
    const into = parties.get(partyId)
    const key = `${partyId} ${email}`
    const why = whySkipped(into, email) ?? (named.has(key) ? 'twice' : null)
    named.add(key)
    if (why === null) invited.push(guest)
    else skipped.push({ email, why })
  }
  return { invited, skipped }
}

function whySkipped(into: Inviting | undefined, email: string): SkipReason | null {
  if (into?.members.has(email)) return 'member'
  return into?.invited.has(email) ? 'invited' : null
}

function invite(
  { act, parties }: HeldParties,
  { partyId, role, ...invitee }: PartyGuest,
): readonly (InParty | InvitationEvent)[] | PartyRefusals['invite'] {
  const into = parties.get(partyId)
  if (into === undefined) throw new Error('A party into which somebody is invited was loaded.')
  const events = partyDeciders.invite(into.party, { type: 'invite', by: into.by, role }, act.now)
  if (isRefusal(events)) return events
  const party = { partyId, name: into.name }
  const made = madeEvent(act, making(invitee), { ...invitee, partyId, role, effectiveAt: null })
  return [...events.map((event): InParty => ({ type: 'in-party', party, event })), made]
}

async function loadInto(
  act: ActInProgress,
  viewer: Viewer,
  { groupId, partyId }: { readonly groupId: string; readonly partyId: string },
): Promise<Inviting | null> {
  const held = await loadHeldParty(act, viewer, partyId)
  if (held === null || held.groupId !== groupId) return null
  const { tx, now } = act
  const party = await loadParty(tx, partyId, now)
  const addresses = await readAddresses(
    tx,
    party.members.map(({ personId }) => personId),
  )
  const open = await tx.invitation.findMany({
    where: { partyId, email: { not: null }, ...awaited(now) },
    select: { email: true, role: true },
  })
  const { scope, name } = held
  // Whom the party itself invited is not told to others.
  const known = open.filter(({ role }) => scope.role === 'head' || scope.role === 'deputy' || role === 'head')
  return {
    name,
    party,
    by: scope.actor,
    members: new Set(addresses.values()),
    invited: new Set(known.flatMap(({ email }) => email ?? [])),
  }
}
