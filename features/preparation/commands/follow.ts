import type { Viewer } from '#lib/db/viewer.ts'
import { perform } from '#store/perform.ts'
import { assignment, type HeldAssignment } from '#store/preparation/acts.ts'

/** I have done it, for myself or for my party. Refusals: `not-found`, and those of the rule. */
export function markDone(viewer: Viewer, assignmentId: string) {
  return perform(viewer, assignment(assignmentId, 'mark-done'), asking('mark-done'))
}

/** I have not done it after all. */
export function markNotDone(viewer: Viewer, assignmentId: string) {
  return perform(viewer, assignment(assignmentId, 'mark-not-done'), asking('mark-not-done'))
}

/** Takes it back, by whoever may have made it; it disappears from every list and count. */
export function cancelAssignment(viewer: Viewer, assignmentId: string) {
  return perform(viewer, assignment(assignmentId, 'cancel'), asking('cancel'))
}

/** Gives what was taken back again, as it was, by whoever may have made it. */
export function restoreAssignment(viewer: Viewer, assignmentId: string) {
  return perform(viewer, assignment(assignmentId, 'restore'), asking('restore'))
}

function asking<Type extends 'mark-done' | 'mark-not-done' | 'cancel' | 'restore'>(type: Type) {
  return ({ by, assignment: asked }: HeldAssignment) => ({ type, by, assignment: asked })
}
