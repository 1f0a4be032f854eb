import { type Commitment, type CommitmentCommand, evolveCommitment } from '#domain/commitment.ts'
import type { Participant } from '#domain/meeting/participant.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { commitment } from '#store/conclusion/commitment.ts'
import { perform } from '#store/perform.ts'

/** How a commitment goes now. */
export interface Followed {
  readonly id: string
  readonly state: Commitment['state']
}

/** It is done. */
export function markDone(viewer: Viewer, commitmentId: string): Promise<Followed | Refusal> {
  return follow(viewer, commitmentId, (by) => ({ type: 'mark-done', by }))
}

/** It will not be done, and why. */
export function drop(
  viewer: Viewer,
  commitmentId: string,
  { reason }: { readonly reason: string },
): Promise<Followed | Refusal> {
  return follow(viewer, commitmentId, (by) => ({ type: 'drop', by, reason }))
}

/** It is not done after all, or is taken up again, and why. */
export function reopen(
  viewer: Viewer,
  commitmentId: string,
  { reason }: { readonly reason: string },
): Promise<Followed | Refusal> {
  return follow(viewer, commitmentId, (by) => ({ type: 'reopen', by, reason }))
}

function follow(
  viewer: Viewer,
  id: string,
  command: (by: Participant) => CommitmentCommand,
): Promise<Followed | Refusal> {
  return perform(viewer, commitment(id), ({ actor }) => command(actor), {
    answer: (held, events) => ({ id, state: events.reduce(evolveCommitment, held.commitment).state }),
  })
}
