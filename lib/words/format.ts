import { zonePlace } from '#lib/zone-names.ts'

/** What of a time is shown on a page and in a refusal; with the zone's abbreviation where there is a time of day. */
export type TimeShape = 'moment' | 'day' | 'time' | 'month-day'

const SHAPES: Readonly<Record<TimeShape, Intl.DateTimeFormatOptions>> = {
  moment: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  day: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit' },
  'month-day': { day: 'numeric', month: 'short' },
}

/** An instant as pages write it, e.g. `Thu, 10 Dec 2026, 09:00 CET`. `locale`: BCP 47. */
export function formatTime(
  instant: Date,
  timeZone: string,
  {
    shape = 'moment',
    showZone = true,
    locale = 'en-GB',
  }: { shape?: TimeShape; showZone?: boolean; locale?: string } = {},
): string {
  const clock = shape === 'moment' || shape === 'time'
  const zone = clock && showZone ? ({ timeZoneName: 'short' } as const) : {}
  return new Intl.DateTimeFormat(locale, { ...SHAPES[shape], timeZone, hourCycle: 'h23', ...zone }).format(instant)
}

/** A date `YYYY-MM-DD`, or a wall time `YYYY-MM-DDTHH:MM`, as pages write it: without a zone, because it has none. Anything else stays as it is. */
export function formatWall(wall: string): string {
  const [date = '', clock] = wall.split('T')
  const instant = new Date(`${date}T${clock ?? '12:00'}:00Z`)
  if (Number.isNaN(instant.getTime())) return wall
  return formatTime(instant, 'UTC', { shape: clock === undefined ? 'day' : 'moment', showZone: false })
}

/** An instant in words, in a zone that is always named: for mail and documents. Pages use components/text/time.tsx. */
export function formatMoment(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
    timeZoneName: 'short',
  }).format(instant)
}

/**
 * A day that was named as the last one, by its last instant, and where it ends: a moment told in another zone would lie in
 * another day.
 */
export function lastDay(instant: Date, timeZone: string): { day: string; place: string } {
  return { day: formatTime(instant, timeZone, { shape: 'day' }), place: zonePlace(timeZone) }
}
