import { endOfDayIn } from '#domain/calendar-day.ts'
import { mayFollow } from '#domain/commitment.ts'
import { Prisma } from '#lib/db/prisma.ts'
import { type AskNoun, groupHrefOf, most } from './ask.ts'
import { openIn } from './conclusions-at-hand.ts'

/** Open commitments of their parties; who says how one goes, the domain says (`mayFollow`). */
export const commitmentAsk = {
  of: 'commitment',
  planning: false,
  askedOf: 'works',
  judges: 'conclusion',
  kinds: {
    commitment: {
      holdsOthersUp: false,
      isDeadline: true,
      // Those of the party of which it is asked: each with what can be said of it.
      href: (ask) => `${groupHrefOf(ask)}/commitments?state=open&party=${ask.partyId}`,
    },
  },
  rows: ({
    me,
    groups,
    parties,
  }) => Prisma.sql`SELECT 'commitment', c."groupId", c."meetingId", d."partyId", c.id, d.what, d."dueOn"::text, NULL::uuid, NULL::int,
      NULL::timestamptz, p."timeZone"
    FROM "Commitment" d JOIN "ConclusionVersion" v ON v.id = d."versionId"
    JOIN "Conclusion" c ON c.id = v."conclusionId" AND c.state = 'adopted' AND c."adoptedVersion" = v.number
    JOIN "Party" p ON p.id = d."partyId"
    WHERE d."groupId" = ${groups} AND d.state = 'open' AND d."partyId" = ${parties}
      AND (d."personId" IS NULL OR d."personId" = ${me})
    ORDER BY d."dueOn" NULLS LAST, d.id LIMIT ${most}`,
  judge(row, scope, { conclusions }) {
    const { partyId, thingId, zone, detail } = row
    if (scope === undefined || partyId === null || openIn(conclusions, scope, thingId) === null) return null
    if (!mayFollow({ partyId }, scope.inMeeting)) return null
    // It is read with its last day, and asked by the end of it.
    const at = zone === null || detail === '' ? row.at : endOfDayIn(zone, detail)
    return { ...row, kind: 'commitment', detail: zone === null ? detail : '', at }
  },
} as const satisfies AskNoun
