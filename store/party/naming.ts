/** What parties are called. */
import { randomUUIDv7 } from 'node:crypto'
import { type DayFull, type ListFull, listFull } from '#domain/limits.ts'
import { type DescribingRefusal, refuseCreating, refuseDescribing } from '#domain/party/description.ts'
import { type PartyNameRefusal, refuseNames } from '#domain/party/names.ts'
import type { Party } from '#domain/party/party.ts'
import { isRefusal, type NotEntitled } from '#domain/refusal.ts'
import { type ChangedMeanwhile, type Said, saidAnew } from '#domain/said-anew.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { type PartyScope, proveParty } from '#store/access/party.ts'
import { type HeldGroup, loadHeldGroup } from '#store/group/acts.ts'
import { lockGroup } from '#store/group/lock.ts'
import { type GroupEvent, groupRows, type OfGroup, type PartyDescription } from '#store/group/rows.ts'
import type { Target } from '#store/perform.ts'
import { changesToday } from './changes-today.ts'
import { loadParty } from './load.ts'

/** The names of the other parties of the group, which is held: no party of a name like these comes in beside. */
type Others = readonly Pick<PartyDescription, 'name' | 'shortName'>[]

/** A party that an organizer makes. Refusals: `not-entitled`, `list-full`, `party-name-taken`, `party-name-too-alike`. */
export function newPartyIn(
  groupId: string,
): Target<
  Viewer,
  HeldGroup & { readonly partyId: string },
  PartyDescription,
  GroupEvent,
  NotEntitled | ListFull | PartyNameRefusal
> {
  return {
    ...groupRows,
    load: async (act, viewer) => {
      const held = await loadHeldGroup(act, viewer, groupId)
      return held && { ...held, partyId: randomUUIDv7() }
    },
    decide: ({ scope: { standing }, partyId }, to) =>
      refuseCreating(standing) ?? [{ type: 'party-created', partyId, to }],
    admit: async ({ act: { tx } }, events) => {
      const full = listFull('parties', await tx.party.count({ where: { groupId } }))
      return full ?? nameRefused(events, await othersIn(tx, groupId, null)) ?? events
    },
  }
}

interface HeldNames extends OfGroup {
  readonly scope: PartyScope
  readonly actorId: string
  readonly party: Party
  /** What it is called so far. */
  readonly stands: PartyDescription
}

/**
 * What one party is called: the party itself says so, through its head or a deputy; before it has a head, the organizer.
 * Refusals: `party-has-left`, `not-entitled`, `changed-meanwhile`, `day-full`, `party-name-taken`, `party-name-too-alike`.
 */
export function namesOfParty(
  partyId: string,
): Target<
  Viewer,
  HeldNames,
  Said<PartyDescription>,
  GroupEvent,
  DescribingRefusal | ChangedMeanwhile | DayFull | PartyNameRefusal
> {
  return {
    ...groupRows,
    load: async (act, viewer) => {
      const scope = await proveParty(act.tx, viewer, partyId)
      if (scope === null) return null
      const { groupId } = scope
      await lockGroup(act.tx, groupId)
      const party = await loadParty(act.tx, partyId, act.now)
      const select = { name: true, shortName: true, timeZone: true }
      const stands = await act.tx.party.findUniqueOrThrow({ where: { id: partyId }, select })
      return { act, scope, groupId, actorId: viewer.personId, party, stands }
    },
    decide: ({ scope, party, stands }, said) => {
      const refusal = refuseDescribing(party, scope.standing)
      if (refusal !== null) return refusal
      const to = saidAnew(stands, said)
      return isRefusal(to) ? to : [{ type: 'party-changed', partyId, to }]
    },
    admit: async ({ act, groupId, actorId }, events) => {
      const full = await changesToday(act.tx, groupId, actorId, act.now)
      return full ?? nameRefused(events, await othersIn(act.tx, groupId, partyId)) ?? events
    },
  }
}

/** At most as many rows as a group holds parties. */
function othersIn(tx: Tx, groupId: string, partyId: string | null): Promise<Others> {
  return tx.party.findMany({
    where: { groupId, ...(partyId === null ? {} : { id: { not: partyId } }) },
    select: { name: true, shortName: true },
  })
}

function nameRefused(events: readonly GroupEvent[], others: Others) {
  const named = events.flatMap((event) =>
    event.type === 'party-created' || event.type === 'party-changed' ? event.to : [],
  )
  return named.map((names) => refuseNames(names, others)).find((refusal) => refusal !== null) ?? null
}
