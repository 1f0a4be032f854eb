import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { instantsOf, wallTimeIn } from '#domain/wall-clock.ts'
import { vtimezone } from './vtimezone.ts'

/** One event for a calendar. It names no person: a calendar file travels further than its reader means it to. */
export interface CalendarEvent {
  /** Stable for the life of the event (RFC 7986, 5.3). */
  readonly uid: string
  /** Rises with each change (RFC 5545, 3.8.7.4). */
  readonly sequence: number
  readonly status: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED'
  readonly method: 'PUBLISH' | 'CANCEL'
  readonly startsAt: Date
  readonly endsAt: Date
  /** IANA zone in which it was planned: its rules go along with the event. */
  readonly timeZone: string
  readonly title: string
  readonly description: string
  /** Words; empty: none. */
  readonly place: string
  /** Where it stands on this instance. */
  readonly url: string
  /** The instant at which the file is made. */
  readonly stamp: Date
}

/**
 * An iCalendar object (RFC 5545). Its times are told in the zone in which it was planned, with that zone's rules; in UTC where the
 * start or the end lies in an hour that comes twice. Line breaks and separators in titles are escaped, so that nobody can add properties. */
export function calendarFile(event: CalendarEvent): string {
  const { uid, sequence, status, startsAt, endsAt, timeZone, title, description, place, url, stamp } = event
  const calendar = ical({
    prodId: '//Concordance//Meetings//EN',
    method: event.method === 'CANCEL' ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  })
  // A wall time that comes twice does not say which of the two is meant: programs read the first (RFC 5545, 3.3.5).
  const once = [startsAt, endsAt].every((instant) => instantsOf(wallTimeIn(instant, timeZone), timeZone).length === 1)
  // The library asks for the rules of each zone by name; it is told those around this event.
  if (once)
    calendar.timezone({
      name: null,
      generator: (zone) => (zone === timeZone ? vtimezone(zone, startsAt, endsAt) : null),
    })
  calendar.createEvent({
    id: uid,
    sequence,
    status: ICalEventStatus[status],
    ...(once
      ? { start: zoned(startsAt, timeZone), end: zoned(endsAt, timeZone), timezone: timeZone }
      : { start: startsAt, end: endsAt }),
    stamp,
    summary: title,
    ...(description === '' ? {} : { description }),
    ...(place === '' ? {} : { location: place }),
    url,
  })
  return `${calendar.toString()}\r\n`
}

function zoned(instant: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone)
}
