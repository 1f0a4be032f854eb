import { endOfDayIn } from '#domain/calendar-day.ts'
import type { Answer } from '#domain/conclusion/stance.ts'
import { isRefusal, type Refusal } from '#domain/refusal.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import type { StanceInput } from '../schema.ts'
import { act, type Held, type Outcome, onConclusion } from './held.ts'
import { explained, withVersions } from './version-changed.ts'

/**
 * Somebody answers a put version for their party, or in a study session for themselves. The last required stance adopts
 * it, or fixes its text ad referendum, in this transaction (rule 7). On any other version the stance is refused with
 * `version-changed`, the current version and the difference.
 */
export async function takeStance(
  viewer: Viewer,
  conclusionId: string,
  { version, answer }: StanceInput,
): Promise<Outcome | Refusal> {
  const answered = await onConclusion(viewer, conclusionId, async (held) => {
    const command = { type: 'take-stance', by: held.actor, version, answer: await answerFrom(held, answer) } as const
    return withVersions(held, version, atItsDay(await act(held, command)))
  })
  return explained(viewer, answered)
}

/** A day that is over is refused at its field. */
function atItsDay(done: Outcome | Refusal): Outcome | (Refusal & { readonly field?: string }) {
  return isRefusal(done) && done.refused === 'date-not-ahead' ? { ...done, field: 'referendumOn' } : done
}

/** The principals have their word until the end of the day that was named, where their party is. */
async function answerFrom({ tx, scope, actor }: Held, answer: StanceInput['answer']): Promise<Answer> {
  if (answer.kind !== 'ad-referendum') return answer
  const { timeZone } =
    actor.seat === null
      ? await tx.group.findUniqueOrThrow({ where: { id: scope.groupId }, select: { timeZone: true } })
      : await tx.party.findUniqueOrThrow({ where: { id: actor.seat.partyId }, select: { timeZone: true } })
  return { kind: 'ad-referendum', referendumBy: endOfDayIn(timeZone, answer.referendumOn) }
}
