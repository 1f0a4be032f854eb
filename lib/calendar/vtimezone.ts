/**
 * The rules of a zone around one event, written out (RFC 5545, 3.6.5), so that a calendar needs no zone database of its own
 * to show the right hour: one observance for the offset at the event's start, and one for each change until after its end. The
 * libraries that know such rules know those of today alone (docs/decisions/031).
 */
import { dateTimeFormat } from '#lib/words/formatters.ts'
import { firstLanguage } from '#messages/languages.ts'

/** A VTIMEZONE component, CRLF-terminated lines. The zone must exist. */
export function vtimezone(timeZone: string, from: Date, to: Date): string {
  const start = at(from, timeZone)
  const first = start.add({ nanoseconds: 1 }).getTimeZoneTransition('previous')
  const times = [first ?? start]
  for (let next = change(start); next !== null; next = change(next)) {
    times.push(next)
    if (next.epochMilliseconds > to.getTime()) break
  }
  // Some programs refuse a summer without a winter.
  const hasWinter = !times.every(isSummer)
  const observances = times.flatMap((time) =>
    observance(hasWinter && isSummer(time) ? 'DAYLIGHT' : 'STANDARD', time, time === start),
  )
  return ['BEGIN:VTIMEZONE', `TZID:${timeZone}`, ...observances, 'END:VTIMEZONE', ''].join('\r\n')
}

type Zoned = Temporal.ZonedDateTime

/** `isFirst`: the zone has never had another offset. */
function observance(name: 'DAYLIGHT' | 'STANDARD', since: Zoned, isFirst: boolean): string[] {
  const offsetBefore = (isFirst ? since : since.subtract({ nanoseconds: 1 })).offset
  // The wall time at which it begins, told in the offset that ends with it.
  const onset = isFirst ? '19700101T000000' : compact(since.withTimeZone(offsetBefore.slice(0, 6)).toPlainDateTime())
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
 * for good has no summer for that.
 */
function isSummer(time: Zoned): boolean {
  const next = change(time)
  if (next === null || next.epochMilliseconds > time.add({ years: 1 }).epochMilliseconds) return false
  return next.offsetNanoseconds < time.offsetNanoseconds
}

function change(time: Zoned): Zoned | null {
  return time.getTimeZoneTransition('next')
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
  const format = dateTimeFormat(firstLanguage.formats, { timeZone: timeZoneId, timeZoneName: 'short' })
  return format.formatToParts(epochMilliseconds).find(({ type }) => type === 'timeZoneName')?.value ?? timeZoneId
}
