import { notFound, type Refusal } from '#domain/refusal.ts'
import { standingOf } from '#lib/access/meeting.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { command } from '#lib/meeting/act.ts'

/** Somebody is here: oneself, or somebody whom the rapporteur sees come. They take their seat by it (rule 13). */
export function come(viewer: Viewer, meetingId: string, personId: string): Promise<undefined | Refusal> {
  return move(viewer, meetingId, personId, 'come')
}

export function leave(viewer: Viewer, meetingId: string, personId: string): Promise<undefined | Refusal> {
  return move(viewer, meetingId, personId, 'leave')
}

function move(
  viewer: Viewer,
  meetingId: string,
  personId: string,
  type: 'come' | 'leave',
): Promise<undefined | Refusal> {
  return command(viewer, meetingId, async ({ tx, scope }) => {
    // Whoever knows no more than that it is held learns nothing of who is there.
    if (scope.sight === 'existence') return notFound
    const who = await standingOf(tx, scope, personId)
    return who === null ? notFound : { type, by: scope.inMeeting, who }
  })
}
