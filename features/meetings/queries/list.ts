import { governsParty, type MeetingKind, type MeetingState, meetingKinds, meetingStates } from '#domain/access.ts'
import { proposesFor } from '#domain/meeting/beginning.ts'
import { oneOf } from '#lib/db/one-of.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { GroupScope } from '#store/access/group.ts'
import { declinedProposal } from '#store/access/meeting.ts'
import type { ListQuery, When } from '../schema.ts'

/** What is asked of the viewer in a meeting, as far as planning goes. */
export type MeetingAsk = 'answer-offer' | 'accept-office' | 'choose-party' | 'schedule'

/** One meeting in a list: what its viewer may know of it, and no more. */
export interface MeetingLine {
  readonly id: string
  readonly kind: MeetingKind
  readonly title: string
  readonly state: MeetingState
  /** A bilateral that waits for an answer to its proposal. */
  readonly proposed: boolean
  /** A proposal that the other party declined. */
  readonly declined: boolean
  /** ISO 8601; null: no time is meant yet. */
  readonly startsAt: string | null
  readonly durationMinutes: number | null
  readonly timeZone: string
  /** Short names of the parties, in the order in which they joined. */
  readonly parties: readonly string[]
  readonly asks: readonly MeetingAsk[]
}

export interface MeetingList {
  readonly lines: readonly MeetingLine[]
  readonly page: number
  readonly hasMore: boolean
  /** IANA zone in which the viewer reads times. */
  readonly viewerZone: string
}

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
 * The meetings that the viewer may know of; one statement, fifty lines.
 */
export async function findMeetings(tx: Tx, scope: GroupScope, { when, kind, page }: ListQuery): Promise<MeetingList> {
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
    FROM visibility.visible_meeting() v JOIN "Meeting" m ON m.id = v."meetingId"
    WHERE v."groupId" = ${scope.groupId}::uuid AND ${stateIn(when)}
      ${kind === undefined ? Prisma.empty : Prisma.sql`AND m.kind = ${kind}`}
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
