/**
 * What the record of a meeting says, entry by entry: everything that happened in it and that all its parties may see. An
 * entry stands alone: it carries the names as they were at that moment, so that an exported record can be read by somebody
 * who has nothing else. Instants are ISO 8601 in UTC, dates `YYYY-MM-DD`: an entry is JSON (see `../canonical-json.ts`).
 */
import type { ConclusionEntry } from './conclusion-entry.ts'
import type { FloorEntry } from './floor-entry.ts'
import type { PlanEntry } from './plan-entry.ts'

// Types and not interfaces: only a type is known to be plain JSON.

/** A person, by the name they had. */
export type PersonRef = { readonly id: string; readonly name: string }

/** A party, by the name it had. */
export type PartyRef = { readonly id: string; readonly name: string }

/** Somebody who acted, and the party for which they sat; null: for none. */
export type ActorRef = { readonly person: PersonRef; readonly party: PartyRef | null }

/** An agenda item, by the title it had. */
export type ItemRef = { readonly id: string; readonly title: string }

/** Who decides: a party, or in a study session a participant. */
export type SideRef = { readonly kind: 'party' | 'person'; readonly id: string; readonly name: string }

/** Everything that is ever recorded. */
export type RecordEntry = PlanEntry | FloorEntry | ConclusionEntry

export type RecordKind = RecordEntry['kind']

/** An entry at its place in the record; `entry` is null once it was erased. */
export interface RecordLine {
  readonly sequence: number
  /** ISO 8601, UTC. */
  readonly at: string
  readonly entry: RecordEntry | null
}
