/** What a time of a meeting means where each party lives. It runs in the browser too, while the time is being typed. */
import { instantsOf, localTimes, wallTimeIn } from '../wall-clock.ts'

/** The hours between which people can be asked to meet, on the clock of their own place: from 07:00 until 22:00. */
export const waking = { from: '07:00', until: '22:00' } as const

/** A time as it is being typed: not all of it need be there. */
export interface TypedTime {
  /** `YYYY-MM-DD` */
  readonly date: string
  /** `HH:MM` */
  readonly clock: string
  readonly timeZone: string
  /** Minutes; 0: not known yet. */
  readonly durationMinutes: number
  readonly fold: 'earlier' | 'later' | null
}

/** The instant that was typed / the clocks jump over it / it comes twice and none of both is chosen / it cannot be read yet. */
export type TypedInstant =
  | { readonly is: 'once' | 'chosen'; readonly startsAt: Date }
  | { readonly is: 'skipped' | 'twice' | 'unread' }

/** A meeting on the clock of one place. */
export interface LocalHours {
  readonly timeZone: string
  readonly startsAt: Date
  readonly endsAt: Date
  /** `HH:MM` of the start there. */
  readonly clock: string
  /** Calendar days from the date in the planning zone, −2 to 2. */
  readonly dayDifference: number
  /** `HH:MM` of the end there. */
  readonly endClock: string
  /** A part of it lies outside of the waking hours. */
  readonly night: boolean
  /** Its start does. */
  readonly nightAtStart: boolean
}

/** What was typed, as far as it can be told; nothing is refused here, and nothing guessed. */
export function typedInstant({ date, clock, timeZone, fold }: TypedTime): TypedInstant {
  const wall = `${date}T${clock}`
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(wall) || Number.isNaN(Date.parse(`${wall}:00Z`))) return { is: 'unread' }
  try {
    const [earlier, later] = instantsOf(wall, timeZone)
    if (earlier === undefined) return { is: 'skipped' }
    if (later === undefined) return { is: 'once', startsAt: earlier }
    return fold === null ? { is: 'twice' } : { is: 'chosen', startsAt: fold === 'earlier' ? earlier : later }
  } catch {
    // A zone that this browser does not know.
    return { is: 'unread' }
  }
}

/** A meeting on the clocks of several places; `minutes` 0: only its start is looked at. */
export function localHours(
  startsAt: Date,
  minutes: number,
  planningZone: string,
  zones: readonly string[],
): LocalHours[] {
  const endsAt = new Date(startsAt.getTime() + minutes * 60_000)
  return localTimes(startsAt, planningZone, zones).map(({ timeZone, wall, dayDifference }) => {
    const [date = '', clock = ''] = wall.split('T')
    const end = wallTimeIn(endsAt, timeZone)
    const nightAtStart = clock < waking.from || clock >= waking.until
    const night = nightAtStart || end > `${date}T${waking.until}`
    return { timeZone, startsAt, endsAt, clock, endClock: end.slice(11), dayDifference, night, nightAtStart }
  })
}
