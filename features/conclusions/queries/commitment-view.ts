import type { FollowedState } from '#domain/commitment.ts'
import type { PartyRef, PersonRef } from '#domain/record/entry.ts'

/** `proposed` in a version that is not adopted; `late` open past its day; `replaced` by a later conclusion. */
export type CommitmentStateView = 'proposed' | FollowedState

/** Who does what by when. In a draft something may still be missing. */
export interface CommitmentView {
  readonly id: string
  readonly what: string
  readonly party: PartyRef | null
  readonly person: PersonRef | null
  /** `YYYY-MM-DD`, in the responsible party's zone. */
  readonly dueOn: string | null
  readonly state: CommitmentStateView
  /** Why it was dropped, or taken up again. */
  readonly reason: string | null
  readonly can: { readonly done: boolean; readonly drop: boolean; readonly reopen: boolean }
}

/** A commitment in a list across meetings: it says where it came from. */
export interface CommitmentLine extends CommitmentView {
  readonly groupId: string
  /** The viewer belongs to the responsible party. */
  readonly mine: boolean
  readonly conclusion: { readonly id: string; readonly title: string }
  /** Null: the conclusion is shared with the viewer, its meeting is not. */
  readonly meeting: { readonly id: string; readonly title: string } | null
}
