import { proposesFor } from '#domain/meeting/beginning.ts'
import { meetingKinds, meetingStates } from '#domain/meeting/meeting.ts'
import { governsParty } from '#domain/party/membership.ts'
import { oneOf } from '#lib/db/one-of.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { GroupScope } from '#store/access/group.ts'
import { declinedProposal, onlyProposed } from '#store/access/meeting.ts'
import type { ListQuery, When } from '../schema.ts'
import type { MeetingAsk, MeetingLine, MeetingPage } from '../views/list.ts'

export const linesPerPage = 50

interface Row {
  id: string
  kind: string
  title: string
  state: string
  proposed: boolean
  declined: boolean
  startsAt: Date | null
  durationMinutes: number | null
  timeZone: string
  parties: string[]
  offered: boolean
  asksOffice: boolean
  asksParty: boolean
  ownDraft: boolean
}

/**
 * The meetings that the viewer may know of; one statement, fifty lines. The condition says in SQL what `meetingSight`
 * (domain/access.ts) says of one meeting: `sight !== null`; a test holds the two together.
 */
export async function findMeetings(tx: Tx, scope: GroupScope, { when, kind, page }: ListQuery): Promise<MeetingPage> {
  const { personId } = scope.standing
  const leading = [...proposesFor(scope.standing)]
  const rows = await tx.$queryRaw<Row[]>(Prisma.sql`SELECT m.id, m.kind, m.title, m.state,
      (m.state = 'draft' AND m."proposedByPartyId" IS NOT NULL) AS proposed, ${declinedProposal} AS declined,
      m."startsAt", m."durationMinutes", m."timeZone",
      COALESCE((SELECT json_agg(y."shortName" ORDER BY p."joinedAt", p.id) FROM "MeetingParty" p
        JOIN "Party" y ON y.id = p."partyId" WHERE p."meetingId" = m.id AND p."leftAt" IS NULL), '[]') AS parties,
      EXISTS (SELECT 1 FROM "TimeProposal" t JOIN "MeetingParty" p ON p."meetingId" = m.id AND p."partyId" <> t."partyId"
        WHERE t."meetingId" = m.id AND t.answer = 'waiting' AND m.state IN ('draft', 'scheduled')
          AND p."partyId" = ANY(${leading}::uuid[])) AS offered,
      EXISTS (SELECT 1 FROM "MeetingOffice" o JOIN "MeetingParty" p ON p."meetingId" = m.id AND p."leftAt" IS NULL
        WHERE o."meetingId" = m.id AND o."activeFrom" IS NULL AND o."endedAt" IS NULL
          AND m.state NOT IN ('agreed', 'cancelled') AND ${ledBy(scope)}
          AND NOT EXISTS (SELECT 1 FROM "OfficeAcceptance" a WHERE a."officeId" = o.id AND a."partyId" = p."partyId")
        ) AS "asksOffice",
      ((SELECT count(*) FROM "MeetingParty" p JOIN "PartyMember" b ON b."partyId" = p."partyId"
          WHERE p."meetingId" = m.id AND p."leftAt" IS NULL AND b."personId" = ${personId}::uuid AND b."removedAt" IS NULL) > 1
        AND m.state NOT IN ('agreed', 'cancelled') AND NOT EXISTS (SELECT 1 FROM "Seat" s
          WHERE s."meetingId" = m.id AND s."personId" = ${personId}::uuid)) AS "asksParty",
      (m.state = 'draft' AND m."proposedByPartyId" IS NULL AND m."createdById" = ${personId}::uuid) AS "ownDraft"
    FROM "Meeting" m
    WHERE m."groupId" = ${scope.groupId}::uuid AND ${stateIn(when)}
      ${kind === undefined ? Prisma.empty : Prisma.sql`AND m.kind = ${kind}`}
      AND ${visibleTo(scope)}
    ORDER BY ${orderOf(when)}
    LIMIT ${linesPerPage + 1} OFFSET ${(page - 1) * linesPerPage}`)
  const lines = rows.slice(0, linesPerPage).map(lineOf)
  return { lines, page, hasMore: rows.length > linesPerPage, viewerZone: scope.zone }
}

/** A condition on "MeetingParty" p of "Meeting" m: the viewer leads it, and what stands in the meeting is open to them (rule 14). */
function ledBy({ standing }: GroupScope): Prisma.Sql {
  const led = standing.memberships.filter(({ partyId }) => governsParty(standing, partyId))
  const ids = led.map(({ partyId }) => partyId)
  const since = led.map(({ seesFrom }) => seesFrom?.toISOString() ?? '-infinity')
  return Prisma.sql`EXISTS (SELECT 1 FROM unnest(${ids}::uuid[], ${since}::timestamptz[]) AS l(id, since)
    WHERE l.id = p."partyId" AND m."createdAt" >= l.since)`
}

function visibleTo({ standing }: GroupScope): Prisma.Sql {
  const { personId, organizer } = standing
  const office = Prisma.sql`SELECT 1 FROM "MeetingOffice" o
    WHERE o."meetingId" = m.id AND o."personId" = ${personId}::uuid AND o."endedAt" IS NULL`
  const member = Prisma.sql`SELECT 1 FROM "MeetingParty" p JOIN "PartyMember" b ON b."partyId" = p."partyId"
    WHERE p."meetingId" = m.id AND b."personId" = ${personId}::uuid AND b."removedAt" IS NULL`
  return Prisma.sql`CASE WHEN m.state <> 'draft' OR m."proposedByPartyId" IS NOT NULL
    THEN (${organizer} AND NOT ${onlyProposed}) OR m.kind = 'multilateral' OR EXISTS (${member}) OR EXISTS (${office})
    ELSE ${organizer} OR m."createdById" = ${personId}::uuid OR EXISTS (${office} AND o."activeFrom" IS NOT NULL) END`
}

function stateIn(when: When): Prisma.Sql {
  switch (when) {
    case 'upcoming':
      return Prisma.sql`m.state IN ('scheduled', 'open')`
    case 'preparing':
      return Prisma.sql`m.state = 'draft'`
    case 'past':
      return Prisma.sql`m.state IN ('closed', 'agreed', 'cancelled')`
    default:
      return when satisfies never
  }
}

/** What comes first is what one looks for: the running meeting, the next one, the youngest draft, the last one held. */
function orderOf(when: When): Prisma.Sql {
  switch (when) {
    case 'upcoming':
      return Prisma.sql`m.state = 'open' DESC, m."startsAt" ASC, m.id ASC`
    case 'preparing':
      return Prisma.sql`m."createdAt" DESC, m.id DESC`
    case 'past':
      return Prisma.sql`COALESCE(m."startsAt", m."cancelledAt") DESC, m.id DESC`
    default:
      return when satisfies never
  }
}

function lineOf({ offered, asksOffice, asksParty, ownDraft, ...row }: Row): MeetingLine {
  const asks: readonly (MeetingAsk | false)[] = [
    asksParty && 'choose-party',
    offered && 'answer-offer',
    asksOffice && 'accept-office',
    ownDraft && 'schedule',
  ]
  return {
    ...row,
    kind: oneOf(meetingKinds, row.kind),
    state: oneOf(meetingStates, row.state),
    startsAt: row.startsAt?.toISOString() ?? null,
    asks: asks.filter((ask) => ask !== false),
  }
}
