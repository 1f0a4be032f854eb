import { seesContents } from '#domain/access.ts'
import { notEntitled } from '#domain/refusal.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { meeting } from '#store/meeting/acts.ts'
import { perform } from '#store/perform.ts'

/** The meeting comes to an item; the one before it is finished by that. */
export function startItem(viewer: Viewer, meetingId: string, itemId: string) {
  return perform(viewer, meeting(meetingId, 'start-item'), async ({ act: { tx }, scope }) => {
    // Whoever does not see the contents learns of no item, and goes to none.
    if (!seesContents(scope.sight)) return notEntitled
    const known = await tx.agendaItem.count({ where: { id: itemId, meetingId: scope.meetingId } })
    if (known === 0) return { refused: 'no-such-item' }
    return { type: 'start-item', by: scope.inMeeting, itemId }
  })
}

/** The current item is done; no other begins. */
export function finishItem(viewer: Viewer, meetingId: string) {
  return perform(viewer, meeting(meetingId, 'close-item'), ({ scope }) =>
    seesContents(scope.sight) ? { type: 'close-item', by: scope.inMeeting } : notEntitled,
  )
}
