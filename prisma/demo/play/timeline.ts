/** From the scenario's relative times to instants, all measured from the one moment at which the demo is loaded. */
import type { TimeInput } from '#features/meetings/schema.ts'
import type { Act, Day, Meeting, Offset, Scenario, Start, Zone } from '../scenario/types.ts'

/** An act of a meeting at its instant. */
export interface Moment {
  readonly at: Date
  readonly meeting: Meeting
  readonly act: Act
}

/** Every act of every meeting, in the order of time; simultaneous ones in the order in which they are written. */
export function timelineOf({ meetings }: Scenario, now: Date): readonly Moment[] {
  return meetings
    .flatMap((meeting) => {
      const start = startOf(meeting.start, now)
      return meeting.acts.map((act): Moment => ({ at: after(start, act.at), meeting, act }))
    })
    .sort((one, other) => one.at.getTime() - other.at.getTime())
}

/** `YYYY-MM-DD` of a day, counted from today in the zone. */
export function dateOf(day: Day, zone: string, now: Date): string {
  return todayIn(zone, now).add({ days: day }).toString()
}

/** The morning of a day in the zone. */
export function morningOf(day: Day, zone: Zone, now: Date): Date {
  return startOf({ day, time: '09:00', zone }, now)
}

/** A start as people write it into the plan of a meeting. */
export function writtenTime(start: Start, durationMinutes: number, now: Date): TimeInput {
  const wall = wallTimeOf(start, now).toString({ smallestUnit: 'minute' })
  return { wall, timeZone: start.zone, durationMinutes }
}

function startOf(start: Start, now: Date): Date {
  return new Date(wallTimeOf(start, now).toZonedDateTime(start.zone).epochMilliseconds)
}

function wallTimeOf(start: Start, now: Date): Temporal.PlainDateTime {
  if ('day' in start) return Temporal.PlainDateTime.from(`${dateOf(start.day, start.zone, now)}T${start.time}`)
  const instant = Temporal.Instant.fromEpochMilliseconds(now.getTime() - start.minutesAgo * 60_000)
  return instant
    .toZonedDateTimeISO(start.zone)
    .toPlainDateTime()
    .round({ smallestUnit: 'minute', roundingMode: 'floor' })
}

function todayIn(zone: string, now: Date): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate()
}

function after(start: Date, offset: Offset): Date {
  return new Date(start.getTime() + Temporal.Duration.from(offset).total('milliseconds'))
}
