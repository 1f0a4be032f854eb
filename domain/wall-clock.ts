/**
 * What the clock on the wall shows in an IANA zone, and at which instants it shows a given time. Every other file asks here, on the
 * server and in the browser alike: it leans on `Intl` alone, because not every browser has `Temporal`. A zone is named as
 * `Intl` knows it; an unknown one throws a RangeError.
 */

/** Local time of one instant in one zone, beside the zone in which it was planned. */
export interface LocalTime {
  readonly timeZone: string
  /** `YYYY-MM-DDTHH:MM` in that zone. */
  readonly wall: string
  /** Calendar days from the date in the planning zone: −2 to 2 (Pago Pago and Kiritimati are 25 hours apart). */
  readonly dayDifference: number
}

const dayLong = 86_400_000

/** The wall time of an instant, `YYYY-MM-DDTHH:MM`. */
export function wallTimeIn(instant: Date, timeZone: string): string {
  return new Date(shownAt(instant.getTime(), timeZone)).toISOString().slice(0, 16)
}

/** The calendar date at an instant, `YYYY-MM-DD`. */
export function dateIn(instant: Date, timeZone: string): string {
  return wallTimeIn(instant, timeZone).slice(0, 10)
}

/**
 * The instants at which the clock of a zone shows `wall`, `YYYY-MM-DDTHH:MM`: one; two, the earlier first, where it is set back
 * over that time; none where it is set forward over it.
 */
export function instantsOf(wall: string, timeZone: string): readonly Date[] {
  const shown = asShown(wall)
  // No zone is more than a day from UTC, and none changes its clocks twice within two days.
  const offsets = [shown - dayLong, shown + dayLong].map((near) => shownAt(near, timeZone) - near)
  const instants = [...new Set(offsets.map((offset) => shown - offset))].filter((at) => shownAt(at, timeZone) === shown)
  return instants.toSorted((one, other) => one - other).map((at) => new Date(at))
}

/** The instant at which the clock of a zone is set forward over `wall`, which it never shows. */
export function jumpOver(wall: string, timeZone: string): Date {
  const shown = asShown(wall)
  return crossing(shown - dayLong, shown + dayLong, (at) => shownAt(at, timeZone) > shown)
}

/** The local time of an instant in several zones, each with its difference in days from the date in `planningZone`. */
export function localTimes(instant: Date, planningZone: string, zones: readonly string[]): LocalTime[] {
  const planned = Date.parse(dateIn(instant, planningZone))
  return zones.map((timeZone) => {
    const wall = wallTimeIn(instant, timeZone)
    return { timeZone, wall, dayDifference: (Date.parse(wall.slice(0, 10)) - planned) / dayLong }
  })
}

/** The first millisecond in (from, to] at which `isOver` holds, where it holds at `to` and not at `from`. */
function crossing(from: number, to: number, isOver: (at: number) => boolean): Date {
  let [before, after] = [from, to]
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (isOver(middle)) after = middle
    else before = middle
  }
  return new Date(after)
}

/** A wall time as if it were UTC, in milliseconds: only to compare and to subtract. */
function asShown(wall: string): number {
  return Date.parse(`${wall}:00Z`)
}

/** What the clock shows at an instant, as `asShown` counts it, to the millisecond. */
function shownAt(at: number, timeZone: string): number {
  const second = Math.floor(at / 1000) * 1000
  const key = `${second} ${timeZone}`
  const known = shown.get(key) ?? shownAtSecond(second, timeZone)
  if (shown.size >= MOST_SHOWN) shown.clear()
  shown.set(key, known)
  return known + (at - second)
}

/** A page asks for the same few times again and again. */
const shown = new Map<string, number>()
const MOST_SHOWN = 2_000

function shownAtSecond(second: number, timeZone: string): number {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(second)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0
  const day = Date.UTC(part('year'), part('month') - 1, part('day'))
  return day + ((part('hour') * 60 + part('minute')) * 60 + part('second')) * 1000
}

/** Making a format costs a hundred times what using it does. */
const formats = new Map<string, Intl.DateTimeFormat>()
const MOST_FORMATS = 1_000

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known !== undefined) return known
  const numeric = 'numeric'
  const format = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    ...{ year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric, second: numeric },
  })
  // More than there are zones: a zone has as many names as there are ways to write it large and small.
  if (formats.size >= MOST_FORMATS) formats.clear()
  formats.set(timeZone, format)
  return format
}
