/** What happens to the people of one of several parties in one act. */
import type { PartyEvent } from '#domain/party/party.ts'
import type { Holding } from '#store/perform.ts'
import type { Telling } from '#store/telling.ts'
import { type Governed, partyRows } from './acts.ts'

/** An event of one party, with the party that it happens to. */
export interface InParty {
  readonly type: 'in-party'
  readonly party: Pick<Governed, 'partyId' | 'name'>
  readonly event: PartyEvent
}

/** In which group, and whoever acts. */
interface InGroup extends Holding {
  readonly groupId: string
  readonly actorId: string
}

/** Writes what follows from it (`partyRows`). */
export function saveInParty({ act, groupId, actorId }: InGroup, { party, event }: InParty): Promise<void> {
  return partyRows.save({ act, groupId, actorId, ...party }, [event])
}

/** Whom it tells what (`partyRows`). */
export function tellInParty({ act, groupId, actorId }: InGroup, { party, event }: InParty): Telling {
  return partyRows.tell(event, { act, groupId, actorId, ...party }, [event])
}
