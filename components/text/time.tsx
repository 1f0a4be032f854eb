import { formatTime, type TimeShape } from '#lib/words/format.ts'
import { presentZone } from '#lib/zone-names.ts'

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

/** An instant told in a given zone, with the zone's abbreviation; the full name of the zone is its title. */
export function Time({ instant, zone, shape = 'moment', showZone = true, locale = 'en-GB' }: TimeProps) {
  const date = typeof instant === 'string' ? new Date(instant) : instant
  const clock = shape === 'moment' || shape === 'time'
  return (
    <time
      dateTime={date.toISOString()}
      title={clock ? presentZone(zone) : undefined}
      className="tabular-nums"
      suppressHydrationWarning
    >
      {formatTime(date, zone, { shape, showZone, locale })}
    </time>
  )
}
