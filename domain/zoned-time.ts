/**
 * Wall time in an IANA zone and the instant that follows from both. People plan in wall time; the database keeps instants.
 * A wall time that a zone skips (spring) or has twice (autumn) is never guessed: it is refused, and the answer names the choices.
 */
import { isRefusal, type Refusal } from './refusal.ts'
import { instantsOf, jumpOver, wallTimeIn } from './wall-clock.ts'

/** Which of the two instants is meant when a zone has a wall time twice. */
export const folds = ['earlier', 'later'] as const

export type Fold = (typeof folds)[number]

/** A time as people write it into a plan. */
export interface PlannedTime {
  /** Local date and time to the minute, `YYYY-MM-DDTHH:MM`, within `plannedYears`. */
  readonly wall: string
  /** IANA name, e.g. `Europe/Vienna`; a bare offset is not a zone, because it knows no summer time. */
  readonly timeZone: string
  /** Minutes, a whole number from 5 to 1440. */
  readonly durationMinutes: number
  /** The choice made where the wall time exists twice; ignored elsewhere. */
  readonly fold?: Fold
}

/** When a meeting is held. */
export interface Slot {
  readonly startsAt: Date
  /** Minutes, 5 to 1440. */
  readonly durationMinutes: number
  /** The zone in which it was planned. */
  readonly timeZone: string
}

/** The name is no zone of the time zone database, or a bare offset. */
export interface UnknownZone extends Refusal<'unknown-zone'> {
  readonly timeZone: string
}

/** No such day or minute, or outside of `plannedYears`. */
export interface MalformedWallTime extends Refusal<'malformed-wall-time'>, PlannedYears {
  readonly wall: string
}

/** The clocks jump over this wall time. */
export interface WallTimeDoesNotExist extends Refusal<'wall-time-does-not-exist'> {
  readonly wall: string
  readonly timeZone: string
  /** The last minute before the gap and the first after it, `YYYY-MM-DDTHH:MM`. */
  readonly before: string
  readonly after: string
}

/** The clocks are set back over this wall time: it exists twice. Choose with `fold`. */
export interface WallTimeIsAmbiguous extends Refusal<'wall-time-is-ambiguous'> {
  readonly wall: string
  readonly timeZone: string
  readonly earlier: Date
  readonly later: Date
}

/** The time lies before now. */
export interface InThePast extends Refusal<'in-the-past'> {
  readonly startsAt: Date
  /** The zone in which that time was planned. */
  readonly timeZone: string
}

/** Minutes, with the bounds that hold (`shortestMeeting`, `longestMeeting`). */
export interface DurationOutOfBounds extends Refusal<'duration-out-of-bounds'> {
  readonly minutes: number
  readonly least: number
  readonly most: number
}

/** A meeting ends after it begins. */
export interface EndBeforeStart extends Refusal<'end-before-start'> {
  readonly startsAt: Date
  readonly endsAt: Date
}

export type WallTimeRefusal = UnknownZone | MalformedWallTime | WallTimeDoesNotExist | WallTimeIsAmbiguous
export type SlotRefusal = WallTimeRefusal | InThePast | DurationOutOfBounds

/** The years, both included, within which a date can be planned. */
export interface PlannedYears {
  readonly firstYear: number
  readonly lastYear: number
}

/**
 * The years that a plan may name, both included. A date outside of them is a slip of the finger, and stores, browsers and
 * calendars no longer agree on what it means (RFC 3339 §1 ends with 9999).
 */
export const plannedYears: PlannedYears = { firstYear: 1970, lastYear: 2999 }

/** Minutes that a meeting lasts at least. */
export const shortestMeeting = 5
/** Minutes that a meeting lasts at most: a day. */
export const longestMeeting = 24 * 60

const wallFormat = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/

/** The zone's name as the time zone database spells it, an older name as it was given; or a refusal. */
export function zoneNamed(name: string): string | UnknownZone {
  if (!/^[A-Za-z]/.test(name)) return { refused: 'unknown-zone', timeZone: name }
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId
  } catch {
    return { refused: 'unknown-zone', timeZone: name }
  }
}

/** The instant of a wall time in a zone. */
export function instantOf(wall: string, zone: string, fold?: Fold): Date | WallTimeRefusal {
  const timeZone = zoneNamed(zone)
  if (isRefusal(timeZone)) return timeZone
  if (!isWall(wall)) return { refused: 'malformed-wall-time', wall, ...plannedYears }
  const [earlier, later] = instantsOf(wall, timeZone)
  if (earlier === undefined) return gapAround(wall, timeZone)
  if (later === undefined) return earlier
  if (fold !== undefined) return fold === 'earlier' ? earlier : later
  return { refused: 'wall-time-is-ambiguous', wall, timeZone, earlier, later }
}

/** When a planned meeting is held; it must not have begun yet. */
export function slotOf(time: PlannedTime, now: Date): Slot | SlotRefusal {
  const startsAt = instantOf(time.wall, time.timeZone, time.fold)
  if (isRefusal(startsAt)) return startsAt
  const minutes = time.durationMinutes
  if (!Number.isInteger(minutes) || minutes < shortestMeeting || minutes > longestMeeting) {
    return { refused: 'duration-out-of-bounds', minutes, least: shortestMeeting, most: longestMeeting }
  }
  if (startsAt.getTime() < now.getTime()) return { refused: 'in-the-past', startsAt, timeZone: time.timeZone }
  return { startsAt, durationMinutes: minutes, timeZone: String(zoneNamed(time.timeZone)) }
}

/** Elapsed minutes between two instants, for plans that name an end; an end at or before the start is refused. */
export function minutesBetween(startsAt: Date, endsAt: Date): number | EndBeforeStart {
  const minutes = (endsAt.getTime() - startsAt.getTime()) / 60_000
  return minutes > 0 ? minutes : { refused: 'end-before-start', startsAt, endsAt }
}

/** The end of a slot. */
export function endOf(slot: Slot): Date {
  return new Date(slot.startsAt.getTime() + slot.durationMinutes * 60_000)
}

/** `YYYY-MM-DD`, of a day that exists and lies within `plannedYears`. */
export function isPlainDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isWall(`${text}T00:00`)
}

/** A day and minute that the calendar has, within `plannedYears`. */
function isWall(wall: string): boolean {
  if (!wallFormat.test(wall)) return false
  const shown = new Date(`${wall}:00Z`)
  const year = shown.getUTCFullYear()
  // A 30th of February is read as a day in March.
  const exists = !Number.isNaN(year) && shown.toISOString().startsWith(wall)
  return exists && year >= plannedYears.firstYear && year <= plannedYears.lastYear
}

function gapAround(wall: string, timeZone: string): WallTimeDoesNotExist {
  const jump = jumpOver(wall, timeZone)
  const before = wallTimeIn(new Date(jump.getTime() - 60_000), timeZone)
  return { refused: 'wall-time-does-not-exist', wall, timeZone, before, after: wallTimeIn(jump, timeZone) }
}
