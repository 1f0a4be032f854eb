/** What an act on a conclusion changes in its meeting. */
import { decideMeeting } from '#domain/meeting/decide.ts'
import { seatFor } from '#domain/meeting/seats.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { MeetingScope } from '#store/access/meeting.ts'
import { meetingRows } from '#store/meeting/acts.ts'
import { loadMeeting } from '#store/meeting/load.ts'
import { byIn } from '#store/meeting/tell.ts'
import { type Holding, happen } from '#store/perform.ts'
import type { LoadedMeeting } from './facts.ts'

/** A meeting under its lock, and whoever acts in it. */
interface OnMeeting extends Holding {
  readonly scope: MeetingScope
  readonly meeting: LoadedMeeting
}

/** Rule 13: who acts for one party sits for it from then on, and for no other. */
export async function takeSeatAlong({ act, scope, meeting: { seated } }: OnMeeting): Promise<void> {
  if (seated.includes(scope.standing.personId)) return
  const meeting = await loadMeeting(act.tx, scope)
  await happen(meetingRows, { act, scope, by: byIn(scope), meeting }, seatFor(meeting, scope.inMeeting))
}

/** The adoption of its record is the last thing that happens to a meeting; the entry of the adoption tells it. */
export async function agreeRecord({ act, scope }: OnMeeting): Promise<void> {
  const meeting = await loadMeeting(act.tx, scope)
  const events = decideMeeting(meeting, { type: 'agree-record' }, act.now)
  if (isRefusal(events)) throw new Error(`The record was agreed, and the meeting says ${events.refused}.`)
  await happen(meetingRows, { act, scope, by: byIn(scope), meeting }, events)
}
