/** The zones and the changes of their clocks, as `Temporal` tells them: the reference for what the product works out by itself. */
import { rounds } from './proof.ts'

/** A zone with the instants at which its clocks are set, in milliseconds. */
export interface ZoneChanges {
  readonly zone: string
  readonly changes: readonly number[]
}

/**
 * Every zone whose clocks are set in the years of this run, one of those that do it alike: from 1970 to 2039, or in a sample the
 * years in which clocks went back after midnight (2006), a day was left out (2011), and one that still comes (2027).
 */
export function zoneChanges(): readonly ZoneChanges[] {
  const whole = rounds({ sample: 0, whole: 1 }) === 1
  const years = whole ? Array.from({ length: 70 }, (_, year) => 1970 + year) : [2006, 2011, 2027]
  const alike = new Map<string, ZoneChanges>()
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    const changes = years.flatMap((year) => changesIn(zone, year))
    const known = changes.map((at) => `${at} ${zoned(zone, at).offset}`).join()
    if (changes.length > 0 && !alike.has(known)) alike.set(known, { zone, changes })
  }
  return [...alike.values()]
}

function changesIn(zone: string, year: number): readonly number[] {
  const changes: number[] = []
  let next = zoned(zone, Date.UTC(year, 0, 1) - 1).getTimeZoneTransition('next')
  for (; next !== null && next.epochMilliseconds < Date.UTC(year + 1, 0, 1); next = next.getTimeZoneTransition('next'))
    changes.push(next.epochMilliseconds)
  return changes
}

/** The date that the clock of a zone shows, `YYYY-MM-DD`. */
export function dateOf(zone: string, at: number): string {
  return zoned(zone, at).toPlainDate().toString()
}

/** An instant in a zone, as Temporal has it. */
export function zoned(zone: string, at: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
}
