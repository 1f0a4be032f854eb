import type { Viewer } from '#lib/db/viewer.ts'
import { groupToMake } from '#store/group/acts.ts'
import { perform } from '#store/perform.ts'
import type { NewGroup } from '../schema.ts'

/** The instance admin makes a group. Refusals: `not-entitled`, `list-full`. */
export function createGroup(viewer: Viewer, input: NewGroup) {
  return perform(viewer, groupToMake(), () => input, { answer: ({ groupId: id }) => ({ id }) })
}
