import { adopt } from './adoption.ts'
import type { BringWord } from './command.ts'
import type { AdReferendum, BareVersion, Conclusion, Version } from './conclusion.ts'
import type { Decision, HasLapsed, WordBrought } from './event.ts'
import { spoken } from './evolve.ts'
import type { Context } from './meeting-facts.ts'
import { type Actor, type Decider, sameDecider, voiceOf } from './people.ts'
import { isRefusal, type Refusal } from './refusal.ts'
import { awaitsPrincipals } from './stance.ts'
import { overdueIn } from './standing.ts'
import { flawIn } from './text.ts'

/**
 * The fixed text on which this actor may bring the principals' word, and whose; or why not. Neither the agreed record
 * nor leaving the meeting takes the word away: the date was part of the stance.
 */
export function textAwaitingWord<V extends BareVersion = Version>(
  conclusion: Conclusion<V>,
  actor: Actor,
  now: Date,
): { readonly fixed: AdReferendum<V>; readonly decider: Decider } | Refusal {
  if (conclusion.state !== 'ad-referendum') return { refused: 'not-ad-referendum', state: conclusion.state }
  const { deciders, stances } = conclusion.current.putting
  const decider = voiceOf(actor, deciders)
  if (decider === null) return { refused: 'not-entitled' }
  const awaited = stances.some((stance) => sameDecider(stance.decider, decider) && awaitsPrincipals(stance))
  if (!awaited) return { refused: 'no-word-awaited' }
  if (overdueIn(conclusion.current.putting, now).length > 0) return { refused: 'date-passed' }
  return { fixed: conclusion, decider }
}

/** Rule 8: all confirm, adopted. One declines, not adopted. A word that comes after a date finds the text lapsed. */
export function bringWord(conclusion: Conclusion, command: BringWord, context: Context, now: Date): Decision {
  const { by, version, word, reason } = command
  const asked = textAwaitingWord(conclusion, by, now)
  if (isRefusal(asked)) return asked.refused === 'date-passed' ? lapse(conclusion, now) : asked
  const { fixed, decider } = asked
  if (version !== fixed.current.number) return { refused: 'version-changed', current: fixed.current.number }
  const flaw = reason === null ? null : flawIn('reason', reason, 'may-be-empty')
  if (flaw) return flaw

  const happened = { conclusionId: fixed.id, at: now, version, decider }
  const principals = { word, byPersonId: by.personId, signInMethod: by.signInMethod, at: now }
  const brought: WordBrought = { ...happened, type: 'word-brought', word: principals }
  if (word === 'declined') return [brought, { ...happened, type: 'declined', reason }]

  const current = spoken(fixed.current, brought)
  if (current.putting.stances.some(awaitsPrincipals)) return [brought]
  const adoption = adopt({ ...fixed, current }, context, now)
  return isRefusal(adoption) ? adoption : [brought, ...adoption]
}

/** Rule 8: a date passes, the text lapses. Before that, and in every other state, nothing follows. */
export function lapse(conclusion: Conclusion, now: Date): readonly HasLapsed[] {
  if (conclusion.state !== 'ad-referendum') return []
  const { number: version, putting } = conclusion.current
  const overdue = overdueIn(putting, now)
  return overdue.length > 0 ? [{ type: 'lapsed', conclusionId: conclusion.id, at: now, version, overdue }] : []
}
