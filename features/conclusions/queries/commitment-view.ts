import type { followedStates } from '#domain/commitment.ts'

/** `proposed` in a version that is not adopted; `late` open past its day; `replaced` by a later conclusion. */
export type CommitmentStateView = 'proposed' | (typeof followedStates)[number]
