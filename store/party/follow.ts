import type { PartyEvent } from '#domain/party/party.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { endWaitingFor } from '#store/meeting/end-waiting.ts'
import { boundFirstComing } from './first-coming.ts'
import { revokeInvitations } from './revoke.ts'
import type { PartyAct } from './save.ts'

/**
 * What follows for what was announced when somebody is no longer in a party, or has another role: theirs ends, and what would
 * bring them back. And for meetings, when somebody is the first of a party. Belongs into the transaction of these events, after
 * they were saved.
 */
export async function followPartyEvents(
  tx: Tx,
  act: PartyAct,
  events: readonly PartyEvent[],
  now: Date,
): Promise<void> {
  for (const event of events) {
    if (event.type === 'joined') await boundFirstComing(tx, act, now)
    for (const personId of changedBy(event)) {
      const fromPartyId = event.type === 'member-removed' ? act.partyId : null
      await revokeInvitations(tx, act, { personId, fromPartyId, organized: false }, now)
      await endWaitingFor(tx, { ...act, personId })
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
