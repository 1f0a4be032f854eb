import { conclusionKinds, conclusionStates } from '#domain/conclusion/conclusion.ts'
import { oneOf } from '#lib/db/one-of.ts'
import { Prisma } from '#lib/db/prisma.ts'
import { answersToPut, stateOrNotCarried } from '#store/conclusion/put-state.ts'
import { type CitingNoun, within } from './noun.ts'

/**
 * Conclusions whose wording rests on passages: by their current version alone, which once adopted is the adopted one; a divergence
 * rests on what its origin rested on. Those that lie open, that a party of the viewer keeps, or that are shared with the group.
 */
export const conclusionCiting: CitingNoun<'conclusion'> = {
  of: 'conclusion',
  row: 'version',
  part: 'concluded',
  visible: Prisma.sql`SELECT 'conclusion' AS of, c.id, c."groupId", c.title, c.kind, c.state, ${answersToPut} AS answers,
      m.id AS "meetingId", m.title AS "meetingTitle", m."startsAt" AS "meetingAt", 0 AS place,
      COALESCE(c."adoptedAt", c."createdAt") AS at, t.first, t.last, t.quote
    FROM touched t JOIN "ConclusionVersion" v ON v.id = t."citingId"
    JOIN "Conclusion" o ON o.id = v."conclusionId" AND o."currentVersion" = v.number
    JOIN "Conclusion" c ON c.id = o.id OR (c."originId" = o.id AND c.kind = 'divergence')
    JOIN visibility.readable_conclusion() r ON r."conclusionId" = c.id
    LEFT JOIN "Meeting" m ON m.id = c."meetingId" AND r.within
    ORDER BY at DESC, c.id DESC`,
  read: ({ kind, state, answers }, now) => ({
    of: 'conclusion',
    kind: oneOf(conclusionKinds, kind),
    state: stateOrNotCarried(oneOf(conclusionStates, state ?? ''), answers, now),
  }),
  href: (line) => `${within(line)}/conclusions/${line.id}`,
}
