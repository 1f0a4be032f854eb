import { type Commitment, type CommitmentEvent, evolveCommitment } from '#domain/commitment.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { commitment, type HeldCommitment } from '#store/conclusion/commitment.ts'
import { perform } from '#store/perform.ts'

/** How a commitment goes now. */
export interface CommitmentNow {
  readonly id: string
  readonly state: Commitment['state']
}

/** It is done. */
export function markCommitmentDone(viewer: Viewer, id: string) {
  return perform(viewer, commitment(id, 'mark-done'), ({ actor: by }) => ({ type: 'mark-done', by }), { answer })
}

/** It will not be done, and why. */
export function drop(viewer: Viewer, id: string, { reason }: { readonly reason: string }) {
  return perform(viewer, commitment(id, 'drop'), ({ actor: by }) => ({ type: 'drop', by, reason }), { answer })
}

/** It is not done after all, or is taken up again, and why. */
export function reopen(viewer: Viewer, id: string, { reason }: { readonly reason: string }) {
  return perform(viewer, commitment(id, 'reopen'), ({ actor: by }) => ({ type: 'reopen', by, reason }), { answer })
}

function answer({ commitment: before }: HeldCommitment, events: readonly CommitmentEvent[]): CommitmentNow {
  return { id: before.id, state: events.reduce(evolveCommitment, before).state }
}
