import { decideMeeting } from '#domain/meeting/decide.ts'
import type { Warning } from '#domain/meeting/warnings.ts'
import { isRefusal, type Refusal } from '#domain/refusal.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { happen, onMeeting } from '#store/meeting/act.ts'
import { loadPreparedness } from '#store/meeting/preparedness.ts'

/** The meeting is held from now on. What was warned about is allowed all the same, and recorded (M1, M5). */
export function openMeeting(
  viewer: Viewer,
  meetingId: string,
): Promise<{ readonly warnings: readonly Warning[] } | Refusal> {
  return onMeeting(viewer, meetingId, async (act) => {
    const { tx, scope, meeting, now } = act
    const preparedness = await loadPreparedness(tx, scope)
    const events = decideMeeting(meeting, { type: 'open', by: scope.inMeeting, preparedness }, now)
    if (isRefusal(events)) return events
    await happen(act, events)
    return { warnings: events.flatMap((event) => (event.type === 'opened' ? event.warnings : [])) }
  })
}
