/**
 * The procedure of a meeting: a command, answered with what happens or with a refusal. Nothing is done here; the caller
 * saves the events, appends them to the record, and has passed in the meeting as it stands under the lock.
 */
import type { CommandAs, CommandsOf, RefusalsOf } from '../deciding.ts'
import type { MeetingCommand } from './command.ts'
import { decideEarlier } from './earlier.ts'
import type { MeetingEvent } from './event.ts'
import type { Meeting } from './meeting.ts'
import { offerDeciders } from './offers.ts'
import { officeDeciders } from './offices.ts'
import { planningDeciders } from './planning.ts'
import { runningDeciders } from './running.ts'
import { seatDeciders } from './seats.ts'

const deciders = {
  ...planningDeciders,
  ...offerDeciders,
  ...seatDeciders,
  ...officeDeciders,
  'open-earlier': decideEarlier,
  ...runningDeciders,
}

/** What may be asked of a meeting, by type. */
export type MeetingCommands = CommandsOf<MeetingCommand>

/** What each command on a meeting can be refused with. */
export type MeetingRefusals = RefusalsOf<typeof deciders>

/** What decides each act on a meeting: events, none where nothing changes, or a refusal. */
export const meetingDeciders: {
  readonly [Type in MeetingCommand['type']]: (
    meeting: Meeting,
    command: MeetingCommands[Type],
    now: Date,
  ) => readonly MeetingEvent[] | MeetingRefusals[Type]
} = deciders

/** Decides any act on a meeting. */
export function decideMeeting<Type extends MeetingCommand['type']>(
  meeting: Meeting,
  command: CommandAs<MeetingCommands, Type>,
  now: Date,
): readonly MeetingEvent[] | MeetingRefusals[Type] {
  return meetingDeciders[command.type](meeting, command, now)
}
