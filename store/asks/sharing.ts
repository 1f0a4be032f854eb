import { sharingOpenTo } from '#domain/conclusion/sharing.ts'
import { Prisma } from '#lib/db/prisma.ts'
import { type AskNoun, meetingHrefOf, most } from './ask.ts'
import { openIn } from './conclusions-at-hand.ts'

/** Adopted conclusions that another party would share with the group, while the word of theirs is missing. */
export const sharingAsk = {
  of: 'sharing',
  planning: false,
  judges: 'conclusion',
  kinds: {
    share: {
      holdsOthersUp: false,
      isDeadline: false,
      href: (ask) =>
        ask.detail === 'record'
          ? `${meetingHrefOf(ask)}/record#sharing`
          : `${meetingHrefOf(ask)}/conclusions/${ask.thingId}#sharing`,
    },
  },
  rows: ({
    groups,
    parties,
  }) => Prisma.sql`SELECT 'sharing', c."groupId", c."meetingId", NULL::uuid, c.id, c.title, c.kind, NULL::uuid, NULL::int,
      NULL::timestamptz, NULL::text
    FROM "Conclusion" c
    WHERE c."groupId" = ${groups} AND visibility.opens_conclusion(c.id, c."meetingId") AND c.state = 'adopted' AND c."sharedWith" = 'parties'
      AND EXISTS (SELECT 1 FROM "SharingConsent" s WHERE s."conclusionId" = c.id)
      AND NOT EXISTS (SELECT 1 FROM "SharingConsent" s WHERE s."conclusionId" = c.id AND s."partyId" = ${parties})
    ORDER BY c.id DESC LIMIT ${most}`,
  judge(row, scope, { conclusions }) {
    const open = scope && openIn(conclusions, scope, row.thingId)
    // None of their parties is among those that agreed: the rows say so.
    return open && sharingOpenTo(open.conclusion, scope.inMeeting, open.meeting, []) === 'share'
      ? { ...row, kind: 'share' }
      : null
  },
} as const satisfies AskNoun
