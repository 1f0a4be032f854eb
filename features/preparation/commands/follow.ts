import type { Refusal } from '#domain/refusal.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { perform } from '#store/perform.ts'
import { assignment } from '#store/preparation/acts.ts'

/** I have done it, for myself or for my party. Refusals: `not-found`, and those of the rule. */
export function markDone(viewer: Viewer, assignmentId: string): Promise<undefined | Refusal> {
  return perform(viewer, assignment(assignmentId), () => 'mark-done')
}

/** I have not done it after all. */
export function markNotDone(viewer: Viewer, assignmentId: string): Promise<undefined | Refusal> {
  return perform(viewer, assignment(assignmentId), () => 'mark-not-done')
}

/** Takes it back, by whoever may have made it; it disappears from every list and count. */
export function cancelAssignment(viewer: Viewer, assignmentId: string): Promise<undefined | Refusal> {
  return perform(viewer, assignment(assignmentId), () => 'cancel')
}
