import type { Refusal } from '#domain/refusal.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { lockConcerned, returnToDraft } from '#store/conclusion/departure.ts'
import { carryOut, onMeeting } from '#store/meeting/act.ts'

/** A party leaves the meeting (rule 15); what was put to it returns to draft. By its head or a deputy. */
export function leaveMeeting(viewer: Viewer, meetingId: string, partyId: string): Promise<undefined | Refusal> {
  return onMeeting(viewer, meetingId, async (act) => {
    const { tx, scope, now } = act
    await lockConcerned(tx, [meetingId])
    const refusal = await carryOut(act, { type: 'party-leaves', by: scope.inMeeting, partyId })
    if (refusal !== undefined) return refusal
    await returnToDraft(tx, meetingId, { kind: 'party', partyId }, now)
  })
}
