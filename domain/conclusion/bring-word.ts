import { adoptsResolutions } from '../meeting/arity.ts'
import { activeParties } from '../meeting/meeting.ts'
import type { Participant } from '../meeting/participant.ts'
import { isRefusal, type Refusal } from '../refusal.ts'
import { adopt } from './adoption.ts'
import type { BringWord } from './command.ts'
import type { AdReferendum, BareConclusion, BareVersion, Conclusion, Version } from './conclusion.ts'
import { type Decider, deciderFor, sameDecider } from './decider.ts'
import type { Decision, HasLapsed, WordBrought } from './event.ts'
import { spoken } from './evolve.ts'
import type { ConclusionFacts, Context } from './facts.ts'
import type { ConclusionRefusalWith } from './refusal.ts'
import { awaitsPrincipals } from './stance.ts'
import { overdueIn } from './standing.ts'
import type { SupersedingCode } from './supersession.ts'
import { flawIn, type TextFlaw } from './text.ts'

type WordRefusal =
  | ConclusionRefusalWith<'not-ad-referendum' | 'not-entitled' | 'no-word-awaited'>
  | Refusal<'text-lapsed'>

/**
 * The fixed text on which somebody may bring the principals' word, and whose; or why not. Neither the agreed record
 * nor leaving the meeting takes the word away: the date was part of the stance.
 */
export function textAwaitingWord<V extends BareVersion = Version>(
  conclusion: Conclusion<V>,
  facts: ConclusionFacts,
  by: Participant,
  now: Date,
): { readonly fixed: AdReferendum<V>; readonly decider: Decider } | WordRefusal {
  if (conclusion.state !== 'ad-referendum') return { refused: 'not-ad-referendum', state: conclusion.state }
  const { deciders, stances } = conclusion.current.putting
  const decider = deciderFor(by, deciders)
  if (decider === null) return { refused: 'not-entitled' }
  const awaited = stances.some((stance) => sameDecider(stance.decider, decider) && awaitsPrincipals(stance))
  if (!awaited) return { refused: 'no-word-awaited' }
  if (lapse(conclusion, facts, now).length > 0) return { refused: 'text-lapsed' }
  return { fixed: conclusion, decider }
}

/** Rule 8: all confirm, adopted. One declines, not adopted. A word that comes too late finds the text lapsed. */
export function decideWord(
  conclusion: Conclusion,
  command: BringWord,
  context: Context,
  now: Date,
): Decision<
  Exclude<WordRefusal['refused'], 'text-lapsed'> | 'version-changed' | TextFlaw['refused'] | SupersedingCode
> {
  const { by, signInMethod, version, word, reason } = command
  const asked = textAwaitingWord(conclusion, context, by, now)
  if (isRefusal(asked)) return asked.refused === 'text-lapsed' ? lapse(conclusion, context, now) : asked
  const { fixed, decider } = asked
  if (version !== fixed.current.number) return { refused: 'version-changed', current: fixed.current.number }
  const flaw = reason === null ? null : flawIn('reason', reason, 'may-be-empty')
  if (flaw) return flaw

  const happened = { conclusionId: fixed.id, at: now, version, decider }
  const principals = { word, byPersonId: by.group.personId, signInMethod, at: now }
  const brought: WordBrought = { ...happened, type: 'word-brought', word: principals }
  if (word === 'declined') return [brought, { ...happened, type: 'declined', reason }]

  const current = spoken(fixed.current, brought)
  if (current.putting.stances.some(awaitsPrincipals)) return [brought]
  const adoption = adopt({ ...fixed, current }, context, now)
  return isRefusal(adoption) ? adoption : [brought, ...adoption]
}

/**
 * A fixed text lapses when a date passes (rule 8), and a resolution as soon as too few parties are left in its meeting to
 * adopt one (rule 15). Before that, and in every other state, nothing follows.
 */
export function lapse(conclusion: BareConclusion, { meeting }: ConclusionFacts, now: Date): readonly HasLapsed[] {
  if (conclusion.state !== 'ad-referendum') return []
  const { number: version, putting } = conclusion.current
  const overdue = overdueIn(putting, now)
  const tooFew = conclusion.kind === 'resolution' && !adoptsResolutions(meeting.kind, activeParties(meeting).length)
  const lapses = overdue.length > 0 || tooFew
  return lapses ? [{ type: 'lapsed', conclusionId: conclusion.id, at: now, version, overdue }] : []
}
