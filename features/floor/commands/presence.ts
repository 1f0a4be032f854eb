import { notFound } from '#domain/refusal.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { type MeetingScope, standingOf } from '#store/access/meeting.ts'
import { meeting } from '#store/meeting/acts.ts'
import { perform } from '#store/perform.ts'

/** Somebody is here: oneself, or somebody whom the rapporteur sees come. They take their seat by it (rule 13). */
export function come(viewer: Viewer, meetingId: string, personId: string) {
  return perform(viewer, meeting(meetingId, 'come'), async ({ act: { tx }, scope }) => {
    if (!knowsWhoIsThere(scope)) return notFound
    return { type: 'come', by: scope.inMeeting, who: await standingOf(tx, scope, personId) }
  })
}

/** Somebody has gone: oneself, or somebody whom the rapporteur sees go. */
export function leave(viewer: Viewer, meetingId: string, personId: string) {
  return perform(viewer, meeting(meetingId, 'leave'), ({ scope }) =>
    knowsWhoIsThere(scope) ? { type: 'leave', by: scope.inMeeting, personId } : notFound,
  )
}

/** Whoever knows no more than that it is held learns nothing of who is there. */
function knowsWhoIsThere({ sight }: MeetingScope): boolean {
  return sight !== 'existence'
}
