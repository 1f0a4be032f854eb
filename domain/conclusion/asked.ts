import type { Participant } from '../meeting/participant.ts'
import { isRefusal } from '../refusal.ts'
import { textAwaitingWord } from './bring-word.ts'
import type { BareConclusion } from './conclusion.ts'
import { type Decider, sameDecider } from './decider.ts'
import { divergenceToWriteIn } from './divergence.ts'
import type { ConclusionFacts } from './facts.ts'
import { standing } from './standing.ts'
import { versionToTakeBack } from './take-back.ts'
import { versionToAnswer } from './take-stance.ts'

/** What a conclusion waits for from one person: for the party or, in a study session, for themselves; or as who conducts. */
export type ConclusionAsk =
  | { readonly kind: 'stance'; readonly of: Decider; readonly version: number }
  /** The principals' word, on time up to and including `by`. */
  | { readonly kind: 'word'; readonly of: Decider; readonly version: number; readonly by: Date }
  /** Their side's own words in a divergence. */
  | { readonly kind: 'words'; readonly of: Decider }
  /** All have answered, and the answers do not carry the version (rule 7): what becomes of it, of whoever may take it back. */
  | { readonly kind: 'not-carried'; readonly version: number }

/** What is asked of this viewer now; null: nothing, though acts may be open to them (`can`). */
export function askedOf(
  conclusion: BareConclusion,
  facts: ConclusionFacts,
  by: Participant,
  now: Date,
): ConclusionAsk | null {
  switch (conclusion.state) {
    case 'put': {
      const { number: version } = conclusion.current
      const { outcome, missing } = standing(conclusion, now)
      if (outcome !== 'undecided')
        return isRefusal(versionToTakeBack(conclusion, facts, by)) ? null : { kind: 'not-carried', version }
      const answer = versionToAnswer(conclusion, facts, by, 'consent')
      if (isRefusal(answer) || !missing.some((one) => sameDecider(one, answer.decider))) return null
      return { kind: 'stance', of: answer.decider, version }
    }
    case 'ad-referendum': {
      const awaited = textAwaitingWord(conclusion, facts, by, now)
      if (isRefusal(awaited)) return null
      const { stances } = conclusion.current.putting
      const answer = stances.find((stance) => sameDecider(stance.decider, awaited.decider))?.answer
      if (answer?.kind !== 'ad-referendum') return null
      return { kind: 'word', of: awaited.decider, version: conclusion.current.number, by: answer.referendumBy }
    }
    case 'recorded': {
      const place = divergenceToWriteIn(conclusion, facts, by)
      if (isRefusal(place)) return null
      const written = conclusion.words.some(({ side }) => sameDecider(side, place.side))
      return written ? null : { kind: 'words', of: place.side }
    }
    case 'draft':
    case 'adopted':
    case 'superseded':
    case 'declined':
    case 'lapsed':
    case 'withdrawn':
    case 'diverged':
      return null
    default:
      return conclusion satisfies never
  }
}
