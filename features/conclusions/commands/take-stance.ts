import { endOfDayIn } from '#domain/calendar-day.ts'
import type { StanceAnswer } from '#domain/conclusion/stance.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { conclusion, type HeldConclusion, outcomeOf } from '#store/conclusion/acts.ts'
import { perform } from '#store/perform.ts'
import type { StanceInput } from '../schema.ts'
import { explained, withVersions } from './version-changed.ts'

/**
 * Somebody answers a put version for their party, or in a study session for themselves. The last required stance adopts
 * it, or fixes its text ad referendum, in this transaction (rule 7). On any other version the stance is refused with
 * `version-changed`, the current version and the difference; `answered-meanwhile` where another answer of their side stands than
 * they saw.
 */
export async function takeStance(viewer: Viewer, conclusionId: string, { version, answer, replaces }: StanceInput) {
  const command = async (held: HeldConclusion) => {
    const seen = replaces == null ? replaces : new Date(replaces)
    const given = { version, answer: await answerFrom(held, answer), replaces: seen, signInMethod: viewer.method }
    return { type: 'take-stance', by: held.actor, ...given } as const
  }
  const compare = withVersions(version)
  const done = await perform(viewer, conclusion(conclusionId, 'take-stance'), command, {
    answer: outcomeOf,
    explain: (held, refusal) => compare(held, atItsDay(refusal)),
  })
  return explained(viewer, done)
}

/** A day that is over is refused at its field. */
function atItsDay<Refused extends Refusal>(refusal: Refused): Refused & { readonly field?: string } {
  return refusal.refused === 'date-not-ahead' ? { ...refusal, field: 'referendumOn' } : refusal
}

/** The principals have their word until the end of the day that was named, where their party is. */
async function answerFrom(
  { act: { tx }, scope, actor }: HeldConclusion,
  answer: StanceInput['answer'],
): Promise<StanceAnswer> {
  if (answer.kind !== 'ad-referendum') return answer
  const { timeZone } =
    actor.party === null
      ? await tx.group.findUniqueOrThrow({ where: { id: scope.groupId }, select: { timeZone: true } })
      : await tx.party.findUniqueOrThrow({ where: { id: actor.party.partyId }, select: { timeZone: true } })
  return { kind: 'ad-referendum', referendumBy: endOfDayIn(timeZone, answer.referendumOn) }
}
