/** What happens to a group as such, saved and told. */
import { randomUUIDv7 } from 'node:crypto'
import type { GroupKind } from '#domain/group-kind.ts'
import { endOffices } from '#store/meeting/end-offices.ts'
import { endWaitingOfOrganizer } from '#store/meeting/end-waiting.ts'
import { revokeInvitations } from '#store/party/revoke.ts'
import { type Follows, type Holding, happen } from '#store/perform.ts'
import { type Telling, tellsNothing } from '#store/telling.ts'

/** What a group is called and how it works. */
export interface SettingsOfGroup {
  readonly name: string
  readonly purpose: string
  readonly timeZone: string
  readonly replacementDelayHours: number
  /** Tag of the language of those who have chosen none; null: none is set; absent: as it was. */
  readonly language?: string | null
  /** What it is for; null: none is said; absent: as it was. */
  readonly kind?: GroupKind | null
}

/** What a party is called, and in which zone it lives. */
export interface PartyDescription {
  readonly name: string
  readonly shortName: string
  readonly timeZone: string
}

/** Everything that can happen to a group as such. */
export type GroupEvent =
  | { readonly type: 'group-created'; readonly group: Omit<SettingsOfGroup, 'replacementDelayHours'> }
  | { readonly type: 'settings-changed'; readonly to: SettingsOfGroup }
  | { readonly type: 'party-created' | 'party-changed'; readonly partyId: string; readonly to: PartyDescription }
  | { readonly type: 'organizer-invited' }
  | { readonly type: 'organizer-joined' | 'organizer-removed'; readonly personId: string }
  | { readonly type: 'deletion-announced'; readonly deletesAt: Date }
  | { readonly type: 'deletion-called-off' }
  /** By the head of this party. */
  | { readonly type: 'deletion-stopped'; readonly partyId: string; readonly party: string }
  /** By the time in which the instance did not run. */
  | { readonly type: 'deletion-postponed'; readonly to: Date }
  /** Whoever announced it does not organize the group any more. */
  | { readonly type: 'deletion-voided' }
  /** The clock looked at an announced deletion. */
  | { readonly type: 'deletion-seen' }
  | { readonly type: 'group-deleted' }

/** A group to which something happens, and whoever acts; null: the clock. */
export interface OfGroup extends Holding {
  readonly groupId: string
  readonly actorId: string | null
}

/** What happens to a group, with what follows elsewhere from somebody's no longer organizing it. */
export const groupRows: Follows<OfGroup, GroupEvent> = {
  save: async (held, events) => {
    for (const event of events) await saveEvent(held, event)
  },
  tell: tellGroup,
}

async function saveEvent(held: OfGroup, event: GroupEvent): Promise<void> {
  const { act, groupId, actorId } = held
  const { tx, now } = act
  const change = (data: NonNullable<Parameters<typeof tx.group.update>[0]['data']>) =>
    tx.group.update({ where: { id: groupId }, data, select: { id: true } })
  switch (event.type) {
    case 'group-created':
      await tx.group.create({ data: { ...event.group, id: groupId, createdAt: now }, select: { id: true } })
      return
    case 'settings-changed':
      await change(event.to)
      return
    case 'party-created': {
      const data = { ...event.to, id: event.partyId, groupId, createdAt: now }
      await tx.party.create({ data, select: { id: true } })
      return
    }
    case 'party-changed':
      await tx.party.update({ where: { id: event.partyId }, data: event.to, select: { id: true } })
      return
    case 'organizer-invited':
      // The invitation is a row of its own.
      return
    case 'organizer-joined': {
      const { personId } = event
      await tx.organizer.upsert({
        where: { groupId_personId: { groupId, personId } },
        create: { groupId, personId, since: now },
        update: { since: now, removedAt: null },
      })
      return
    }
    case 'organizer-removed':
      return removeOrganizer(held, event.personId)
    case 'deletion-announced':
      await change({ deletesAt: event.deletesAt, deletionById: actorId, deletionSeenAt: now })
      return
    case 'deletion-called-off':
    case 'deletion-stopped':
    case 'deletion-voided':
      await change({ deletesAt: null, deletionById: null, deletionSeenAt: null, deletionEndedAt: now })
      return
    case 'deletion-postponed':
      await change({ deletesAt: event.to })
      return
    case 'deletion-seen':
      await change({ deletionSeenAt: now })
      return
    case 'group-deleted':
      // The database keeps what was adopted from every deletion but one that names the group in its own transaction.
      await tx.$queryRaw`SELECT set_config('app.deleting_group', ${groupId}, true)`
      await tx.group.delete({ where: { id: groupId } })
      return
    default:
      return event satisfies never
  }
}

/** With the rights go all that they announced and that has not taken effect, and the offices that organizers give. */
async function removeOrganizer(held: OfGroup, personId: string): Promise<void> {
  const { act, groupId, actorId } = held
  await act.tx.organizer.updateMany({ where: { groupId, personId, removedAt: null }, data: { removedAt: act.now } })
  const announced = { id: groupId, deletionById: personId, deletesAt: { not: null } }
  if ((await act.tx.group.count({ where: announced })) > 0) await happen(groupRows, held, [{ type: 'deletion-voided' }])
  if (actorId === null) return
  const ending = { groupId, personId, actorId, partyId: null }
  await revokeInvitations(act, { groupId, actorId }, { personId, fromPartyId: null, organized: true })
  await endWaitingOfOrganizer(act, ending)
  // Those that the parties of a bilateral or a study session accepted are theirs to end (rule 14).
  const outside = { personId, group: { members: { none: { groupId, personId, removedAt: null } } } }
  const given = { OR: [{ activeFrom: null }, { meeting: { kind: 'multilateral' } }] }
  await endOffices(act, ending, { ...outside, ...given })
}

function tellGroup(event: GroupEvent, { groupId, actorId }: OfGroup): Telling {
  const line = { groupId, actorId }
  switch (event.type) {
    case 'group-created':
    case 'settings-changed':
    case 'organizer-invited':
      return { history: { ...line, kind: event.type } }
    case 'party-created':
      return { history: { ...line, kind: event.type, detail: event.to.name } }
    case 'party-changed':
      return { history: { ...line, partyId: event.partyId, kind: event.type, detail: event.to.name } }
    case 'organizer-joined':
    case 'organizer-removed':
      return { history: { ...line, kind: event.type, subjectPersonId: event.personId } }
    case 'deletion-announced':
    case 'deletion-called-off':
    case 'deletion-stopped': {
      const id = randomUUIDv7()
      const said = event.type === 'deletion-announced' ? { effectiveAt: event.deletesAt } : {}
      const detail = event.type === 'deletion-stopped' ? { detail: event.party } : {}
      return {
        history: { ...line, id, kind: event.type, ...said, ...detail },
        outbox: { event: event.type, groupId, aggregateId: groupId, ids: { lineId: id } },
      }
    }
    case 'deletion-voided':
      return { history: { ...line, kind: event.type } }
    case 'deletion-postponed':
      return { history: { ...line, kind: event.type, effectiveAt: event.to } }
    case 'deletion-seen':
      return tellsNothing
    case 'group-deleted':
      // Its history goes with it.
      return tellsNothing
    default:
      return event satisfies never
  }
}
