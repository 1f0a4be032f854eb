import type { FollowedState } from '#domain/commitment.ts'

/** `proposed` in a version that is not adopted; `late` open past its day; `replaced` by a later conclusion. */
export type CommitmentStateView = 'proposed' | FollowedState
