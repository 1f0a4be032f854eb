/**
 * The procedure of a meeting: a command, answered with what happens or with a refusal. Nothing is done here; the caller
 * saves the events, appends them to the record, and has passed in the meeting as it stands under the lock.
 */
import type { MeetingCommand, MeetingRefusal } from './command.ts'
import { decideEarlier } from './earlier.ts'
import type { MeetingEvent } from './event.ts'
import type { Meeting } from './meeting.ts'
import { decideOffer } from './offers.ts'
import { decideOffice } from './offices.ts'
import { decidePlanning } from './planning.ts'
import { decideRunning } from './running.ts'
import { decideSeat } from './seats.ts'

/** Decides any act on a meeting: events, none where nothing changes, or a refusal. */
export function decideMeeting(
  meeting: Meeting,
  command: MeetingCommand,
  now: Date,
): readonly MeetingEvent[] | MeetingRefusal {
  switch (command.type) {
    case 'change-parties':
    case 'schedule':
    case 'reschedule':
    case 'change-venue':
    case 'cancel':
      return decidePlanning(meeting, command, now)
    case 'propose':
    case 'offer-another-time':
    case 'accept':
    case 'decline':
      return decideOffer(meeting, command, now)
    case 'take-seat':
    case 'give-up-seat':
    case 'propose-seat':
    case 'end-seat-proposal':
    case 'authorise':
      return decideSeat(meeting, command)
    case 'appoint':
    case 'accept-office':
    case 'end-office':
      return decideOffice(meeting, command)
    case 'open-earlier':
      return decideEarlier(meeting, command)
    case 'open':
    case 'come':
    case 'leave':
    case 'start-item':
    case 'close-item':
    case 'close':
    case 'party-leaves':
    case 'agree-record':
      return decideRunning(meeting, command, now)
    default:
      return command satisfies never
  }
}
