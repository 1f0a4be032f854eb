/** What an act on a conclusion changes in its meeting. */
import { decideMeeting } from '#domain/meeting/decide.ts'
import { seatFor } from '#domain/meeting/seats.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { MeetingScope } from '#store/access/meeting.ts'
import { loadMeeting } from '#store/meeting/load.ts'
import { saveEvents } from '#store/meeting/save.ts'
import type { LoadedMeeting } from './facts.ts'

/** A meeting under its lock, and whoever acts in it. */
export interface OnMeeting {
  readonly tx: Tx
  readonly scope: MeetingScope
  readonly meeting: LoadedMeeting
  readonly now: Date
}

/** Rule 13: who acts for one party sits for it from then on, and for no other. */
export async function takeSeatAlong({ tx, scope, meeting, now }: OnMeeting): Promise<void> {
  const { personId } = scope.standing
  if (meeting.seated.includes(personId)) return
  const events = seatFor(await loadMeeting(tx, scope), scope.inMeeting)
  await saveEvents(tx, { ...scope, personId }, events, now)
}

/** The adoption of its record is the last thing that happens to a meeting; its entry stands in the record already. */
export async function agreeRecord({ tx, scope, now }: OnMeeting): Promise<void> {
  const events = decideMeeting(await loadMeeting(tx, scope), { type: 'agree-record' }, now)
  if (isRefusal(events)) throw new Error(`The record was agreed, and the meeting says ${events.refused}.`)
  await saveEvents(tx, { ...scope, personId: scope.standing.personId }, events, now)
}
