import { isObserver, type Participant, speaksFor } from '../meeting/participant.ts'

/** Who decides on a put version: a party, or in a study session one of its named participants (rule 6). */
export type Decider =
  | { readonly kind: 'party'; readonly partyId: string }
  | { readonly kind: 'person'; readonly personId: string }

/** The identity of a decider as one string: equal for equal deciders, and an order that never varies. */
export function deciderKey(decider: Decider): string {
  return decider.kind === 'party' ? `party:${decider.partyId}` : `person:${decider.personId}`
}

/** Whether two deciders are one: the party, or the person. */
export function sameDecider(one: Decider, other: Decider): boolean {
  if (one.kind === 'party') return other.kind === 'party' && one.partyId === other.partyId
  return other.kind === 'person' && one.personId === other.personId
}

/** The one among these deciders for whom somebody speaks: their party, also after it left, or in a study session themselves; null: none. */
export function deciderFor(by: Participant, deciders: readonly Decider[]): Decider | null {
  const speaksAs = (decider: Decider) =>
    decider.kind === 'party'
      ? speaksFor(by, decider.partyId)
      : decider.personId === by.group.personId && !isObserver(by)
  return deciders.find(speaksAs) ?? null
}
