/** What a meeting is in a calendar (RFC 5545). */
import type { Slot } from '../zoned-time.ts'
import type { Meeting } from './meeting.ts'

/** A meeting as an event of a calendar. */
export interface CalendarFacts {
  /** Stable for the life of the meeting: its id, a UUID (RFC 7986, 5.3). */
  readonly uid: string
  /** RFC 5545, 3.8.7.4. */
  readonly sequence: number
  /** RFC 5545, 3.8.1.11. */
  readonly status: 'CONFIRMED' | 'CANCELLED'
  /** RFC 5546, 3.2: a cancelled meeting takes itself out of the calendar. */
  readonly method: 'PUBLISH' | 'CANCEL'
  readonly slot: Slot
}

/** Null: it never had an agreed time. A time that is only offered is in nobody's calendar. */
export function calendarFacts(meeting: Meeting): CalendarFacts | null {
  if (meeting.state === 'draft' || meeting.slot === null) return null
  const { id: uid, calendarSequence: sequence, slot } = meeting
  return meeting.state === 'cancelled'
    ? { uid, sequence, slot, status: 'CANCELLED', method: 'CANCEL' }
    : { uid, sequence, slot, status: 'CONFIRMED', method: 'PUBLISH' }
}
