import { isRefusal } from '#domain/refusal.ts'
import {
  type EndBeforeStart,
  type Fold,
  instantOf,
  minutesBetween,
  type PlannedTime,
  type WallTimeRefusal,
} from '#domain/zoned-time.ts'
import { languageHere } from '#lib/words/context.ts'
import { formatWall } from '#lib/words/format.ts'
import type { TimeInput } from '../schema.ts'

/** Why a time cannot be planned as it was written. */
type TimeRefusal = WallTimeRefusal | EndBeforeStart

/** What was written, as the domain takes it: with a duration, also where an end was given. */
export function plannedTime({ wall, timeZone, fold, durationMinutes, endWall }: TimeInput): PlannedTime | TimeRefusal {
  const choice = fold === undefined ? {} : { fold }
  if (durationMinutes !== undefined) return { wall, timeZone, durationMinutes, ...choice }
  const startsAt = instantOf(wall, timeZone, fold)
  if (isRefusal(startsAt)) return startsAt
  const endsAt = endAfter(startsAt, endWall ?? '', timeZone, fold)
  if (isRefusal(endsAt)) return endsAt
  const minutes = minutesBetween(startsAt, endsAt)
  return isRefusal(minutes) ? minutes : { wall, timeZone, durationMinutes: minutes, ...choice }
}

/** Where the end comes twice, the chosen one of both; the later, where the choice was about a start after the earlier. */
function endAfter(startsAt: Date, endWall: string, timeZone: string, fold?: Fold): Date | WallTimeRefusal {
  const endsAt = instantOf(endWall, timeZone, fold)
  if (isRefusal(endsAt) || endsAt > startsAt) return endsAt
  return instantOf(endWall, timeZone, 'later')
}

/** The field of a form to which a refused time leads. */
const fieldOf: Readonly<Record<string, string>> = {
  'unknown-zone': 'timeZone',
  'malformed-wall-time': 'date',
  'wall-time-does-not-exist': 'clock',
  'wall-time-is-ambiguous': 'fold',
  'in-the-past': 'date',
  'duration-out-of-bounds': 'durationMinutes',
  'end-before-start': 'durationMinutes',
}

/** A refused time with what was written, as people write it, and the field to change; any other answer as it is. */
export function explainTime<Answer>(answer: Answer, { wall, timeZone, endWall }: TimeInput): Answer {
  if (!isRefusal(answer)) return answer
  const field = fieldOf[answer.refused]
  if (field === undefined) return answer
  // What is no date stays as it was typed: its sentence quotes it.
  const write = (text: string) =>
    answer.refused === 'malformed-wall-time' ? text.replace('T', ' ') : formatWall(text, languageHere())
  const spoken = (text: unknown) => (typeof text === 'string' ? write(text) : text)
  const { before, after } = answer as { before?: unknown; after?: unknown }
  return {
    ...answer,
    field,
    wall: spoken(wall),
    timeZone,
    ...(endWall === undefined ? {} : { endWall: spoken(endWall) }),
    ...(before === undefined ? {} : { before: spoken(before), after: spoken(after) }),
  }
}
