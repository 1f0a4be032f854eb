/** Acts on a meeting: what they hold, how they are decided on, saved and told. */
import type { MeetingCommand } from '#domain/meeting/command.ts'
import { type MeetingCommands, type MeetingRefusals, meetingDeciders } from '#domain/meeting/decide.ts'
import type { MeetingEvent } from '#domain/meeting/event.ts'
import type { Meeting } from '#domain/meeting/meeting.ts'
import type { RecordFull } from '#domain/record/bounds.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { isUuid } from '#lib/uuid.ts'
import { type MeetingScope, proveMeeting } from '#store/access/meeting.ts'
import { returnToDraft } from '#store/conclusion/departure.ts'
import type { ActInProgress, Aggregate, Follows, Holding, Target } from '#store/perform.ts'
import { roomFor } from '#store/record/room.ts'
import { loadMeeting } from './load.ts'
import { saveEvents } from './save.ts'
import { byIn, type InMeeting, tellMeeting } from './tell.ts'

/** A meeting under its lock, and whoever was found to act in it. */
export interface Meant extends Holding, InMeeting {}

/** A meeting under its lock, proven for the viewer. */
export interface OnMeeting extends Meant {
  readonly scope: MeetingScope
  readonly meeting: Meeting
}

/** What happens to a meeting, by whomever. What was put to a party that leaves returns to draft (rule 15). */
export const meetingRows: Follows<Meant, MeetingEvent> = {
  save: async ({ act, scope, by }, events) => {
    await saveEvents(act.tx, { ...scope, personId: by.personId }, events, act.now)
    for (const event of events)
      if (event.type === 'party-left')
        await returnToDraft(act, scope.meetingId, { kind: 'party', partyId: event.partyId })
  },
  tell: tellMeeting,
}

/** What somebody asks of a meeting, by the type of the command. */
function meetingActs<Type extends MeetingCommand['type']>(
  type: Type,
): Aggregate<OnMeeting, MeetingCommands[Type], MeetingEvent, MeetingRefusals[Type] | RecordFull> {
  return {
    ...meetingRows,
    decide: ({ act, meeting: loaded }, command) => meetingDeciders[type](loaded, command, act.now),
    admit: async (held, events) => (await roomForMeeting(held, events)) ?? events,
  }
}

/** Null: the record of the meeting has room for what these events tell. */
export function roomForMeeting({ act, scope }: Meant, events: readonly { readonly type: string }[]) {
  return roomFor(
    act.tx,
    scope.meetingId,
    events.map(({ type }) => type),
  )
}

/** Locks that an act needs besides that on the meeting. */
export interface Locks {
  /** Groups and parties: they come before the meeting. */
  readonly before?: ((tx: Tx, meetingId: string) => Promise<unknown>) | undefined
  /** Conclusions: they come after it. */
  readonly after?: ((tx: Tx, meetingId: string) => Promise<unknown>) | undefined
}

/** One meeting, and what is asked of it; `not-found` for whoever may not know of it. */
export function meeting<Type extends MeetingCommand['type']>(
  meetingId: string,
  type: Type,
  locks: Locks = {},
): Target<Viewer, OnMeeting, MeetingCommands[Type], MeetingEvent, MeetingRefusals[Type] | RecordFull> {
  return { ...meetingActs(type), load: (act, viewer) => loadOn(act, viewer, meetingId, locks) }
}

/** Locks and loads one meeting; null for whoever may not know of it. */
export async function loadOn(
  act: ActInProgress,
  viewer: Viewer,
  meetingId: string,
  { before, after }: Locks = {},
): Promise<OnMeeting | null> {
  if (!isUuid(meetingId)) return null
  await before?.(act.tx, meetingId)
  const scope = await proveMeeting(act.tx, viewer, meetingId, { lock: true })
  if (scope === null) return null
  await after?.(act.tx, meetingId)
  return { act, scope, by: byIn(scope), meeting: await loadMeeting(act.tx, scope) }
}
