/** A group that is made with its parties, their people and its first text, in one act. */
import { randomUUIDv7 } from 'node:crypto'
import { type ListFull, listFull } from '#domain/limits.ts'
import { partyDeciders } from '#domain/party/decide.ts'
import type { PartyRole } from '#domain/party/membership.ts'
import { type PartyNameRefusal, refuseNames } from '#domain/party/names.ts'
import { decideOrganizing } from '#domain/party/organizers.ts'
import type { Party, PartyEvent } from '#domain/party/party.ts'
import { isRefusal, type NotEntitled, notEntitled, type Refusal } from '#domain/refusal.ts'
import { lockList } from '#lib/db/lock-list.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { type Invitee, madeAmong, madeEvent, making, refuseMore, type TooMany } from '#store/invitation/make.ts'
import { type InvitationEvent, invitationRows, isOfInvitation } from '#store/invitation/rows.ts'
import { type InParty, saveInParty, tellInParty } from '#store/party/in-party.ts'
import type { ActInProgress, Follows, Target } from '#store/perform.ts'
import { tellsNothing } from '#store/telling.ts'
import { bringWhole, type WholeText } from '#store/text/whole.ts'
import { type GroupEvent, groupRows, type OfGroup, type PartyDescription, type SettingsOfGroup } from './rows.ts'

/** Somebody who is invited into a party that is being made. */
export interface FirstGuest extends Invitee {
  readonly email: string
  readonly role: PartyRole
}

/** A party that is made with the group. */
export interface FirstParty extends PartyDescription {
  /** Whether whoever makes the group sits for it, as its head. */
  readonly isOwn: boolean
  /** Whom to invite. A party for which nobody sits gets heads alone; whoever is named twice is invited once. */
  readonly guests: readonly FirstGuest[]
}

/** What a group is made of. */
export interface Founding {
  readonly group: Omit<SettingsOfGroup, 'replacementDelayHours'>
  readonly parties: readonly FirstParty[]
  /** Its first text; null: none yet. */
  readonly text: WholeText | null
}

/** Whoever makes the group, which does not exist yet. */
export interface HeldFounding extends OfGroup {
  readonly actorId: string
  readonly founder: { readonly name: string; readonly email: string }
}

type FoundingEvent =
  | GroupEvent
  | InParty
  | InvitationEvent
  | { readonly type: 'text-brought'; readonly text: WholeText }

/**
 * A group with its first parties, people and text. Whoever looks after the instance makes it and organizes it from then on, as if they
 * had asked themselves to. Refusals: `not-entitled`, also for whoever is invited into a party that is not theirs to fill;
 * `name-missing` for a founder who has not said their name; `list-full`, `party-name-taken`, `party-name-too-alike`,
 * `too-many-invitations`.
 */
export function groupToFound(): Target<
  Viewer,
  HeldFounding,
  Founding,
  FoundingEvent,
  NotEntitled | ListFull | PartyNameRefusal | TooMany | Refusal<'name-missing'>
> {
  return {
    ...foundingRows,
    load: async (act, { personId }) => {
      const where = { id: personId, isInstanceAdmin: true }
      const founder = await act.tx.person.findFirst({ where, select: { name: true, email: true } })
      if (founder === null) return notEntitled
      if (founder.name === '') return { refused: 'name-missing' }
      return { act, groupId: randomUUIDv7(), actorId: personId, founder }
    },
    decide: decideFounding,
    admit: async (held, events) => {
      const { tx } = held.act
      await lockList(tx, 'groups', 'instance')
      const parties = events.filter(({ type }) => type === 'party-created').length
      const full = listFull('groups', await tx.group.count()) ?? listFull('parties', 0, parties)
      return full ?? (await refuseMore(held, madeAmong(events))) ?? events
    },
  }
}

function decideFounding(
  held: HeldFounding,
  { group, parties, text }: Founding,
): readonly FoundingEvent[] | NotEntitled | PartyNameRefusal {
  const organizing = decideOrganizing([], held.actorId, { personId: held.actorId, instanceAdmin: true })
  if (isRefusal(organizing)) return notEntitled
  const events: FoundingEvent[] = [{ type: 'group-created', group }, organizing]
  for (const [index, party] of parties.entries()) {
    const refusal = refuseNames(party, parties.slice(0, index))
    if (refusal !== null) return refusal
    const made = partyEvents(held, party)
    if (isRefusal(made)) return made
    events.push(...made)
  }
  return text === null ? events : [...events, { type: 'text-brought', text }]
}

/** What happens to one party: it is made, whoever makes it sits for it, and its people are invited. */
function partyEvents(
  { act, actorId, founder }: HeldFounding,
  { isOwn, guests, ...to }: FirstParty,
): readonly FoundingEvent[] | NotEntitled {
  const partyId = randomUUIDv7()
  const by = { personId: actorId, organizer: true }
  const empty: Party = { id: partyId, members: [], replacement: null, leftAt: null }
  const own = { id: 'one’s own', role: 'head', invitedBy: by } as const
  const sitting = isOwn
    ? partyDeciders['accept-invitation'](
        empty,
        { type: 'accept-invitation', personId: actorId, invitation: own },
        act.now,
      )
    : []
  if (isRefusal(sitting)) return notEntitled
  const party = isOwn ? { ...empty, members: [{ personId: actorId, role: 'head', seesFrom: null } as const] } : empty
  const inParty = (event: PartyEvent): InParty => ({ type: 'in-party', party: { partyId, name: to.name }, event })
  const events: FoundingEvent[] = [{ type: 'party-created', partyId, to }, ...sitting.map(inParty)]
  const others = new Map(guests.map((guest) => [guest.email, guest]))
  others.delete(founder.email)
  for (const { role, ...guest } of others.values()) {
    const invited = partyDeciders.invite(party, { type: 'invite', by, role }, act.now)
    if (isRefusal(invited)) return notEntitled
    events.push(...invited.map(inParty), madeEvent(act, making(guest), { ...guest, partyId, role, effectiveAt: null }))
  }
  return events
}

const foundingRows: Follows<HeldFounding, FoundingEvent> = {
  save: async (held, events) => {
    for (const event of events) await saveEvent(held, event)
  },
  tell: (event, held) => {
    if (event.type === 'text-brought') return tellsNothing
    if (event.type === 'in-party') return tellInParty(held, event)
    if (isOfInvitation(event)) return invitationRows.tell(event, held, [event])
    return groupRows.tell(event, held, [event])
  },
}

async function saveEvent(held: HeldFounding, event: FoundingEvent): Promise<void> {
  if (event.type === 'text-brought') return bringWhole(held, event.text)
  if (event.type === 'in-party') return saveInParty(held, event)
  if (isOfInvitation(event)) return invitationRows.save(held, [event])
  await groupRows.save(held, [event])
  if (event.type === 'group-created') await enterFounded(held.act, held.groupId)
}

/** Lets the rest of the act reach the group, which nobody organizes until the act says who does. */
async function enterFounded({ tx }: ActInProgress, groupId: string): Promise<void> {
  await tx.$queryRaw`SELECT visibility.enter_by_founding(${groupId}::uuid)::text`
}
