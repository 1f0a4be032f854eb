import type { ConclusionKind } from '../conclusion/conclusion.ts'
import type { StanceKind } from '../conclusion/stance.ts'
import type { ActorRef, ItemRef, PartyRef, PersonRef, SideRef } from './entry.ts'

/** A conclusion, by the title it had. `item`: the agenda item under which it was drafted. */
export type ConclusionRef = {
  readonly id: string
  readonly kind: ConclusionKind
  readonly title: string
  readonly item: ItemRef | null
}

/** Who does what by when, as worded. */
export type CommitmentText = {
  readonly what: string
  readonly party: PartyRef | null
  readonly person: PersonRef | null
  readonly dueOn: string | null
}

/**
 * Passages as cited, by the names they had; those of a text that is limited to some parties are left out, because a record may
 * be shared with those for whom it does not exist. `text`: the title of their text. `quote`: the words, where words were cited.
 */
export type CitedText = { readonly text: string; readonly reference: string; readonly quote: string | null }

/** A wording with all that belongs to it. */
export type VersionText = {
  readonly number: number
  readonly wording: string
  readonly passages: readonly CitedText[]
  readonly commitments: readonly CommitmentText[]
}

/** The entry of this record up to which the minutes are put and agreed. */
export type UpTo = { readonly sequence: number; readonly hash: string }

type Of = { readonly conclusion: ConclusionRef }
type OfVersion = Of & { readonly version: number }
type OfCommitment = Of & { readonly by: ActorRef; readonly place: number; readonly what: string }

/** Everything that happens to a conclusion, from its draft to its annex. */
export type ConclusionEntry =
  | (Of & { readonly kind: 'draft-made'; readonly by: ActorRef; readonly text: VersionText })
  | (Of & { readonly kind: 'version-made'; readonly by: ActorRef; readonly text: VersionText })
  | (OfVersion & {
      readonly kind: 'put'
      readonly by: ActorRef
      readonly deciders: readonly SideRef[]
      /**
       * The content hash of what is put (`domain/conclusion/canonical.ts`): what is adopted has the same. Absent in entries that
       * were written before it was told; see `docs/decisions/013-adopted-from-the-chain.md` for what those prove.
       */
      readonly contentHash?: string
    })
  /**
   * `by` null: because a decider left (rule 15); `reason` then names it, and `left` says who it is (absent in entries that were
   * written before it was told).
   */
  | (OfVersion & {
      readonly kind: 'taken-back'
      readonly by: ActorRef | null
      readonly reason: string
      readonly left?: SideRef | null
    })
  /** A stance shows who gave it and how they had signed in (rule 13). `words`: the reservation or reason. */
  | (OfVersion & {
      readonly kind: 'stance-taken'
      readonly by: ActorRef
      readonly side: SideRef
      readonly stance: StanceKind
      readonly words: string
      readonly referendumBy: string | null
      /** The zone of the party, in which that day ends; absent in entries that were written before it was told. */
      readonly referendumZone?: string | null
      readonly signInMethod: string
    })
  | (OfVersion & { readonly kind: 'adopted'; readonly contentHash: string })
  | (OfVersion & { readonly kind: 'fixed-ad-referendum'; readonly awaiting: readonly SideRef[] })
  /** The principals' word on a text that was fixed ad referendum (rule 8). */
  | (OfVersion & {
      readonly kind: 'confirmed' | 'declined'
      readonly by: ActorRef
      readonly side: SideRef
      readonly reason: string
      readonly signInMethod: string
    })
  /** `overdue`: whose date passed; empty: too few parties were left to adopt a resolution (rule 15). */
  | (OfVersion & { readonly kind: 'lapsed'; readonly overdue: readonly SideRef[] })
  | (OfVersion & { readonly kind: 'withdrawn'; readonly by: ActorRef; readonly reason: string })
  | (Of & {
      readonly kind: 'divergence-recorded'
      readonly by: ActorRef
      readonly origin: ConclusionRef
      readonly sides: readonly SideRef[]
    })
  | (Of & { readonly kind: 'divergence-words'; readonly by: ActorRef; readonly side: SideRef; readonly words: string })
  /** `successor` null: it is of another meeting, whose existence is not for everybody who reads this record. */
  | (Of & { readonly kind: 'superseded'; readonly successor: ConclusionRef | null })
  | (OfCommitment & { readonly kind: 'commitment-done' })
  | (OfCommitment & { readonly kind: 'commitment-dropped' | 'commitment-reopened'; readonly reason: string })
  | (OfVersion & {
      readonly kind: 'record-put'
      readonly by: ActorRef
      readonly upTo: UpTo
      readonly deciders: readonly SideRef[]
      /** As in `put`. */
      readonly contentHash?: string
    })
  | (OfVersion & { readonly kind: 'record-agreed'; readonly upTo: UpTo; readonly contentHash: string })
  /** A party agrees that this is shared; `inForce` once all have. */
  | (Of & {
      readonly kind: 'shared'
      readonly by: ActorRef
      readonly party: PartyRef
      readonly audience: 'group' | 'public'
      readonly inForce: boolean
    })
  /** A party takes its agreement back: from here on it is not shared. */
  | (Of & {
      readonly kind: 'unshared'
      readonly by: ActorRef
      readonly party: PartyRef
      readonly audience: 'group' | 'public'
    })
