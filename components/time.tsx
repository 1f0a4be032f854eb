import { presentZone } from '#lib/zone-names.ts'

/** What of an instant is shown. `moment`: day and time; `day`; `time`; `month-day` is short, for lists. */
export type TimeShape = 'moment' | 'day' | 'time' | 'month-day'

export type TimeProps = {
  /** The instant, as a Date or an ISO 8601 string with offset. */
  readonly instant: Date | string
  /** The IANA zone it is told in. Never the browser's own by silence. */
  readonly zone: string
  readonly shape?: TimeShape
  /** Default true where a time of day is shown: the zone's abbreviation behind it. */
  readonly showZone?: boolean
  /** BCP 47; default `en-GB`. */
  readonly locale?: string
}

const SHAPES: Readonly<Record<TimeShape, Intl.DateTimeFormatOptions>> = {
  moment: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  day: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit' },
  'month-day': { day: 'numeric', month: 'short' },
}

/** An instant told in a given zone, with the zone's abbreviation; the full name of the zone is its title. */
export function Time({ instant, zone, shape = 'moment', showZone = true, locale = 'en-GB' }: TimeProps) {
  const date = typeof instant === 'string' ? new Date(instant) : instant
  const clock = shape === 'moment' || shape === 'time'
  const format = new Intl.DateTimeFormat(locale, {
    ...SHAPES[shape],
    timeZone: zone,
    hourCycle: 'h23',
    ...(clock && showZone ? { timeZoneName: 'short' } : {}),
  })
  return (
    <time
      dateTime={date.toISOString()}
      title={clock ? presentZone(zone) : undefined}
      className="tabular-nums"
      suppressHydrationWarning
    >
      {format.format(date)}
    </time>
  )
}
