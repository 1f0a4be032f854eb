/** Sides of a decision, as entries name them. */
import { type Decider, deciderKey } from '../../conclusion/decider.ts'
import type { Stance } from '../../conclusion/stance.ts'
import type { ActorRef, SideRef } from '../entry.ts'
import { deciderOfSide } from './told.ts'

/** The identity of a side: that of its decider (`deciderKey`). */
export const sideKey = (side: SideRef): string => deciderKey(deciderOfSide(side))
/** The identity of whoever took a stance (`deciderKey`). */
export const keyOf = ({ decider }: Stance): string => deciderKey(decider)
/** Whether a side of an entry names this decider. */
export function isSide(one: Decider, { kind, id }: SideRef): boolean {
  return one.kind === 'party' ? kind === 'party' && one.partyId === id : kind === 'person' && one.personId === id
}

/** Rule 13: for the party for which they sit, or in a study session for themselves. */
export function speaks({ person, party }: ActorRef, side: Pick<SideRef, 'kind' | 'id'>): boolean {
  return side.kind === 'party' ? party?.id === side.id : person.id === side.id
}

/** Whether two lists without repetition hold the same ids, in whichever order. */
export function sameIds(ones: readonly string[], others: readonly string[]): boolean {
  return ones.length === others.length && ones.every((id) => others.includes(id))
}
