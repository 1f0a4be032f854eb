/** Acts on the people of a party: what they hold, how they are decided on, saved and told. */

import type { DayFull } from '#domain/limits.ts'
import { type PartyCommand, type PartyCommands, type PartyRefusals, partyDeciders } from '#domain/party/decide.ts'
import type { PartyRole } from '#domain/party/membership.ts'
import type { Party, PartyEvent } from '#domain/party/party.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { type PartyScope, proveParty } from '#store/access/party.ts'
import { lockParticipations, participantLeaves } from '#store/conclusion/departure.ts'
import { endOffices, holdMeetingsOf } from '#store/meeting/end-offices.ts'
import type { ActInProgress, Follows, Holding, Target } from '#store/perform.ts'
import type { Telling } from '#store/telling.ts'
import { changesToday } from './changes-today.ts'
import { followPartyEvents } from './follow.ts'
import { leaveMeetings, lockMeetingsOf } from './leave.ts'
import { loadParty } from './load.ts'
import { savePartyEvents } from './save.ts'

/** A party to which something happens, and whoever acts. */
export interface Governed extends Holding {
  readonly groupId: string
  readonly partyId: string
  readonly actorId: string
  /** What the party is called. */
  readonly name: string
}

/** What happens to the people of a party, with what follows elsewhere from their no longer being what they were. */
export const partyRows: Follows<Governed, PartyEvent> = {
  save: async (held, events) => {
    const { act, partyId } = held
    await leaveMeetings(held, events)
    await savePartyEvents(act, held, events)
    for (const event of events) {
      const observes = event.type === 'role-changed' && event.role === 'observer'
      if (observes || event.type === 'member-removed') await participantLeaves(act, { ...event, partyId })
      if (event.type === 'member-removed') await endOwnOffices(held, event.personId)
    }
    await followPartyEvents(held, events)
  },
  tell: tellParty,
}

/** A party under its lock, proven for the viewer. */
export interface HeldParty extends Governed {
  readonly scope: PartyScope
  readonly party: Party
}

/**
 * One party, and what is asked of it.
 *
 * @param concerns somebody who may be something else afterwards, or the party as a whole: their meetings are locked too.
 */
export function party<Type extends PartyCommand['type']>(
  partyId: string,
  type: Type,
  concerns: { readonly personId: string } | 'departure' | null = null,
): Target<Viewer, HeldParty, PartyCommands[Type], PartyEvent, PartyRefusals[Type] | DayFull> {
  return {
    ...partyRows,
    load: async (act, viewer) => {
      const held = await loadHeldParty(act, viewer, partyId)
      if (held === null) return null
      if (concerns === 'departure') await lockMeetingsOf(act.tx, partyId)
      else if (concerns !== null) await lockFor(act, held, concerns.personId)
      return { ...held, party: await loadParty(act.tx, partyId, act.now) }
    },
    decide: ({ act, party: loaded }, command) => partyDeciders[type](loaded, command, act.now),
    admit: async ({ act, groupId, actorId }, events) => {
      const changes = events.some(({ type }) => type === 'role-changed')
      return (changes ? await changesToday(act.tx, groupId, actorId, act.now) : null) ?? events
    },
  }
}

/** Locks one party and proves it for the viewer; what decides about its people is loaded after all locks. */
export async function loadHeldParty(
  act: ActInProgress,
  viewer: Viewer,
  partyId: string,
): Promise<Omit<HeldParty, 'party'> | null> {
  const scope = await proveParty(act.tx, viewer, partyId, { lock: true })
  if (scope === null) return null
  const { groupId, name } = scope
  return { act, scope, groupId, partyId, actorId: viewer.personId, name }
}

/** Locks the meetings of somebody who may be something else in the party afterwards, and what is put to them there. */
export async function lockFor(
  act: ActInProgress,
  { groupId, partyId }: Pick<Governed, 'groupId' | 'partyId'>,
  personId: string,
): Promise<void> {
  await holdMeetingsOf(act.tx, { groupId, partyId, personId })
  await lockParticipations(act.tx, { partyId, personId })
}

/** With the membership go the offices that the person held in meetings of that party alone. */
function endOwnOffices({ act, groupId, partyId, actorId }: Governed, personId: string): Promise<void> {
  const others = { party: { members: { some: { personId, removedAt: null } } } }
  const ending = { groupId, partyId, actorId, personId }
  return endOffices(act, ending, { personId, meeting: { parties: { some: { partyId }, none: others } } })
}

/** Each line is the party's own; that it has left the whole group reads. */
function tellParty(event: PartyEvent, { groupId, partyId, actorId, name }: Governed): Telling {
  const own = { groupId, partyId, actorId }
  const about = (personId: string, role: PartyRole) => ({ ...own, subjectPersonId: personId, detail: role })
  switch (event.type) {
    case 'invited':
      return { history: { ...own, kind: 'invited', detail: event.role } }
    case 'joined':
    case 'role-changed':
    case 'member-removed':
      return { history: { ...about(event.personId, event.role), kind: event.type } }
    case 'replacement-announced': {
      const { type, effectiveAt, invitationId } = event
      return {
        history: { ...own, kind: type, effectiveAt },
        outbox: { event: type, groupId, aggregateId: partyId, ids: { invitationId } },
      }
    }
    case 'replacement-stopped':
      return { history: { ...own, kind: 'replacement-stopped' } }
    case 'head-replaced':
      return { history: { ...own, kind: 'head-replaced', subjectPersonId: event.personId } }
    case 'party-left':
      return { history: { groupId, actorId, kind: 'party-left', detail: name } }
    default:
      return event satisfies never
  }
}
