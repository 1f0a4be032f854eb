import type { Decider } from './decider.ts'
import type { ConclusionRefusalWith } from './refusal.ts'
import { flawIn, type TextFlaw } from './text.ts'

/** What a decider answers to a put version (vocabulary). */
export type StanceAnswer =
  | { readonly kind: 'consent' }
  | { readonly kind: 'consent-with-reservation'; readonly reservation: string }
  /** Subject to the principals' word, which is on time up to and including this instant. */
  | { readonly kind: 'ad-referendum'; readonly referendumBy: Date }
  | { readonly kind: 'stand-aside'; readonly reason: string }
  | { readonly kind: 'object'; readonly reason: string }

/** Every kind of stance, from agreement to objection. */
export const STANCE_KINDS = ['consent', 'consent-with-reservation', 'ad-referendum', 'stand-aside', 'object'] as const

export type StanceKind = (typeof STANCE_KINDS)[number]

/** What principals can say. */
export const principalsWords = ['confirmed', 'declined'] as const

/** What the principals of a party said to its stance ad referendum. */
export interface PrincipalsWord {
  readonly word: (typeof principalsWords)[number]
  readonly byPersonId: string
  readonly signInMethod: string
  readonly at: Date
}

/** A decider's answer to one version, with who gave it and how they had signed in (rule 13). */
export interface Stance {
  readonly decider: Decider
  readonly answer: StanceAnswer
  readonly givenById: string
  readonly signInMethod: string
  readonly givenAt: Date
  /** Only for ad referendum, once the principals have spoken. */
  readonly principals: PrincipalsWord | null
}

/** What can be wrong with an answer by itself. */
export type AnswerCode = 'date-not-ahead' | TextFlaw['refused']

/** A reservation, a reason and a date must be there; the date must lie ahead. */
export function flawInAnswer(answer: StanceAnswer, now: Date): ConclusionRefusalWith<AnswerCode> | null {
  switch (answer.kind) {
    case 'consent':
      return null
    case 'consent-with-reservation':
      return flawIn('reservation', answer.reservation, 'must-be-there')
    case 'ad-referendum':
      return answer.referendumBy > now ? null : { refused: 'date-not-ahead' }
    case 'stand-aside':
    case 'object':
      return flawIn('reason', answer.reason, 'must-be-there')
    default:
      return answer satisfies never
  }
}

/** Consent, with or without a reservation, or ad referendum: the stances of which an adoption needs two (rule 7). */
export function consents(stance: Stance): boolean {
  return stance.answer.kind !== 'object' && stance.answer.kind !== 'stand-aside'
}

/** Given ad referendum, and the principals have not spoken. */
export function awaitsPrincipals(stance: Stance): boolean {
  return stance.answer.kind === 'ad-referendum' && stance.principals === null
}

/** The date that a stance ad referendum named has passed without the principals' word. */
export function isOverdue(stance: Pick<Stance, 'answer' | 'principals'>, now: Date): boolean {
  return stance.answer.kind === 'ad-referendum' && stance.principals === null && stance.answer.referendumBy < now
}
