import { decideTitles } from '#domain/meeting/titles.ts'
import { isRefusal, type Refusal } from '#domain/refusal.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { onMeeting, tellChange } from '#store/meeting/act.ts'
import { roomFor } from '#store/record/room.ts'

/** One party of a bilateral says whether the organizer may see the titles of its items (domain/meeting/titles.ts). */
export function shareTitles(viewer: Viewer, meetingId: string, shared: boolean): Promise<undefined | Refusal> {
  return onMeeting(viewer, meetingId, async (act) => {
    const { tx, scope, meeting } = act
    const row = await tx.meeting.findUniqueOrThrow({
      where: { id: scope.meetingId },
      select: { sharesAgendaTitles: true, titlesAskedByPartyId: true },
    })
    const before = { shared: row.sharesAgendaTitles, askedByPartyId: row.titlesAskedByPartyId }
    const after = decideTitles(before, meeting, scope.inMeeting, shared)
    if (isRefusal(after)) return after
    const full = shared ? await roomFor(tx, scope.meetingId, ['titles-shared']) : null
    if (full !== null) return full
    await tx.meeting.update({
      where: { id: scope.meetingId },
      data: { sharesAgendaTitles: after.shared, titlesAskedByPartyId: after.askedByPartyId },
    })
    if (after.shared === before.shared && after.askedByPartyId === before.askedByPartyId) return
    await tellChange(act, (by) =>
      shared ? { kind: 'titles-shared', by, inForce: after.shared } : { kind: 'titles-unshared', by },
    )
  })
}
