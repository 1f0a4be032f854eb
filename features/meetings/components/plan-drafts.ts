import { isRefusal } from '#domain/refusal.ts'
import { wallTimeIn } from '#domain/wall-clock.ts'
import { instantOf } from '#domain/zoned-time.ts'
import type { PlanView } from '../views/plan.ts'
import type { Room } from './room-for-agenda.tsx'
import type { TimeDraft } from './time-fields.tsx'
import type { PartyOfTime } from './typed-times.tsx'

/**
 * The time that a form starts out with: the one that is meant or set, in the zone in which it was planned. Where none is yet,
 * or an answer to it is written, people begin in their own.
 */
export function timeDraftOf(plan: PlanView, { own = false } = {}): TimeDraft {
  const { startsAt, durationMinutes, viewerZone } = plan
  const timeZone = own || startsAt === null ? viewerZone : plan.timeZone
  if (startsAt === null) return { date: '', clock: '', timeZone, durationMinutes, fold: null }
  const instant = new Date(startsAt)
  const wall = wallTimeIn(instant, timeZone)
  const [date = '', clock = ''] = wall.split('T')
  return { date, clock, timeZone, durationMinutes, fold: foldOf(wall, timeZone, instant) }
}

/** The parties whose local times are told while a time is being typed. */
export function partiesOfTime({ parties }: PlanView): readonly PartyOfTime[] {
  return parties.filter(({ left }) => !left).map(({ id, shortName, timeZone }) => ({ id, shortName, timeZone }))
}

/** The agenda that is to have room in the time; undefined: there is none, or it is not the viewer's to see. */
export function roomOf({ agenda }: PlanView): Room | undefined {
  if (agenda === null || agenda.titlesOnly) return undefined
  return { agenda: agenda.times.reduce((sum, { minutes }) => sum + minutes, 0) }
}

function foldOf(wall: string, timeZone: string, instant: Date): TimeDraft['fold'] {
  const once = instantOf(wall, timeZone)
  if (!isRefusal(once) || once.refused !== 'wall-time-is-ambiguous') return null
  return once.earlier.getTime() === instant.getTime() ? 'earlier' : 'later'
}
