import type { Viewer } from '#lib/db/viewer.ts'
import { foundingBackOf } from '#store/group/founding-back.ts'
import { perform } from '#store/perform.ts'

/**
 * Whoever founded the group takes the founding back, while it is theirs alone: the group goes at once, with everything in it. Refusals:
 * `not-found`, `not-entitled`, `founding-stands`.
 */
export function takeFoundingBack(viewer: Viewer, groupId: string) {
  return perform(viewer, foundingBackOf(groupId), () => 'take back', { timeoutMs: 60_000 })
}
