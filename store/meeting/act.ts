import type { MeetingCommand } from '#domain/meeting/command.ts'
import { decideMeeting } from '#domain/meeting/decide.ts'
import type { MeetingEvent } from '#domain/meeting/event.ts'
import { isUnknown, type Meeting } from '#domain/meeting/meeting.ts'
import type { ActorRef, RecordEntry } from '#domain/record/entry.ts'
import { isRefusal, notFound, type Refusal } from '#domain/refusal.ts'
import { clock } from '#lib/clock.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { asViewer } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { isUuid } from '#lib/uuid.ts'
import { type MeetingScope, proveMeeting } from '#store/access/meeting.ts'
import { roomFor } from '#store/record/room.ts'
import { loadMeeting } from './load.ts'
import { recordChange, recordEvents } from './record-events.ts'
import { saveEvents } from './save.ts'

/** A meeting under its lock, and whoever acts on it. */
export interface Act {
  readonly tx: Tx
  readonly scope: MeetingScope
  readonly meeting: Meeting
  readonly now: Date
}

/** Locks that an act needs besides the meeting, and that come before it. */
type Before = (tx: Tx, meetingId: string) => Promise<void>

const nothing: Before = async () => {}

/** One transaction on a locked meeting; `not-found` for whoever may not know of it. */
export function onMeeting<T>(
  viewer: Viewer,
  meetingId: string,
  work: (act: Act) => Promise<T | Refusal>,
  before: Before = nothing,
): Promise<T | Refusal> {
  return asViewer(
    viewer,
    async (tx) => {
      if (!isUuid(meetingId)) return notFound
      await before(tx, meetingId)
      const scope = await proveMeeting(tx, viewer, meetingId, { lock: true })
      if (scope === null) return notFound
      return work({ tx, scope, meeting: await loadMeeting(tx, scope), now: clock.now() })
    },
    { write: true },
  )
}

/** Puts a command to the domain and writes what comes of it. Undefined: it was done, or nothing was to do. */
export async function carryOut(act: Act, command: MeetingCommand): Promise<undefined | Refusal> {
  const events = decideMeeting(act.meeting, command, act.now)
  if (isRefusal(events)) return events
  const { tx, scope } = act
  const full = await roomFor(
    tx,
    scope.meetingId,
    events.map(({ type }) => type),
  )
  if (full !== null) return full
  await happen(act, events)
}

/** A meeting under its lock, and whoever has been found to act in it. */
export interface Happening extends Omit<Act, 'scope'> {
  readonly scope: Pick<MeetingScope, 'groupId' | 'standing' | 'meetingId' | 'inMeeting'>
}

/** Writes what was decided on the locked meeting, and tells its record, which is locked last. */
export async function happen(
  { tx, scope, meeting, now }: Happening,
  events: readonly MeetingEvent[],
  along: () => Promise<void> = async () => {},
): Promise<void> {
  await saveEvents(tx, { ...scope, personId: scope.standing.personId }, events, now)
  await along()
  await recordEvents(tx, { scope, unknown: isUnknown(meeting), now }, events)
}

/** Tells the record of a change that the meeting's rules do not decide, once its parties know of the meeting. */
export function tellChange({ tx, scope, meeting, now }: Act, tell: (by: ActorRef) => RecordEntry): Promise<void> {
  return recordChange(tx, { scope, unknown: isUnknown(meeting), now }, tell)
}

/** One command on one meeting. */
export function command(
  viewer: Viewer,
  meetingId: string,
  ask: (act: Act) => MeetingCommand | Refusal | Promise<MeetingCommand | Refusal>,
  before: Before = nothing,
): Promise<undefined | Refusal> {
  const work = async (act: Act) => {
    const asked = await ask(act)
    return isRefusal(asked) ? asked : carryOut(act, asked)
  }
  return onMeeting(viewer, meetingId, work, before)
}
