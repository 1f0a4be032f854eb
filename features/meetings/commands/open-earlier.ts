import { seesContents } from '#domain/access.ts'
import { notEntitled } from '#domain/refusal.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { meeting } from '#store/meeting/acts.ts'
import { perform } from '#store/perform.ts'

/** A party would open to one that joined later what was written before, or no longer would (domain/meeting/earlier.ts). */
export function openEarlier(
  viewer: Viewer,
  meetingId: string,
  { partyId, open }: { readonly partyId: string; readonly open: boolean },
) {
  return perform(viewer, meeting(meetingId, 'open-earlier'), ({ scope }) =>
    seesContents(scope.sight) ? { type: 'open-earlier', by: scope.inMeeting, partyId, agree: open } : notEntitled,
  )
}
