/**
 * The rules of a zone around one event, written out (RFC 5545, 3.6.5), so that a calendar needs no zone database of its own
 * to show the right hour: one observance for the offset at the event's start, and one for each change until after its end. The
 * libraries that know such rules know those of today alone (docs/decisions/031).
 */
import { firstLanguage } from '#messages/languages.ts'

/** A VTIMEZONE component, CRLF-terminated lines. The zone must exist. */
export function vtimezone(timeZone: string, from: Date, to: Date): string {
  const start = at(from, timeZone)
  const first = start.add({ nanoseconds: 1 }).getTimeZoneTransition('previous')
  const observances = [first === null ? observance(start, null) : observance(first, before(first))]
  for (let next = change(start); next !== null; next = change(next)) {
    observances.push(observance(next, before(next)))
    if (next.epochMilliseconds > to.getTime()) break
  }
  return ['BEGIN:VTIMEZONE', `TZID:${timeZone}`, ...observances.flat(), 'END:VTIMEZONE', ''].join('\r\n')
}

type Zoned = Temporal.ZonedDateTime

/** `previous` null: the zone has had this offset ever since. */
function observance(since: Zoned, previous: Zoned | null): string[] {
  const name = isSummer(since) ? 'DAYLIGHT' : 'STANDARD'
  const offsetBefore = (previous ?? since).offset
  // The wall time at which it begins, told in the offset that ends with it.
  const onset =
    previous === null ? '19700101T000000' : compact(since.withTimeZone(offsetBefore.slice(0, 6)).toPlainDateTime())
  return [
    `BEGIN:${name}`,
    `DTSTART:${onset}`,
    `TZOFFSETFROM:${offsetOf(offsetBefore)}`,
    `TZOFFSETTO:${offsetOf(since.offset)}`,
    `TZNAME:${zoneName(since)}`,
    `END:${name}`,
  ]
}

/**
 * The clocks are set back within a year: then this is the summer's time, and the winter's follows it in the file. A zone that moved
 * for good has no summer for that; some programs refuse a summer without a winter.
 */
function isSummer(time: Zoned): boolean {
  const next = change(time)
  if (next === null || next.epochMilliseconds > time.add({ years: 1 }).epochMilliseconds) return false
  return next.offsetNanoseconds < time.offsetNanoseconds
}

function change(time: Zoned): Zoned | null {
  return time.getTimeZoneTransition('next')
}

function before(transition: Zoned): Zoned {
  return transition.subtract({ nanoseconds: 1 })
}

function at(instant: Date, timeZone: string): Zoned {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone)
}

function offsetOf(offset: string): string {
  return offset.slice(0, 6).replace(':', '')
}

function compact(plain: Temporal.PlainDateTime): string {
  return plain.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')
}

function zoneName({ epochMilliseconds, timeZoneId }: Zoned): string {
  const format = new Intl.DateTimeFormat(firstLanguage.formats, { timeZone: timeZoneId, timeZoneName: 'short' })
  return format.formatToParts(epochMilliseconds).find(({ type }) => type === 'timeZoneName')?.value ?? timeZoneId
}
