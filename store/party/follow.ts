import type { PartyEvent } from '#domain/party/party.ts'
import { endWaitingFor } from '#store/meeting/end-waiting.ts'
import type { Governed } from './acts.ts'
import { boundFirstComing } from './first-coming.ts'
import { revokeInvitations } from './revoke.ts'

/**
 * What follows for what was announced when somebody is no longer in a party, or has another role: theirs ends, and what would
 * bring them back. And for meetings, when somebody is the first of a party. Belongs into the act of these events, after they were
 * saved.
 */
export async function followPartyEvents(held: Governed, events: readonly PartyEvent[]): Promise<void> {
  const { act, groupId, partyId, actorId } = held
  for (const event of events) {
    if (event.type === 'joined') await boundFirstComing(act, partyId)
    for (const personId of changedBy(event)) {
      const fromPartyId = event.type === 'member-removed' ? partyId : null
      await revokeInvitations(act, { groupId, actorId }, { personId, fromPartyId, organized: false })
      await endWaitingFor(act, { groupId, partyId, actorId, personId })
    }
  }
}

function changedBy(event: PartyEvent): readonly string[] {
  switch (event.type) {
    case 'member-removed':
    case 'role-changed':
      return [event.personId]
    case 'head-replaced':
      return event.formerHeadIds
    case 'invited':
    case 'joined':
    case 'replacement-announced':
    case 'replacement-stopped':
    case 'party-left':
      return []
    default:
      return event satisfies never
  }
}
