import type { Decider } from '#domain/conclusion/decider.ts'
import { principalsWords, STANCE_KINDS, type Stance, type StanceAnswer } from '#domain/conclusion/stance.ts'
import { oneOf } from '#lib/db/one-of.ts'
import type { Prisma } from '#lib/db/prisma.ts'

type Row = Pick<
  Prisma.StanceGetPayload<object>,
  | 'kind'
  | 'reason'
  | 'referendumBy'
  | 'givenById'
  | 'signInMethod'
  | 'givenAt'
  | 'principals'
  | 'principalsById'
  | 'principalsSignInMethod'
  | 'principalsAt'
>

/** A decider's stance from its row. */
export function stanceOf(decider: Decider, row: Row): Stance {
  const { givenById, signInMethod, givenAt } = row
  return { decider, answer: answerOf(row), givenById, signInMethod, givenAt, principals: principalsOf(row) }
}

/** The columns of an answer; what the kind does not have is emptied, because an answer may replace another. */
export function answerColumns(answer: StanceAnswer) {
  switch (answer.kind) {
    case 'consent':
      return { kind: answer.kind, reason: null, referendumBy: null }
    case 'consent-with-reservation':
      return { kind: answer.kind, reason: answer.reservation, referendumBy: null }
    case 'ad-referendum':
      return { kind: answer.kind, reason: null, referendumBy: answer.referendumBy }
    case 'stand-aside':
    case 'object':
      return { kind: answer.kind, reason: answer.reason, referendumBy: null }
    default:
      return answer satisfies never
  }
}

function answerOf(row: Row): StanceAnswer {
  const kind = oneOf(STANCE_KINDS, row.kind)
  switch (kind) {
    case 'consent':
      return { kind }
    case 'consent-with-reservation':
      return { kind, reservation: set(row.reason) }
    case 'ad-referendum':
      return { kind, referendumBy: set(row.referendumBy) }
    case 'stand-aside':
    case 'object':
      return { kind, reason: set(row.reason) }
    default:
      return kind satisfies never
  }
}

function principalsOf({ principals, principalsById, principalsSignInMethod, principalsAt }: Row) {
  if (principals === null) return null
  return {
    word: oneOf(principalsWords, principals),
    byPersonId: set(principalsById),
    signInMethod: set(principalsSignInMethod),
    at: set(principalsAt),
  }
}

/** @throws when a row lacks what its kind implies. */
function set<T>(value: T | null): T {
  if (value === null) throw new Error('The row of a stance lacks what its kind implies.')
  return value
}
