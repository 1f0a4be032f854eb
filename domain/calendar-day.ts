/**
 * Days as people name them for "by the end of this day", in the zone of whoever has to keep to them. When a day ends is decided
 * here and nowhere else: a query gets instants or dates from here and computes none (docs/decisions/019).
 */
import { dateIn, instantsOf, jumpOver } from './wall-clock.ts'

/** The calendar date at this instant in an IANA zone or at a UTC offset, e.g. `2027-03-31`. */
export function todayIn(zone: string, now: Date): string {
  return dateIn(now, zone)
}

/**
 * The last instant of a calendar date in an IANA zone, whatever the clocks do around it: after it, the clock shows that date
 * never again. Of a date that a zone leaves out, the last instant of the day before.
 */
export function endOfDayIn(zone: string, date: string): Date {
  const midnight = `${dayAfter(date, 1)}T00:00`
  // Set back after midnight the clock shows midnight twice; only what comes out of the day itself ends it.
  const ends = instantsOf(midnight, zone)
    .map((start) => new Date(start.getTime() - 1))
    .filter((end) => dateIn(end, zone) <= date)
  return ends.at(-1) ?? new Date(jumpOver(midnight, zone).getTime() - 1)
}

/** The latest date that is over in a zone: a date is over there exactly when it is not later than this one. */
export function lastDayOver(zone: string, now: Date): string {
  let date = todayIn(zone, now)
  while (endOfDayIn(zone, date) >= now) date = dayAfter(date, -1)
  return date
}

/** The earliest date that it is anywhere on Earth: a day before it is past for everybody. */
export function earliestToday(now: Date): string {
  return todayIn('-12:00', now)
}

function dayAfter(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + days)
  return day.toISOString().slice(0, 10)
}
