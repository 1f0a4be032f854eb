import { decideParty, type PartyCommand } from '#domain/party/decide.ts'
import { isRefusal, notFound, type Refusal } from '#domain/refusal.ts'
import { clock } from '#lib/clock.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { asViewer } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { type PartyScope, proveParty } from '#store/access/party.ts'
import { participantLeaves } from '#store/conclusion/departure.ts'
import { type Ending, endOffices, holdMeetingsOf } from '#store/meeting/end-offices.ts'
import { changesToday } from '#store/party/changes-today.ts'
import { followPartyEvents } from '#store/party/follow.ts'
import { loadParty } from '#store/party/load.ts'
import { savePartyEvents } from '#store/party/save.ts'
import type { NewRole } from '../schema.ts'

/**
 * Gives somebody another role. Who only observes from now on is no longer a participant of the party's study sessions: what
 * was put to them returns to draft (rule 15), as when somebody is removed. Refusals: `not-found`, and those of the rules, such
 * as `last-head`.
 */
export function changeRole(
  viewer: Viewer,
  partyId: string,
  personId: string,
  { role }: NewRole,
): Promise<Refusal | undefined> {
  return act(viewer, partyId, ({ actor: by }) => ({ type: 'change-role', by, personId, role }))
}

/** Removes somebody from a party, or leaves it; the rights end at once. Refusals as for `changeRole`. */
export function removeMember(viewer: Viewer, partyId: string, personId: string): Promise<Refusal | undefined> {
  return act(viewer, partyId, ({ actor: by }) => ({ type: 'remove', by, personId }))
}

/**
 * An organizer sits for a party as its first head, as the leader of a study circle does: inviting and accepting in one act.
 * Refusals: `not-found`, and those of the rules, such as `party-has-had-a-head`.
 */
export function sitAsHead(viewer: Viewer, partyId: string): Promise<Refusal | undefined> {
  return act(viewer, partyId, ({ actor }) => ({
    type: 'accept-invitation',
    personId: actor.personId,
    invitation: { id: 'one’s own', role: 'head', invitedBy: actor },
  }))
}

async function act(
  viewer: Viewer,
  partyId: string,
  command: (scope: PartyScope) => PartyCommand,
): Promise<Refusal | undefined> {
  const work = async (tx: Tx): Promise<Refusal | undefined> => {
    const scope = await proveParty(tx, viewer, partyId, { lock: true })
    if (scope === null) return notFound
    const now = clock.now()
    const events = decideParty(await loadParty(tx, partyId, now), command(scope), now)
    if (isRefusal(events)) return events
    if (events.some(({ type }) => type === 'role-changed')) {
      const full = await changesToday(tx, scope.groupId, viewer.personId, now)
      if (full !== null) return full
    }
    const acting = { groupId: scope.groupId, partyId, actorId: viewer.personId }
    for (const event of events) if (event.type === 'member-removed') await holdMeetingsOf(tx, { ...event, ...acting })
    await savePartyEvents(tx, acting, events, now)
    for (const event of events) {
      const observes = event.type === 'role-changed' && event.role === 'observer'
      if (observes || event.type === 'member-removed') await participantLeaves(tx, { ...event, partyId })
      if (event.type === 'member-removed') await endOwnOffices(tx, { ...event, ...acting })
    }
    await followPartyEvents(tx, acting, events, now)
  }
  return asViewer(viewer, work, { write: true })
}

/** With the membership go the offices that the person held in meetings of that party alone. */
function endOwnOffices(tx: Tx, ending: Ending & { readonly partyId: string }): Promise<void> {
  const { personId, partyId } = ending
  const others = { party: { members: { some: { personId, removedAt: null } } } }
  return endOffices(tx, ending, { personId, meeting: { parties: { some: { partyId }, none: others } } })
}
