import type { Viewer } from '#lib/db/viewer.ts'
import { deletionEndOf, deletionOf } from '#store/group/acts.ts'
import { perform } from '#store/perform.ts'

/**
 * Announces that the whole group will be deleted; its people are told, and have time to take along what they agreed. Refusals:
 * `not-found`, and those of the rule.
 */
export function announceDeletion(viewer: Viewer, groupId: string) {
  return perform(viewer, deletionOf(groupId), () => 'announce', {
    answer: (_, events) => {
      const announced = events.find((event) => event.type === 'deletion-announced')
      if (announced === undefined) throw new Error('A deletion that was announced names its day.')
      return { deletesAt: announced.deletesAt.toISOString() }
    },
    explain: ({ scope: { zone: timeZone } }, refusal) => ('from' in refusal ? { ...refusal, timeZone } : refusal),
  })
}

/**
 * An organizer calls it off, or the head of a party stops it; those who were told of the deletion are told. Refusals:
 * `not-found`, and those of the rule.
 */
export function endDeletion(viewer: Viewer, groupId: string) {
  return perform(viewer, deletionEndOf(groupId), () => 'end')
}
