import type { Participant } from '../meeting/participant.ts'
import { isRefusal } from '../refusal.ts'
import { adopt } from './adoption.ts'
import type { TakeStance } from './command.ts'
import type { BareVersion, Conclusion, Put, Version } from './conclusion.ts'
import { type Decider, deciderFor, sameDecider } from './decider.ts'
import type { Decision, StanceTaken } from './event.ts'
import { answered } from './evolve.ts'
import { type ConclusionFacts, type Context, closedToDeciding, closedToReading, type DecidingCode } from './facts.ts'
import type { ConclusionRefusalWith } from './refusal.ts'
import { type AnswerCode, consents, flawInAnswer, type Stance, type StanceAnswer, type StanceKind } from './stance.ts'
import { tally } from './standing.ts'
import { flawInSupersession, olderOf, type SupersedingCode } from './supersession.ts'

type AnsweringCode = DecidingCode | 'not-put' | 'not-entitled' | 'no-standing-aside'

/** The put version that somebody may answer in this way, and for whom; or why not. */
export function versionToAnswer<V extends BareVersion = Version>(
  conclusion: Conclusion<V>,
  { meeting }: ConclusionFacts,
  by: Participant,
  kind: StanceKind,
): { readonly put: Put<V>; readonly decider: Decider } | ConclusionRefusalWith<AnsweringCode> {
  const closed = closedToDeciding(meeting)
  if (closed) return closed
  if (conclusion.state !== 'put') return { refused: 'not-put', state: conclusion.state }
  const decider = deciderFor(by, conclusion.current.putting.deciders)
  if (decider === null) return { refused: 'not-entitled' }
  if (meeting.kind === 'bilateral' && kind === 'stand-aside') return { refused: 'no-standing-aside', kind }
  return { put: conclusion, decider }
}

/**
 * A decider answers the version that it names; on any other the stance is refused. While nothing is decided a stance
 * may be changed, by whoever knows the one that stands. The last required stance adopts, or fixes the text, in the same decision (rule 7).
 */
export function decideStance(
  conclusion: Conclusion,
  command: TakeStance,
  context: Context,
  now: Date,
): Decision<
  'version-changed' | 'answered-meanwhile' | AnsweringCode | AnswerCode | 'cites-limited-text' | SupersedingCode
> {
  const { by, signInMethod, version, answer } = command
  if (isStale(conclusion, version)) return { refused: 'version-changed', current: conclusion.current.number }
  const asked = versionToAnswer(conclusion, context, by, answer.kind)
  if (isRefusal(asked)) return asked
  const flaw = flawInAnswer(answer, now)
  if (flaw) return flaw

  const { put, decider } = asked
  const given = { givenById: by.group.personId, signInMethod, givenAt: now }
  const stance: Stance = { decider, answer, ...given, principals: null }
  const before = put.current.putting.stances.find((one) => sameDecider(one.decider, decider))
  if (before !== undefined && repeats(before, stance)) return []
  if (isReplaced(before, command.replaces)) return { refused: 'answered-meanwhile' }
  const hidden = consents(stance) ? closedToReading(context.meeting) : null
  if (hidden) return hidden
  const taken: StanceTaken = { type: 'stance-taken', conclusionId: put.id, at: now, version, stance }
  return decided({ ...put, current: answered(put.current, stance) }, taken, context, now)
}

/**
 * What somebody's consent would bring about at once: the version adopted, or its text fixed ad referendum; null: it would
 * decide nothing yet. Said beside the button, because nobody can take it back then.
 */
export function decidedByConsent(
  conclusion: Conclusion,
  facts: ConclusionFacts,
  by: Participant,
  now: Date,
): 'agreed' | 'agreed-ad-referendum' | null {
  const asked = versionToAnswer(conclusion, facts, by, 'consent')
  if (isRefusal(asked)) return null
  const given = { givenById: by.group.personId, signInMethod: '', givenAt: now, principals: null }
  const { current } = asked.put
  const { outcome } = tally(
    answered(current, { decider: asked.decider, answer: { kind: 'consent' }, ...given }).putting,
    now,
  )
  return outcome === 'agreed' || outcome === 'agreed-ad-referendum' ? outcome : null
}

function decided(put: Put, taken: StanceTaken, context: Context, now: Date): Decision<SupersedingCode> {
  const result = tally(put.current.putting, now)
  switch (result.outcome) {
    case 'undecided':
    case 'blocked-by-objection':
    case 'too-few-consents':
    case 'too-many-stand-aside':
      return [taken]
    case 'agreed-ad-referendum': {
      const flaw = flawInSupersession(olderOf(put, context), put.current.putting.deciders)
      if (flaw) return flaw
      const { conclusionId, at, version } = taken
      return [taken, { type: 'fixed-ad-referendum', conclusionId, at, version, awaiting: result.awaiting }]
    }
    case 'agreed': {
      const adoption = adopt(put, context, now)
      return isRefusal(adoption) ? adoption : [taken, ...adoption]
    }
    default:
      return result satisfies never
  }
}

/** The version was changed since it was read; only a conclusion that has versions can be stale. */
function isStale(conclusion: Conclusion, version: number): conclusion is Exclude<Conclusion, { state: 'recorded' }> {
  return conclusion.state !== 'recorded' && version !== conclusion.current.number
}

/** Another answer of the side stands there than the one that is to be replaced: somebody else of it was faster. */
function isReplaced(before: Stance | undefined, replaces: Date | null | undefined): boolean {
  return replaces !== undefined && before?.givenAt.getTime() !== replaces?.getTime()
}

/** The same person gives the same answer again: two clicks, one consent. */
function repeats(before: Stance, stance: Stance): boolean {
  return (
    sameDecider(before.decider, stance.decider) &&
    before.givenById === stance.givenById &&
    sameAnswer(before.answer, stance.answer)
  )
}

function sameAnswer(one: StanceAnswer, other: StanceAnswer): boolean {
  switch (one.kind) {
    case 'consent':
      return other.kind === 'consent'
    case 'consent-with-reservation':
      return other.kind === one.kind && other.reservation === one.reservation
    case 'ad-referendum':
      return other.kind === one.kind && other.referendumBy.getTime() === one.referendumBy.getTime()
    case 'stand-aside':
    case 'object':
      return other.kind === one.kind && other.reason === one.reason
    default:
      return one satisfies never
  }
}
