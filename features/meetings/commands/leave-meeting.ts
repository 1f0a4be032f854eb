import type { Viewer } from '#lib/db/viewer.ts'
import { lockConcerned } from '#store/conclusion/departure.ts'
import { meeting } from '#store/meeting/acts.ts'
import { perform } from '#store/perform.ts'

/** A party leaves the meeting (rule 15); what was put to it returns to draft. By its head or a deputy. */
export function leaveMeeting(viewer: Viewer, meetingId: string, partyId: string) {
  const left = meeting(meetingId, 'party-leaves', { after: (tx) => lockConcerned(tx, [meetingId]) })
  return perform(viewer, left, ({ scope: { inMeeting: by } }) => ({ type: 'party-leaves', by, partyId }))
}
