import { formatTime, type TimeShape, tellsClock } from '#lib/words/format.ts'
import { useLanguage } from '#lib/words/use-language.ts'
import { presentZone } from '#lib/zone-names.ts'

export type TimeProps = {
  /** The instant, as a Date or an ISO 8601 string with offset. */
  readonly instant: Date | string
  /** The IANA zone it is told in. Never the browser's own by silence. */
  readonly zone: string
  readonly shape?: TimeShape
  /** Default true where a time of day is shown: the zone's abbreviation behind it. */
  readonly showZone?: boolean
}

/** An instant told in a given zone and in the reader's language, with the zone's abbreviation; the full name of the zone is its title. */
export function Time({ instant, zone, shape = 'moment', showZone = true }: TimeProps) {
  const date = typeof instant === 'string' ? new Date(instant) : instant
  const language = useLanguage()
  return (
    <time
      dateTime={date.toISOString()}
      title={tellsClock(shape) ? presentZone(zone) : undefined}
      className="tabular-nums"
      suppressHydrationWarning
    >
      {formatTime(date, zone, language, { shape, showZone })}
    </time>
  )
}
