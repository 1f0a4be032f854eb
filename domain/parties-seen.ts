/** A list of parties that is said anew as a whole: whoever says it has seen the one that stands, so that no other change is lost. */
import type { Refusal } from './refusal.ts'

/** What somebody makes of a list of parties; order says nothing. */
export interface PartiesSaid {
  readonly partyIds: readonly string[]
  /** Those that stood there when they looked. */
  readonly seen: readonly string[]
}

/** Somebody else changed the list since it was seen; `partyIds`: those that stand there now. */
export interface PartiesChanged extends Refusal<'parties-changed'> {
  readonly partyIds: readonly string[]
}

/** Refusal: `parties-changed` where others stand there now than were seen, unless they are those that are said. */
export function refuseUnseen(stands: readonly string[], { partyIds, seen }: PartiesSaid): PartiesChanged | null {
  if (areSame(stands, seen) || areSame(stands, partyIds)) return null
  return { refused: 'parties-changed', partyIds: stands }
}

function areSame(one: readonly string[], other: readonly string[]): boolean {
  const ids = new Set(one)
  return ids.size === new Set(other).size && other.every((id) => ids.has(id))
}
