import type { Viewer } from '#lib/db/viewer.ts'
import { meeting, type OnMeeting } from '#store/meeting/acts.ts'
import { loadPreparedness } from '#store/meeting/preparedness.ts'
import { perform } from '#store/perform.ts'

/** The meeting is held from now on. What was warned about is allowed all the same, and recorded (M1, M5). */
export function openMeeting(viewer: Viewer, meetingId: string) {
  const command = async ({ act: { tx }, scope }: OnMeeting) =>
    ({ type: 'open', by: scope.inMeeting, preparedness: await loadPreparedness(tx, scope) }) as const
  return perform(viewer, meeting(meetingId, 'open'), command, {
    answer: (_, events) => ({
      warnings: events.flatMap((event) => (event.type === 'opened' ? event.warnings : [])),
    }),
  })
}
