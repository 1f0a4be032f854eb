import type { Viewer } from '#lib/db/viewer.ts'
import { organizerOf } from '#store/group/acts.ts'
import { perform } from '#store/perform.ts'

/**
 * An organizer leaves, or is removed by another; the rights end at once, with them all that they announced and that has not
 * taken effect, and with the last place in the group the offices that organizers give. Refusals: `not-found`, and those of the
 * rule.
 */
export function removeOrganizer(viewer: Viewer, groupId: string, personId: string) {
  return perform(viewer, organizerOf(groupId, personId), () => 'remove')
}
