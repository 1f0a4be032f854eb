/** Where a conclusion stands in lists that do not load it: what is put and answered by all without being carried is told apart. */
import type { ConclusionState } from '#domain/conclusion/conclusion.ts'
import { isOverdue, STANCE_KINDS } from '#domain/conclusion/stance.ts'
import { type NotCarried, notCarried } from '#domain/conclusion/standing.ts'
import { oneOf } from '#lib/db/one-of.ts'
import { Prisma } from '#lib/db/prisma.ts'

/** The answers to a version, one of each decider; of one who has not answered, nulls. */
export type AnswersRow = readonly { readonly kind: string | null; readonly until: string | null }[] | null

/** Selects the answers to "ConclusionVersion" v while "Conclusion" c is put, as JSON: an `AnswersRow`. */
export const answersToPut = Prisma.sql`CASE WHEN c.state = 'put' THEN (
  SELECT json_agg(json_build_object('kind', s.kind, 'until', s."referendumBy"))
  FROM "Decider" d LEFT JOIN "Stance" s ON s."deciderId" = d.id WHERE d."versionId" = v.id) END`

/** The state of its row; of a put one, why its answers do not carry it, once all have answered (rule 7). */
export function stateOrNotCarried(
  state: ConclusionState,
  answers: AnswersRow,
  now: Date,
): ConclusionState | NotCarried {
  const given = (answers ?? []).filter(({ until }) => until === null || !isOver(new Date(until), now))
  const kinds = given.flatMap(({ kind }) => (kind === null ? [] : [oneOf(STANCE_KINDS, kind)]))
  return answers !== null && kinds.length === answers.length ? (notCarried(kinds) ?? state) : state
}

/** An answer ad referendum whose date passes before the text is fixed is given anew. */
function isOver(referendumBy: Date, now: Date): boolean {
  return isOverdue({ answer: { kind: 'ad-referendum', referendumBy }, principals: null }, now)
}
