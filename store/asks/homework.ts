import { titleReference } from '#domain/text/reference.ts'
import { Prisma } from '#lib/db/prisma.ts'
import { stillPrepares } from '#store/meeting/preparedness.ts'
import { type AskNoun, groupHrefOf, meetingHrefOf, most } from './ask.ts'

/** What a party or a person is to prepare. It stands also without its meeting. */
export const homeworkAsk = {
  of: 'homework',
  planning: false,
  askedOf: 'works',
  judges: null,
  kinds: {
    homework: {
      holdsOthersUp: false,
      isDeadline: true,
      href(ask) {
        const { passage, meeting, thingId } = ask
        // What is asked, its day and its acts stand first where a meeting is prepared; homework without one stands at its passage.
        if (meeting !== null) return `${meetingHrefOf(ask)}/prepare#homework-${thingId}`
        return passage === null ? groupHrefOf(ask) : `${groupHrefOf(ask)}/texts/${passage.textId}/p/${passage.ordinal}`
      },
    },
  },
  rows: ({
    groups,
  }) => Prisma.sql`SELECT 'homework' AS kind, a."groupId", a."meetingId", a."partyId", a.id AS "thingId",
      concat_ws(', ', NULLIF(NULLIF(f.reference, '') || CASE WHEN c."lastOrdinal" > c."firstOrdinal"
        THEN '–' || l.reference ELSE '' END, ${titleReference}), t.title) AS title, a.kind AS detail, t.id AS "textId", c."firstOrdinal" AS ordinal, a."dueAt" AS at,
      a."dueZone" AS zone
    FROM "Assignment" a JOIN visibility.readable_assignment() r ON r."assignmentId" = a.id AND r.own AND r.asked
    JOIN LATERAL (SELECT x."firstOrdinal", x."lastOrdinal" FROM "Citation" x WHERE x."citingId" = a.id ORDER BY x.place, x.id LIMIT 1) c
      ON true
    LEFT JOIN "Passage" f ON f."editionId" = a."editionId" AND f.ordinal = c."firstOrdinal"
    LEFT JOIN "Passage" l ON l."editionId" = a."editionId" AND l.ordinal = c."lastOrdinal"
    LEFT JOIN "Edition" e ON e.id = a."editionId" AND visibility.sees('editions', e.id)
    LEFT JOIN "Text" t ON t.id = e."textId"
    WHERE a."groupId" = ${groups} AND a."cancelledAt" IS NULL AND ${stillPrepares}
      AND NOT EXISTS (SELECT 1 FROM "AssignmentCompletion" d
        WHERE d."assignmentId" = a.id AND (a."personId" IS NULL OR d."personId" = a."personId"))
    ORDER BY a."dueAt" NULLS LAST, a.id LIMIT ${most}`,
  judge: (row) => ({ ...row, kind: 'homework' }),
} as const satisfies AskNoun
