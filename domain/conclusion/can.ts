/** What somebody may do with a conclusion at this moment: for each act, whether `decideConclusion` would not refuse it. */
import { mayBut } from '../may.ts'
import { activeParties } from '../meeting/meeting.ts'
import type { Participant } from '../meeting/participant.ts'
import { isRefusal } from '../refusal.ts'
import type { Command } from './command.ts'
import type { AdReferendum, Conclusion, Draft, Put } from './conclusion.ts'
import type { CommitmentTerms, Content } from './content.ts'
import { decideConclusion } from './decide.ts'
import { deciderFor } from './decider.ts'
import { wordsOfSide } from './divergence.ts'
import type { ConclusionFacts, Context } from './facts.ts'
import type { ConclusionRefusal } from './refusal.ts'
import type { StanceAnswer, StanceKind } from './stance.ts'

/** What a viewer can do with a conclusion at this moment; each stance is an act of its own. */
export type ConclusionAct =
  | 'revise'
  | 'put'
  | 'take-back'
  | 'withdraw'
  | StanceKind
  | 'bring-word'
  | 'record-divergence'
  | 'write-words'

/** What is drafted from a conclusion: a draft that starts from its wording (rule 8), or one that would supersede it (rule 10). */
export type Following = 'new-draft' | 'supersede'

/** Refusals for what a meeting still lacks, not for who acts or where the conclusion stands: the screen says them beside the act. */
const lacking: readonly ConclusionRefusal['refused'][] = ['too-few-parties', 'resolution-limit']

const text = '-'
const nothing: Content = { wording: text, citations: [], commitments: [], chainHead: null }

/**
 * Which acts are open to this viewer: exactly those that `decideConclusion` would not refuse for who they are or where the conclusion
 * stands. What it says, and what it rests on, is taken to be as it should: that may still be refused, and is said beforehand
 * by `obstacleToPutting`.
 */
export function can(
  conclusion: Conclusion,
  { meeting }: ConclusionFacts,
  by: Participant,
  now: Date,
): Readonly<Record<ConclusionAct, boolean>> {
  const context = contextOf({ meeting, origin: null, supersedes: null })
  const fitting = fittingOf(conclusion, context)
  const version = conclusion.state === 'recorded' ? 0 : conclusion.current.number
  const open = (command: Command) => mayBut(lacking, decideConclusion, fitting, command, context, now)
  const answer = (kind: StanceKind) =>
    open({ type: 'take-stance', by, signInMethod: '', version, answer: answerOf(kind, now) })
  const diverging = { type: 'record-divergence', by, conclusionId: '', title: text } as const
  return {
    revise: open({ type: 'revise', by, baseVersion: version, content: nothing }),
    put: open({ type: 'put', by, version }),
    'take-back': open({ type: 'take-back', by, version, reason: text }),
    withdraw: open({ type: 'withdraw', by, version, reason: text }),
    consent: answer('consent'),
    'consent-with-reservation': answer('consent-with-reservation'),
    'ad-referendum': answer('ad-referendum'),
    'stand-aside': answer('stand-aside'),
    object: answer('object'),
    'bring-word': bringsWord(fitting, by, version, context, now),
    'record-divergence': mayBut(lacking, decideConclusion, null, diverging, { ...context, origin: fitting }, now),
    'write-words': open({ type: 'write-words', by, words: text, seen: wordsSeen(fitting, by) }),
  }
}

/** What whoever writes the words of their side has before them; null: nothing, or they write for none. */
function wordsSeen(conclusion: Conclusion, by: Participant): string | null {
  if (conclusion.state !== 'recorded') return null
  const side = deciderFor(by, conclusion.sides)
  return side && wordsOfSide({ divergence: conclusion, side })
}

/** Whether this viewer can open a draft in this meeting. */
export function canOpen({ meeting }: ConclusionFacts, by: Participant): boolean {
  return opens({ meeting, origin: null, supersedes: null }, by)
}

/** Which drafts this viewer can open that follow from a conclusion of this meeting. */
export function canFollowWith(
  conclusion: Conclusion,
  { meeting }: ConclusionFacts,
  by: Participant,
): Readonly<Record<Following, boolean>> {
  return {
    'new-draft': opens({ meeting, origin: conclusion, supersedes: null }, by),
    supersede: opens({ meeting, origin: null, supersedes: { conclusion, open: true } }, by),
  }
}

function opens(facts: ConclusionFacts, by: Participant): boolean {
  const command = { type: 'open', by, conclusionId: '', kind: 'common-understanding', title: text } as const
  return mayBut(lacking, decideConclusion, null, { ...command, content: nothing }, contextOf(facts), new Date(0))
}

/** A word that comes too late is not refused: the text is found lapsed, and no word is brought. */
function bringsWord(conclusion: Conclusion, by: Participant, version: number, context: Context, now: Date): boolean {
  const command = { type: 'bring-word', by, signInMethod: '', version, word: 'declined', reason: null } as const
  const decision = decideConclusion(conclusion, command, context, now)
  return !isRefusal(decision) && decision.some(({ type }) => type === 'word-brought')
}

/** What a conclusion rests on is open to everybody, and nobody asks for a fingerprint. */
function contextOf({ meeting, ...facts }: ConclusionFacts): Context {
  return { ...facts, meeting: { ...meeting, citesLimitedText: false }, sha256: () => '' }
}

/** The conclusion with words that can be put, and with nothing that it would supersede. */
function fittingOf(conclusion: Conclusion, { meeting }: Context): Conclusion {
  if (conclusion.state === 'recorded') return conclusion
  const { kind } = conclusion
  const [partyId = null] = activeParties(meeting)
  const terms: CommitmentTerms = { what: text, partyId, personId: null, dueOn: '2999-12-31' }
  const commitments = kind === 'cooperation' ? [terms] : []
  const worded = <C extends Draft | Put | AdReferendum>(one: C): C => ({
    ...one,
    supersedesId: null,
    current: { ...one.current, wording: text, citations: [], commitments },
  })
  switch (conclusion.state) {
    case 'draft':
    case 'put':
    case 'ad-referendum':
      return worded(conclusion)
    case 'adopted':
    case 'superseded':
    case 'declined':
    case 'lapsed':
    case 'withdrawn':
    case 'diverged':
      return conclusion
    default:
      return conclusion satisfies never
  }
}

function answerOf(kind: StanceKind, now: Date): StanceAnswer {
  switch (kind) {
    case 'consent':
      return { kind }
    case 'consent-with-reservation':
      return { kind, reservation: text }
    case 'ad-referendum':
      return { kind, referendumBy: new Date(now.getTime() + 1) }
    case 'stand-aside':
    case 'object':
      return { kind, reason: text }
    default:
      return kind satisfies never
  }
}
