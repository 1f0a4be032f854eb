/** The one way to write times, dates and lists: by the customs of the reader's language (CLDR, as the runtime's Intl has it). */
import { zonePlace } from '#lib/zone-names.ts'
import type { Language } from '#messages/languages.ts'
import { dateTimeFormat, listFormat } from './formatters.ts'

/** What of a time is shown on a page and in a refusal; with the zone's abbreviation where there is a time of day. */
export type TimeShape = 'moment' | 'day' | 'time' | 'month-day'

const day = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const
const clock = { hour: '2-digit', minute: '2-digit' } as const

const SHAPES: Readonly<Record<TimeShape, Intl.DateTimeFormatOptions>> = {
  moment: { ...day, ...clock },
  day,
  time: clock,
  'month-day': { day: 'numeric', month: 'short' },
}

/** An instant as pages write it, in English e.g. `Thu, 10 Dec 2026, 09:00 CET`. */
export function formatTime(
  instant: Date,
  timeZone: string,
  language: Language,
  { shape = 'moment', showZone = true }: { shape?: TimeShape; showZone?: boolean } = {},
): string {
  const options = { ...SHAPES[shape], ...(showZone && tellsClock(shape) ? { timeZoneName: 'short' as const } : {}) }
  return formatOf(language, timeZone, options).format(instant)
}

/** What the zone is called at an instant, in English e.g. `CET`, or `CEST`. */
export function zoneNameAt(instant: Date, timeZone: string, language: Language): string {
  const parts = formatOf(language, timeZone, { ...SHAPES.time, timeZoneName: 'short' }).formatToParts(instant)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}

/** Whether a time of day is told, which means little without its zone. */
export function tellsClock(shape: TimeShape): boolean {
  return shape === 'moment' || shape === 'time'
}

/** A date `YYYY-MM-DD`, or a wall time `YYYY-MM-DDTHH:MM`, as pages write it: without a zone, because it has none. Anything else stays as it is. */
export function formatWall(wall: string, language: Language): string {
  const [date = '', time] = wall.split('T')
  const instant = new Date(`${date}T${time ?? '12:00'}:00Z`)
  if (Number.isNaN(instant.getTime())) return wall
  return formatTime(instant, 'UTC', language, { shape: time === undefined ? 'day' : 'moment', showZone: false })
}

/** A time of day `HH:MM` as pages write it; anything else stays as it is. */
export function formatClock(time: string, language: Language): string {
  const instant = new Date(`2000-01-01T${time}:00Z`)
  return Number.isNaN(instant.getTime())
    ? time
    : formatTime(instant, 'UTC', language, { shape: 'time', showZone: false })
}

/** An instant in words, in a zone that is always named: for mail and documents. Pages use components/text/time.tsx. */
export function formatMoment(instant: Date, timeZone: string, language: Language): string {
  const long = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZoneName: 'short' } as const
  return formatOf(language, timeZone, { ...long, ...clock }).format(instant)
}

/** A calendar date `YYYY-MM-DD` in words, for documents: it belongs to no zone, and is read and written in one. */
export function formatDate(date: string, language: Language): string {
  return formatOf(language, 'UTC', { dateStyle: 'long' }).format(new Date(`${date}T00:00:00Z`))
}

/**
 * A day that was named as the last one, by its last instant, and where it ends: a moment told in another zone would lie in
 * another day.
 */
export function lastDay(instant: Date, timeZone: string, language: Language): { day: string; place: string } {
  return { day: formatTime(instant, timeZone, language, { shape: 'day' }), place: zonePlace(timeZone) }
}

/** Several things in one sentence: `A, B and C`. */
export function formatList(things: Iterable<string>, language: Language): string {
  return listFormat(language.formats, {}).format(things)
}

/** Several names one after the other, without a word between them: `A, B, C`. */
export function formatNames(names: Iterable<string>, language: Language): string {
  return listFormat(language.formats, { type: 'unit', style: 'short' }).format(names)
}

function formatOf({ formats }: Language, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return dateTimeFormat(formats, { ...options, timeZone })
}
