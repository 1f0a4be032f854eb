import {
  type ConclusionKind,
  type ConclusionState,
  conclusionKinds,
  conclusionStates,
} from '#domain/conclusion/conclusion.ts'
import type { NotCarried } from '#domain/conclusion/standing.ts'
import { oneOf } from '#lib/db/one-of.ts'
import { Prisma } from '#lib/db/prisma.ts'
import { type AnswersRow, answersToPut, stateOrNotCarried } from '#store/conclusion/put-state.ts'
import { type CitingNoun, within } from './noun.ts'

interface ConclusionTold {
  readonly of: 'conclusion'
  readonly kind: ConclusionKind
  /** Of what is put and answered by all, why the answers do not carry it. */
  readonly state: ConclusionState | NotCarried
}

/**
 * Conclusions whose wording rests on passages: by their current version alone, which once adopted is the adopted one; a divergence
 * rests on what its origin rested on. Those that lie open, that a party of the viewer keeps, or that are shared with the group.
 */
export const conclusionCiting: CitingNoun<ConclusionTold, AnswersRow> = {
  row: 'version',
  visible: Prisma.sql`SELECT c.id, c."groupId", c.title, c.kind, c.state, ${answersToPut} AS own,
      m.id AS "meetingId", m.title AS "meetingTitle", m."startsAt" AS "meetingAt", 0 AS place,
      COALESCE(c."adoptedAt", c."createdAt") AS at, t.first, t.last, t.quote
    FROM touched t JOIN "ConclusionVersion" v ON v.id = t."citingId"
    JOIN "Conclusion" o ON o.id = v."conclusionId" AND o."currentVersion" = v.number
    JOIN "Conclusion" c ON c.id = o.id OR (c."originId" = o.id AND c.kind = 'divergence')
    LEFT JOIN "Meeting" m ON m.id = c."meetingId"
      AND (visibility.sees('contents', c."meetingId") OR visibility.sees('part', c."meetingId"))
    WHERE visibility.opens_conclusion(c.id, c."meetingId") OR visibility.shares_with_me(c."groupId", c.state, c."sharedWith")
    ORDER BY at DESC, c.id DESC`,
  read: ({ kind, state, own }, now) => ({
    of: 'conclusion',
    kind: oneOf(conclusionKinds, kind),
    state: stateOrNotCarried(oneOf(conclusionStates, state ?? ''), own, now),
  }),
  href: (line) => `${within(line)}/conclusions/${line.id}`,
}
