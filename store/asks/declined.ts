import { proposesFor } from '#domain/meeting/beginning.ts'
import { Prisma } from '#lib/db/prisma.ts'
import { declinedKnown } from '#store/access/meeting.ts'
import { type AskNoun, groupHrefOf, most } from './ask.ts'

/** For how many days after a no another time is offered. */
const offeredDays = 14

/** Proposals that were declined lately, where the two parties have begun nothing since: another time can be proposed, by either. */
export const declinedAsk = {
  of: 'declined',
  planning: false,
  askedOf: 'leads',
  judges: null,
  kinds: {
    'propose-again': {
      holdsOthersUp: false,
      isDeadline: false,
      href: (ask) => `${groupHrefOf(ask)}/meetings/new?with=${ask.thingId}&again=${ask.meeting?.id ?? ''}`,
    },
  },
  rows: ({
    led,
    now,
  }) => Prisma.sql`SELECT 'declined', m."groupId", m.id, p."partyId", o."partyId", y."shortName", '', NULL::uuid, NULL::int,
      NULL::timestamptz, NULL::text
    FROM known m JOIN place p ON p."meetingId" = m.id AND p."partyId" = ${led} AND NOT p."left"
    JOIN "MeetingParty" o ON o."meetingId" = m.id AND o."partyId" <> p."partyId" AND o."leftAt" IS NULL
    JOIN "Party" y ON y.id = o."partyId" AND y."leftAt" IS NULL
    WHERE m."cancelledAt" > ${new Date(now.getTime() - offeredDays * 86_400_000)} AND ${declinedKnown}
      AND NOT EXISTS (SELECT 1 FROM known l JOIN place a ON a."meetingId" = l.id AND a."partyId" = p."partyId"
        JOIN "MeetingParty" b ON b."meetingId" = l.id AND b."partyId" = o."partyId"
        WHERE l.kind = 'bilateral' AND l."createdAt" > m."createdAt")
    ORDER BY m."cancelledAt" DESC, m.id LIMIT ${most}`,
  judge(row, scope) {
    if (scope?.sight !== 'contents' || row.partyId === null) return null
    return proposesFor(scope.standing).includes(row.partyId) ? { ...row, kind: 'propose-again' } : null
  },
} as const satisfies AskNoun
