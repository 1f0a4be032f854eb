import { clock } from '#lib/clock.ts'
import { asViewer } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { isUuid } from '#lib/uuid.ts'
import { proveMeeting } from '#store/access/meeting.ts'
import { append } from '#store/record/append.ts'

/**
 * Notes that wait to be told are told now, so that a document that somebody takes out holds all that was saved. Nothing for
 * whoever does not see the contents of the meeting, and mostly nothing is to do: then nothing is locked.
 */
export async function tellNotes(viewer: Viewer, meetingId: string): Promise<void> {
  if (!isUuid(meetingId)) return
  const waits = await asViewer(viewer, async (tx) => {
    const scope = await proveMeeting(tx, viewer, meetingId)
    return (
      scope?.sight === 'contents' &&
      (await tx.recordHead.count({ where: { meetingId, notesSince: { not: null } } })) > 0
    )
  })
  if (!waits) return
  await asViewer(
    viewer,
    async (tx) => {
      const scope = await proveMeeting(tx, viewer, meetingId, { lock: true })
      if (scope?.sight === 'contents') await append(tx, scope, [], clock.now())
    },
    { write: true },
  )
}
