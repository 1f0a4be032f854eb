import type { BareConclusion, BareVersion, Conclusion, DraftedKind, Putting } from './conclusion.ts'
import type { Decider } from './decider.ts'
import { awaitsPrincipals, isOverdue, type Stance, type StanceKind } from './stance.ts'

/**
 * What the answers of all deciders can amount to without deciding: somebody objects; not enough consent; or more than a third
 * stand aside, so that nobody carries it.
 */
export type NotCarried = 'blocked-by-objection' | 'too-few-consents' | 'too-many-stand-aside'

/** What the answers to a put version amount to. The last two decide it; the others leave it put. */
export type Tally =
  /** Somebody has not answered. */
  | { readonly outcome: 'undecided'; readonly missing: readonly Decider[] }
  /** All have answered, and the answers do not carry it: not adopted as it stands. */
  | { readonly outcome: NotCarried }
  /** The answers allow it, subject to the principals of these deciders. */
  | { readonly outcome: 'agreed-ad-referendum'; readonly awaiting: readonly Decider[] }
  | { readonly outcome: 'agreed' }

/**
 * Rule 7: every decider has answered, none objects, and at least two consent, with or without reservation or ad
 * referendum. In a bilateral that is both sides; in a study session with one participant, that one. When more than a
 * third of the deciders stand aside it is not adopted.
 *
 * An answer ad referendum whose date passes before the text is fixed no longer counts as one: its party answers again.
 */
export function tally(putting: Putting, now: Date): Tally {
  const stances = putting.stances.filter((stance) => !isOverdue(stance, now))
  // By ids alone, because an id is one party's or one person's: this is counted again with every entry of a record that is replayed.
  const answered = new Set(stances.map(({ decider }) => idOf(decider)))
  const missing = putting.deciders.filter((decider) => !answered.has(idOf(decider)))
  if (missing.length > 0) return { outcome: 'undecided', missing }

  const outcome = notCarried(stances.map(({ answer }) => answer.kind))
  if (outcome !== null) return { outcome }

  const awaiting = stances.filter(awaitsPrincipals).map((stance) => stance.decider)
  return awaiting.length > 0 ? { outcome: 'agreed-ad-referendum', awaiting } : { outcome: 'agreed' }
}

function idOf(decider: Decider): string {
  return decider.kind === 'party' ? decider.partyId : decider.personId
}

/** How many must decide on a version (rules 7 and 15): for a resolution three parties, in a study session one person, else two. */
export function decidersNeeded(kind: DraftedKind, byPeople: boolean): number {
  if (byPeople) return 1
  return kind === 'resolution' ? 3 : 2
}

/** Why these answers, one of each decider, do not carry a version; null: they do (rule 7). */
export function notCarried(answers: readonly StanceKind[]): NotCarried | null {
  if (answers.includes('object')) return 'blocked-by-objection'
  const aside = answers.filter((kind) => kind === 'stand-aside').length
  // Two consent; only a study session can be put to one decider, who then suffices.
  if (answers.length - aside < Math.min(2, answers.length)) return 'too-few-consents'
  return aside * 3 > answers.length ? 'too-many-stand-aside' : null
}

/** The deciders whose date has passed on a text that was fixed ad referendum (rule 8). */
export function overdueIn(putting: Putting, now: Date): readonly Decider[] {
  return putting.stances.filter((stance) => isOverdue(stance, now)).map((stance) => stance.decider)
}

/** Where a conclusion stands at this moment: `put` is told apart by its tally, the other states are their own outcome. */
export interface Standing {
  readonly outcome: Exclude<Conclusion['state'], 'put'> | 'undecided' | NotCarried
  /** The answers that count, or counted; empty while nothing is put. */
  readonly answered: readonly Stance[]
  /** Deciders of the put version who have not answered, or whose date passed before the others did. */
  readonly missing: readonly Decider[]
  /** Deciders whose principals' word is awaited. */
  readonly awaiting: readonly Decider[]
}

/** Where a conclusion stands, in one code: the state, or of what is put what its answers amount to. Its words stand in `messages/`. */
export type OutcomeSoFar = Standing['outcome']

/** Who has answered, who is missing, and what it amounts to so far. A text past its date has lapsed, noted or not. */
export function standing(conclusion: BareConclusion, now: Date): Standing {
  const nobody = { answered: [], missing: [], awaiting: [] }
  switch (conclusion.state) {
    case 'draft':
    case 'withdrawn':
    case 'recorded':
      return { ...nobody, outcome: conclusion.state }
    case 'put':
      return standingOfPut(conclusion.current.putting, now)
    case 'ad-referendum': {
      const { stances } = conclusion.current.putting
      if (stances.some((stance) => isOverdue(stance, now))) return { ...nobody, outcome: 'lapsed', answered: stances }
      const awaiting = stances.filter(awaitsPrincipals).map((stance) => stance.decider)
      return { outcome: 'ad-referendum', answered: stances, missing: [], awaiting }
    }
    case 'adopted':
    case 'superseded':
    case 'declined':
    case 'lapsed':
    case 'diverged':
      return { ...nobody, outcome: conclusion.state, answered: standingPut(conclusion.current)?.stances ?? [] }
    default:
      return conclusion satisfies never
  }
}

/** The putting of a version while it is not taken back: the answers to it stand. */
export function standingPut({ putting }: BareVersion): Putting | null {
  return putting?.takenBack === null ? putting : null
}

function standingOfPut(putting: Putting, now: Date): Standing {
  const result = tally(putting, now)
  const answered = putting.stances.filter((stance) => !isOverdue(stance, now))
  switch (result.outcome) {
    case 'undecided':
      return { outcome: 'undecided', answered, missing: result.missing, awaiting: [] }
    case 'blocked-by-objection':
    case 'too-few-consents':
    case 'too-many-stand-aside':
      return { outcome: result.outcome, answered, missing: [], awaiting: [] }
    case 'agreed':
    case 'agreed-ad-referendum':
      // The last stance decides in the same act (rule 7), so only a clock that runs behind the deciding one sees this.
      return { outcome: 'undecided', answered, missing: [], awaiting: [] }
    default:
      return result satisfies never
  }
}
