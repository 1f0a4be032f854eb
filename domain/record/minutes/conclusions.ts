/** The conclusions of a record as minutes show them: each a projection of its state (`told-conclusion.ts`). */
import type { ConclusionKind, ConclusionState } from '../../conclusion/conclusion.ts'
import { type Decider, deciderKey } from '../../conclusion/decider.ts'
import type { Stance, StanceAnswer, StanceKind } from '../../conclusion/stance.ts'
import { type OutcomeSoFar, standing, standingPut } from '../../conclusion/standing.ts'
import type { VersionText } from '../conclusion-entry.ts'
import type { RecordLine, SideRef } from '../entry.ts'
import { sideOf, type ToldConclusion, toldConclusions } from './told-conclusion.ts'

/** One side's answer to the version that was put last. */
export interface AnswerView {
  readonly side: SideRef
  readonly stance: StanceKind
  /** The reservation or reason; empty for none. */
  readonly words: string
  readonly givenBy: string
  readonly signInMethod: string
  readonly at: string
  /** Of a stance ad referendum: until when the principals have their word, and the zone in which that day ends. */
  readonly until: { readonly at: string; readonly zone: string | null } | null
  /** The principals' word on a stance ad referendum; null: it is not there, or was not asked for. */
  readonly principals: PrincipalsView | null
}

/** What the principals said, who brought their word and when, and how that person had signed in (rule 13). */
export interface PrincipalsView {
  readonly word: 'confirmed' | 'declined'
  readonly broughtBy: string
  readonly signInMethod: string
  readonly at: string
}

/** A conclusion as it stood when the minutes end. */
export interface RecordedConclusion {
  readonly id: string
  readonly kind: ConclusionKind
  readonly title: string
  readonly itemId: string | null
  readonly state: ConclusionState
  /** Where it stood; of what is put, what the answers amount to. */
  readonly outcome: OutcomeSoFar
  /** Since when it is in this state; ISO 8601, UTC. */
  readonly at: string
  /** The current version; null for a divergence, and when its entry was erased. */
  readonly text: VersionText | null
  /** Who was asked for a stance on the current version; empty while it is not put. */
  readonly deciders: readonly SideRef[]
  /** Those of them who have not answered, or whose answer does not count any more. */
  readonly missing: readonly SideRef[]
  /** The answers to the current version that count, or counted. */
  readonly stances: readonly AnswerView[]
  /** What each side says in a divergence, in its own words. */
  readonly words: readonly { readonly side: SideRef; readonly words: string }[]
  /** SHA-256 of the adopted wording. */
  readonly contentHash: string | null
  /** Why it was withdrawn or declined, by whom it was superseded; empty for none. */
  readonly because: string
  /** The divergence that was recorded on it; null: none. */
  readonly divergence: { readonly id: string; readonly title: string } | null
}

/**
 * The conclusions of a record, in the order in which they first appear.
 *
 * @param now the moment at which they are looked at: a text past its date has lapsed, noted or not.
 */
export function conclusionsIn(body: readonly RecordLine[], now: Date): readonly RecordedConclusion[] {
  return toldConclusions(body).map((told) => viewOf(told, now))
}

function viewOf(told: ToldConclusion, now: Date): RecordedConclusion {
  const { ref, conclusion, at, text, because, divergence } = told
  const { outcome, answered, missing } = standing(conclusion, now)
  const sidesOf = (deciders: readonly Decider[]) => deciders.flatMap((one) => sideOf(told, deciderKey(one)) ?? [])
  const drafted = conclusion.state === 'recorded' ? null : conclusion
  return {
    id: ref.id,
    kind: ref.kind,
    title: ref.title,
    itemId: ref.item?.id ?? null,
    state: conclusion.state,
    outcome,
    at,
    text,
    deciders: sidesOf((drafted && standingPut(drafted.current)?.deciders) ?? []),
    missing: sidesOf(missing),
    stances: answered.flatMap((stance) => answerView(told, stance) ?? []),
    words:
      conclusion.state === 'recorded'
        ? conclusion.words.flatMap(({ side, words }) => sidesOf([side]).map((named) => ({ side: named, words })))
        : [],
    contentHash: 'contentHash' in conclusion ? conclusion.contentHash || null : null,
    because,
    divergence,
  }
}

function answerView({ answers, broughtBy }: ToldConclusion, stance: Stance): AnswerView | null {
  const { decider, answer, signInMethod, givenAt, principals } = stance
  const key = deciderKey(decider)
  const told = answers.get(key)
  if (told === undefined) return null
  const { side, givenBy, zone } = told
  return {
    side,
    stance: answer.kind,
    words: wordsOf(answer),
    givenBy,
    signInMethod,
    at: givenAt.toISOString(),
    until: answer.kind === 'ad-referendum' ? { at: answer.referendumBy.toISOString(), zone } : null,
    principals: principals && {
      word: principals.word,
      broughtBy: broughtBy.get(key) ?? '',
      signInMethod: principals.signInMethod,
      at: principals.at.toISOString(),
    },
  }
}

function wordsOf(answer: StanceAnswer): string {
  switch (answer.kind) {
    case 'consent':
    case 'ad-referendum':
      return ''
    case 'consent-with-reservation':
      return answer.reservation
    case 'stand-aside':
    case 'object':
      return answer.reason
    default:
      return answer satisfies never
  }
}
