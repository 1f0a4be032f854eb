import type { Viewer } from '#lib/db/viewer.ts'
import { namesOfParty, newPartyIn } from '#store/party/naming.ts'
import { perform } from '#store/perform.ts'
import type { NewParty, PartyDescribed } from '../schema.ts'

/** An organizer makes a party. Refusals: `not-found`, `not-entitled`, `party-name-taken`, `party-name-too-alike`, `list-full`. */
export function createParty(viewer: Viewer, groupId: string, input: NewParty) {
  return perform(viewer, newPartyIn(groupId), () => input, { answer: ({ partyId: id }) => ({ id }) })
}

/**
 * Changes what a party is called: the party itself does, through its head or a deputy; before it has a head, the organizer.
 * Refusals: `not-found`, `not-entitled`, `party-has-left`, `party-name-taken`, `party-name-too-alike`, `day-full`; `changed-meanwhile`
 * where somebody else changed the same field since it was seen.
 */
export function changeParty(viewer: Viewer, partyId: string, { seen, ...to }: PartyDescribed) {
  return perform(viewer, namesOfParty(partyId), () => ({ to, seen }), {
    answer: (_, [changed]) => (changed?.type === 'party-changed' ? changed.to : to),
  })
}
