import type { Refusal } from '#domain/refusal.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { deletionOf } from '#store/group/acts.ts'
import { perform } from '#store/perform.ts'

/**
 * Announces that the whole group will be deleted; its people are told, and have time to take along what they agreed. Refusals:
 * `not-found`, and those of the rule.
 */
export function announceDeletion(viewer: Viewer, groupId: string): Promise<{ deletesAt: string } | Refusal> {
  return perform(viewer, deletionOf(groupId), () => 'announce', {
    answer: (_, events) => {
      const announced = events.find((event) => event.type === 'deletion-announced')
      if (announced === undefined) throw new Error('A deletion that was announced names its day.')
      return { deletesAt: announced.deletesAt.toISOString() }
    },
    explain: ({ scope: { zone: timeZone } }, refusal): Refusal & { readonly timeZone?: string } =>
      'from' in refusal ? { ...refusal, timeZone } : refusal,
  })
}

/**
 * An organizer calls it off, or the head of a party stops it; those who were told of the deletion are told. Refusals:
 * `not-found`, and those of the rule.
 */
export function endDeletion(viewer: Viewer, groupId: string): Promise<Refusal | undefined> {
  return perform(viewer, deletionOf(groupId), () => 'end')
}
