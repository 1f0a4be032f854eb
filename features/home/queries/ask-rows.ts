import { governsParty } from '#domain/access.ts'
import { endOfDayIn } from '#domain/calendar-day.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { GroupScope } from '#store/access/group.ts'
import { stillPrepares } from '#store/meeting/preparedness.ts'
import type { AskKind } from './asks.ts'

/** Something that may be asked of the viewer: `thingId` of a commitment is its conclusion. */
export interface AskRow {
  kind: Exclude<AskKind, 'stance' | 'word' | 'words' | 'not-carried'> | 'conclusion'
  groupId: string
  meetingId: string | null
  partyId: string | null
  thingId: string
  title: string
  detail: string
  textId: string | null
  ordinal: number | null
  at: Date | null
  zone: string | null
}

/** Most of each kind that are fetched: more than anybody can do next. */
const most = 40

/** Most conclusions that are judged; the oldest first, because they have waited longest. */
const mostConclusions = 200

/**
 * Everything that may be asked of the viewer, by kind; one statement. In SQL it may be asked of their parties; whether it
 * is asked of them, and whether they may know of the meeting concerned, is judged by `asksOf`.
 */
export async function findAskRows(tx: Tx, scopes: readonly GroupScope[], now: Date): Promise<AskRow[]> {
  const [first] = scopes
  if (first === undefined) return []
  const me = Prisma.sql`${first.standing.personId}::uuid`
  const groups = Prisma.sql`ANY(${scopes.map(({ groupId }) => groupId)}::uuid[])`
  const memberships = scopes.flatMap(({ standing }) => standing.memberships)
  const own = memberships.filter(({ role }) => role !== 'observer').map(({ partyId }) => partyId)
  const parties = Prisma.sql`ANY(${own}::uuid[])`
  const all = Prisma.sql`ANY(${memberships.map(({ partyId }) => partyId)}::uuid[])`
  const led = Prisma.sql`ANY(${scopes.flatMap(leading)}::uuid[])`
  const organized = scopes.filter(({ standing }) => standing.organizer).map(({ groupId }) => groupId)
  const branches = [
    homework(groups),
    conclusions(me, groups, parties),
    commitments(me, groups, parties),
    offers(groups, parties),
    offices(groups, parties),
    places(me, groups, all),
    participants(groups, led),
    deletions(groups, led),
    Prisma.sql`SELECT 'schedule' AS kind, m."groupId", m.id AS "meetingId", NULL::uuid AS "partyId", m.id AS "thingId", m.title,
      '' AS detail, NULL::uuid AS "textId", NULL::int AS ordinal, m."startsAt" AS at, NULL::text AS zone FROM "Meeting" m
      WHERE m."groupId" = ${groups} AND m.state = 'draft' AND m."proposedByPartyId" IS NULL AND m."createdById" = ${me}
      ORDER BY m.id DESC LIMIT ${most}`,
    invitations(organized, led, now),
  ]
  const union = Prisma.join(
    branches.map((branch) => Prisma.sql`(${branch})`),
    ' UNION ALL ',
  )
  return (await tx.$queryRaw<AskRow[]>(union)).map(withDueEnd)
}

/** A commitment is read with its last day, and asked by the end of it. */
function withDueEnd(row: AskRow): AskRow {
  if (row.kind !== 'commitment' || row.zone === null || row.detail === '') return row
  return { ...row, detail: '', at: endOfDayIn(row.zone, row.detail) }
}

function leading({ standing }: GroupScope): readonly string[] {
  return standing.memberships.map(({ partyId }) => partyId).filter((partyId) => governsParty(standing, partyId))
}

function homework(groups: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT 'homework' AS kind, a."groupId", a."meetingId", a."partyId", a.id AS "thingId",
      concat_ws(', ', NULLIF(f.reference, '') || CASE WHEN c."lastOrdinal" > c."firstOrdinal"
        THEN '–' || l.reference ELSE '' END, t.title) AS title, a.kind AS detail, t.id AS "textId", c."firstOrdinal" AS ordinal, a."dueAt" AS at,
      a."dueZone" AS zone
    FROM "Assignment" a JOIN visibility.readable_assignment() r ON r."assignmentId" = a.id AND r.own AND r.asked
    JOIN LATERAL (SELECT x."firstOrdinal", x."lastOrdinal" FROM "Citation" x WHERE x."citingId" = a.id ORDER BY x.place, x.id LIMIT 1) c
      ON true
    LEFT JOIN "Passage" f ON f."editionId" = a."editionId" AND f.ordinal = c."firstOrdinal"
    LEFT JOIN "Passage" l ON l."editionId" = a."editionId" AND l.ordinal = c."lastOrdinal"
    LEFT JOIN visibility.readable_edition() e ON e."editionId" = a."editionId"
    LEFT JOIN "Text" t ON t.id = e."textId"
    WHERE a."groupId" = ${groups} AND a."cancelledAt" IS NULL AND ${stillPrepares}
      AND NOT EXISTS (SELECT 1 FROM "AssignmentCompletion" d
        WHERE d."assignmentId" = a.id AND (a."personId" IS NULL OR d."personId" = a."personId"))
    ORDER BY a."dueAt" NULLS LAST, a.id LIMIT ${most}`
}

/**
 * Conclusions on which a party of theirs decides, or they themselves, and where its answer may be missing: no stance, or one
 * ad referendum without the principals' word; divergences in which their side has no words; and versions that all have answered,
 * for those who may take them back. Whether it is asked now, and what, the domain says (`askedOf`).
 */
function conclusions(me: Prisma.Sql, groups: Prisma.Sql, parties: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT 'conclusion', c."groupId", c."meetingId", NULL::uuid, c.id, c.title, c.kind, NULL::uuid, NULL::int,
      NULL::timestamptz, NULL::text
    FROM "Conclusion" c JOIN "Meeting" m ON m.id = c."meetingId"
    WHERE c."groupId" = ${groups} AND c.state IN ('put', 'ad-referendum', 'recorded')
      AND (c.state = 'ad-referendum' OR m.state NOT IN ('agreed', 'cancelled')) AND (
      (c.state <> 'recorded' AND EXISTS (
        SELECT 1 FROM "ConclusionVersion" v JOIN "Decider" d ON d."versionId" = v.id
        WHERE v."conclusionId" = c.id AND v.number = c."currentVersion" AND (d."partyId" = ${parties} OR d."personId" = ${me})
          AND NOT EXISTS (SELECT 1 FROM "Stance" s
            WHERE s."deciderId" = d.id AND (s.kind <> 'ad-referendum' OR s.principals IS NOT NULL))))
      OR (c.state = 'put' AND ${conducts(me, parties)} AND NOT EXISTS (
        SELECT 1 FROM "ConclusionVersion" v JOIN "Decider" d ON d."versionId" = v.id
        WHERE v."conclusionId" = c.id AND v.number = c."currentVersion"
          AND NOT EXISTS (SELECT 1 FROM "Stance" s WHERE s."deciderId" = d.id)))
      OR (c.state = 'recorded' AND EXISTS (SELECT 1 FROM "DivergenceSide" d
        WHERE d."conclusionId" = c.id AND d.words IS NULL AND (d."partyId" = ${parties} OR d."personId" = ${me}))))
    ORDER BY c.id LIMIT ${mostConclusions}`
}

/** They chair the meeting, or in another than a multilateral they or a party of theirs take part. */
function conducts(me: Prisma.Sql, parties: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(EXISTS (SELECT 1 FROM "MeetingOffice" o
      WHERE o."meetingId" = m.id AND o."personId" = ${me} AND o.office = 'chair' AND o."endedAt" IS NULL)
    OR (m.kind <> 'multilateral' AND EXISTS (
      SELECT 1 FROM "MeetingParty" p WHERE p."meetingId" = m.id AND p."leftAt" IS NULL AND p."partyId" = ${parties})))`
}

/** Open ones of their parties; who says how one goes, the domain says (`mayFollow`). */
function commitments(me: Prisma.Sql, groups: Prisma.Sql, parties: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT 'commitment', c."groupId", c."meetingId", d."partyId", c.id, d.what, d."dueOn"::text, NULL::uuid, NULL::int,
      NULL::timestamptz, p."timeZone"
    FROM "Commitment" d JOIN "ConclusionVersion" v ON v.id = d."versionId"
    JOIN "Conclusion" c ON c.id = v."conclusionId" AND c.state = 'adopted' AND c."adoptedVersion" = v.number
    JOIN "Party" p ON p.id = d."partyId"
    WHERE d."groupId" = ${groups} AND d.state = 'open' AND d."partyId" = ${parties}
      AND (d."personId" IS NULL OR d."personId" = ${me})
    ORDER BY d."dueOn" NULLS LAST, d.id LIMIT ${most}`
}

/** A time that the other party of a bilateral offers. */
function offers(groups: Prisma.Sql, parties: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT 'offer', m."groupId", m.id, p."partyId", o.id, y."shortName", '', NULL::uuid, NULL::int,
      o."startsAt", NULL::text
    FROM "TimeProposal" o JOIN "Meeting" m ON m.id = o."meetingId" JOIN "Party" y ON y.id = o."partyId"
    JOIN "MeetingParty" p ON p."meetingId" = m.id AND p."partyId" <> o."partyId" AND p."leftAt" IS NULL
    WHERE m."groupId" = ${groups} AND o.answer = 'waiting' AND m.state IN ('draft', 'scheduled') AND p."partyId" = ${parties}
    ORDER BY o."startsAt", o.id LIMIT ${most}`
}

/** Officers of bilaterals and study sessions whom their party has not accepted yet (rule 14). */
function offices(groups: Prisma.Sql, parties: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT 'office', m."groupId", m.id, p."partyId", o.id, w.name, o.office, NULL::uuid, NULL::int,
      m."startsAt", NULL::text
    FROM "MeetingOffice" o JOIN "Meeting" m ON m.id = o."meetingId" JOIN "Person" w ON w.id = o."personId"
    JOIN "MeetingParty" p ON p."meetingId" = m.id AND p."leftAt" IS NULL
    WHERE m."groupId" = ${groups} AND o."activeFrom" IS NULL AND o."endedAt" IS NULL
      AND m.state NOT IN ('agreed', 'cancelled') AND p."partyId" = ${parties}
      AND NOT EXISTS (SELECT 1 FROM "OfficeAcceptance" a WHERE a."officeId" = o.id AND a."partyId" = p."partyId")
    ORDER BY m."startsAt", o.id LIMIT ${most}`
}

/** People whom an organizer proposes as participants of a study session, to be named by its party's head or a deputy, or not. */
function participants(groups: Prisma.Sql, led: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT 'participant', m."groupId", m.id, o."partyId", o.id, w.name, '', NULL::uuid, NULL::int,
      m."startsAt", NULL::text
    FROM "SeatProposal" o JOIN "Meeting" m ON m.id = o."meetingId" JOIN "Person" w ON w.id = o."personId"
    WHERE o."groupId" = ${groups} AND o."partyId" = ${led} AND m.state NOT IN ('agreed', 'cancelled')
    ORDER BY m."startsAt", o.id LIMIT ${most}`
}

/** Groups that will be deleted, for those who take along what their party agreed, also of one that left. */
function deletions(groups: Prisma.Sql, led: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT 'deletion', g.id, NULL::uuid, NULL::uuid, g.id, g.name, '', NULL::uuid, NULL::int,
      g."deletesAt", NULL::text
    FROM "Group" g WHERE g.id = ${groups} AND g."deletesAt" IS NOT NULL
      AND EXISTS (SELECT 1 FROM "Party" y WHERE y."groupId" = g.id AND y.id = ${led})
    ORDER BY g."deletesAt", g.id LIMIT ${most}`
}

/** Meetings of several of their parties in which they sit for none yet (rule 13). */
function places(me: Prisma.Sql, groups: Prisma.Sql, all: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT 'choose-party', m."groupId", m.id, NULL::uuid, m.id, m.title, '', NULL::uuid, NULL::int,
      m."startsAt", NULL::text
    FROM "Meeting" m WHERE m."groupId" = ${groups} AND m.state NOT IN ('agreed', 'cancelled')
      AND (SELECT count(*) FROM "MeetingParty" p WHERE p."meetingId" = m.id AND p."leftAt" IS NULL AND p."partyId" = ${all}) > 1
      AND NOT EXISTS (SELECT 1 FROM "Seat" s WHERE s."meetingId" = m.id AND s."personId" = ${me})
    ORDER BY m."startsAt", m.id LIMIT ${most}`
}

/** People who opened an invitation under another address and wait to be confirmed by who might make it now. */
function invitations(organized: readonly string[], led: Prisma.Sql, now: Date): Prisma.Sql {
  return Prisma.sql`SELECT 'invitation', i."groupId", NULL::uuid, i."partyId", i.id, w.name, i.role, NULL::uuid, NULL::int,
      i."expiresAt", NULL::text
    FROM "Invitation" i JOIN "Person" w ON w.id = i."claimedById"
    WHERE i."acceptedAt" IS NULL AND i."revokedAt" IS NULL AND i."expiresAt" > ${now}
      AND ((i."partyId" = ${led} AND i."effectiveAt" IS NULL) OR (i."groupId" = ANY(${organized}::uuid[]) AND (i."partyId" IS NULL OR i."effectiveAt" IS NOT NULL
        OR NOT EXISTS (SELECT 1 FROM "PartyMember" h WHERE h."partyId" = i."partyId" AND h.role = 'head'))))
    ORDER BY i."expiresAt", i.id LIMIT ${most}`
}
