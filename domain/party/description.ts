/** Who makes a party, and who says what it is called and where it lives. */
import { type NotEntitled, notEntitled, type Refusal } from '../refusal.ts'
import type { PersonInGroup } from './membership.ts'
import { headsOf, memberOf, type Party } from './party.ts'

/** An organizer makes the parties of a group. Null: may. */
export function refuseCreating(by: PersonInGroup): NotEntitled | null {
  return by.organizer ? null : notEntitled
}

export type DescribingRefusal = Refusal<'party-has-left'> | NotEntitled

/** The party says it itself, by its head or a deputy; before it has a head, an organizer does. Null: may. */
export function refuseDescribing(party: Party, by: PersonInGroup): DescribingRefusal | null {
  if (party.leftAt !== null) return { refused: 'party-has-left' }
  const own = memberOf(party, by.personId)?.role
  const governs = own === 'head' || own === 'deputy'
  return governs || (by.organizer && headsOf(party).length === 0) ? null : notEntitled
}
