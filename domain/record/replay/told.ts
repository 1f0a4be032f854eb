import type { Commitment } from '../../commitment.ts'
import type { Conclusion } from '../../conclusion/conclusion.ts'
import type { Decider } from '../../conclusion/decider.ts'
import type { ConclusionEntry, UpTo, VersionText } from '../conclusion-entry.ts'
import type { RecordEntry, SideRef } from '../entry.ts'

/** An entry at its place in the chain; `entry` is null once it was erased. */
export interface ChainedLine {
  readonly sequence: number
  /** ISO 8601, UTC. */
  readonly at: string
  readonly hash: string
  readonly entry: RecordEntry | null
}

/**
 * A conclusion as its record tells it. Its citations are empty: an entry names passages for reading, and the content hash of
 * what was put holds them exactly.
 */
export interface ReplayedConclusion {
  readonly conclusion: Conclusion
  /** What the current version says, as told; null: a divergence. */
  readonly text: VersionText | null
  /** Where the current version was put; null: it is not, or was taken back. */
  readonly putAt: number | null
  /** The content hash under which it was put; null: it is not put, or was put before hashes were told. */
  readonly putHash: string | null
  /** Of minutes: the entry up to which they go. */
  readonly upTo: UpTo | null
  /** How each commitment of the adopted version goes, by its place. */
  readonly commitments: readonly Pick<Commitment, 'state' | 'reason'>[]
  /** The parties that agree to its being shared. */
  readonly sharedBy: readonly string[]
  /** They all do: the group sees it. */
  readonly shared: boolean
}

/** What the procedure does not know; its words stand in `messages/`, as `records.wrong`. */
export type Wrong =
  /** It was never opened. */
  | 'not-begun'
  | 'begun-already'
  /** It is called otherwise, or is of another kind, than when it was opened. */
  | 'renamed'
  /** Where it stands, or where its meeting stands, this cannot happen. */
  | 'out-of-turn'
  | 'wrong-version'
  /** Something without which it cannot be put, or answered, is missing. */
  | 'incomplete'
  /** Those who decide are not the parties that were there, too few, or one of them twice. */
  | 'other-deciders'
  /** Whoever acted does not speak for that side, or the side is not asked. */
  | 'not-theirs'
  /** Not every decider had agreed to this version, or the answers do not carry it (rule 7). */
  | 'not-carried'
  /** The answers decided it, and what they decided did not follow. */
  | 'not-followed'
  /** What is adopted is not what was put. */
  | 'other-words'
  /** It names an entry that this record does not have. */
  | 'no-such-entry'
  /** What it rests on, or what takes its place, is not as it says. */
  | 'other-conclusion'
  | 'no-such-commitment'

/** An entry that tells what the procedure does not allow. */
export interface Unlawful {
  readonly fault: 'unlawful'
  readonly sequence: number
  /** What the conclusion is called in the entry. */
  readonly title: string
  readonly wrong: Wrong
}

/** Whether an entry tells of a conclusion. */
export function isOfConclusion(entry: RecordEntry): entry is ConclusionEntry {
  return 'conclusion' in entry
}

/** The decider whom a side of an entry names. */
export function deciderOfSide({ kind, id }: SideRef): Decider {
  return kind === 'party' ? { kind, partyId: id } : { kind, personId: id }
}
