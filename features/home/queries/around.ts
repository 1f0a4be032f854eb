import type { GroupEventKind } from '#domain/group-history.ts'
import type { MeetingKind, MeetingState } from '#domain/meeting/meeting.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { GroupScope } from '#store/access/group.ts'
import { onlyProposed } from '#store/access/meeting.ts'
import { heldKinds, mostChanges, type ToldChange, type ToldKind, toldKinds } from './changes.ts'
import type { KnownMeetings } from './known-meetings.ts'

/** One of the viewer's next meetings. */
export interface NextMeeting {
  readonly id: string
  readonly groupId: string
  readonly kind: MeetingKind
  readonly title: string
  readonly state: MeetingState
  /** ISO 8601. */
  readonly startsAt: string
  readonly durationMinutes: number
  /** Short names of its parties. */
  readonly parties: readonly string[]
  /** The viewer sits in it or holds an office: it is not only theirs to organize. */
  readonly takesPart: boolean
}

interface MeetingAhead {
  id: string
  groupId: string
  startsAt: string
  durationMinutes: number
  parties: string[]
}

export interface AroundRows {
  readonly ahead: readonly MeetingAhead[]
  readonly told: readonly ToldChange[]
}

const mostAhead = 8
/** Of how many of the newest meetings the records are looked at. */
const mostRecords = 60

/** What only those need to know who wait for it: that somebody was asked to join, not that they did. */
const untoldEvents: readonly GroupEventKind[] = ['organizer-invited', 'invited', 'invitation-revoked']

/** Meetings ahead and what changed lately, as far as the viewer's parties and offices reach; one statement. */
export async function findAroundRows(tx: Tx, scopes: readonly GroupScope[], now: Date): Promise<AroundRows> {
  const [first] = scopes
  if (first === undefined) return { ahead: [], told: [] }
  const [row] = await tx.$queryRaw<AroundRows[]>(Prisma.sql`SELECT
    COALESCE((SELECT json_agg(t) FROM (${aheadRows(scopes, now)}) t), '[]') AS ahead,
    COALESCE((SELECT json_agg(t ORDER BY t.at DESC, t.id DESC) FROM (
      (${recordRows(scopes)}) UNION ALL (${heldRows(scopes)}) UNION ALL (${textRows(scopes)})
      UNION ALL (${sharingRows(scopes)}) UNION ALL (${eventRows(scopes)})) t), '[]') AS told`)
  return row ?? { ahead: [], told: [] }
}

function mineIn(scopes: readonly GroupScope[]): Prisma.Sql {
  const personId = scopes[0]?.standing.personId ?? null
  const parties = scopes.flatMap(({ standing }) => standing.memberships.map(({ partyId }) => partyId))
  return Prisma.sql`(EXISTS (SELECT 1 FROM "MeetingParty" p WHERE p."meetingId" = m.id AND p."leftAt" IS NULL
      AND p."partyId" = ANY(${parties}::uuid[]))
    OR EXISTS (SELECT 1 FROM "MeetingOffice" o WHERE o."meetingId" = m.id AND o."personId" = ${personId}::uuid
      AND o."endedAt" IS NULL))`
}

function groupsOf(scopes: readonly GroupScope[]): Prisma.Sql {
  return Prisma.sql`ANY(${scopes.map(({ groupId }) => groupId)}::uuid[])`
}

/** Those that run, and those that are still ahead or only just past their beginning; for organizers, all of the group. */
function aheadRows(scopes: readonly GroupScope[], now: Date): Prisma.Sql {
  const since = new Date(now.getTime() - 86_400_000)
  const organized = scopes.filter(({ standing }) => standing.organizer).map(({ groupId }) => groupId)
  return Prisma.sql`SELECT m.id, m."groupId", m."startsAt", m."durationMinutes",
      COALESCE((SELECT json_agg(y."shortName" ORDER BY p."joinedAt", p.id) FROM "MeetingParty" p
        JOIN "Party" y ON y.id = p."partyId" WHERE p."meetingId" = m.id AND p."leftAt" IS NULL), '[]') AS parties
    FROM "Meeting" m WHERE m."groupId" = ${groupsOf(scopes)} AND m."startsAt" IS NOT NULL
      AND (m.state = 'open' OR (m.state = 'scheduled' AND m."startsAt" >= ${since}))
      AND (m."groupId" = ANY(${organized}::uuid[]) OR ${mineIn(scopes)})
    ORDER BY m.state = 'open' DESC, m."startsAt", m.id LIMIT ${mostAhead}`
}

/** Of meetings that may be the viewer's to read: what their records tell. */
function recordRows(scopes: readonly GroupScope[]): Prisma.Sql {
  const which = Prisma.sql`(m.state <> 'draft' OR m."proposedByPartyId" IS NOT NULL) AND ${mineIn(scopes)}`
  return Prisma.sql`SELECT e.id, e.at, e."groupId", 'contents' AS of, e.kind, e."meetingId", NULL::text AS "meetingTitle",
      CASE WHEN c.id IS NULL THEN NULL ELSE json_build_object('id', c.id, 'title', c.title, 'kind', c.kind) END AS conclusion,
      CASE WHEN c.id IS NULL THEN NULL ELSE json_build_object('begunAt', c."createdAt", 'writtenAt', v."createdAt", 'putAt', v."putAt")
        END AS dates, ${noEvent}
    FROM ${newestEntries(scopes, which, toldKinds)} LEFT JOIN "Conclusion" c ON c.id = e."conclusionId"
    LEFT JOIN "ConclusionVersion" v ON v."conclusionId" = c.id AND v.number = c."currentVersion"
    ORDER BY e.at DESC, e.id DESC LIMIT ${mostChanges * 3}`
}

/** Of meetings of which the viewer knows that they are held: those of the group for organizers, multilaterals for everybody. */
function heldRows(scopes: readonly GroupScope[]): Prisma.Sql {
  const organized = scopes.filter(({ standing }) => standing.organizer).map(({ groupId }) => groupId)
  const which = Prisma.sql`m.state <> 'draft' AND NOT ${onlyProposed}
    AND (m.kind = 'multilateral' OR m."groupId" = ANY(${organized}::uuid[]))`
  return Prisma.sql`SELECT e.id, e.at, e."groupId", 'logistics', e.kind, e."meetingId", NULL, NULL::json, NULL::json, ${noEvent}
    FROM ${newestEntries(scopes, which, heldKinds)} ORDER BY e.at DESC, e.id DESC LIMIT ${mostChanges * 3}`
}

const noEvent = Prisma.sql`NULL::text AS actor, NULL::text AS subject, NULL::text AS party, NULL::text AS detail`

/** The newest entries of these kinds, as e, of the newest meetings m of which `which` holds. */
function newestEntries(scopes: readonly GroupScope[], which: Prisma.Sql, kinds: readonly ToldKind[]): Prisma.Sql {
  return Prisma.sql`(SELECT m.id FROM "Meeting" m WHERE m."groupId" = ${groupsOf(scopes)} AND ${which}
      ORDER BY m.id DESC LIMIT ${mostRecords}) m
    JOIN LATERAL (SELECT r.* FROM "RecordEntry" r WHERE r."meetingId" = m.id AND r.payload IS NOT NULL
      AND r.kind = ANY(${[...kinds]}::text[]) ORDER BY r.sequence DESC LIMIT ${mostChanges}) e ON true`
}

/** Texts that were published for everybody of the group, for a party of the viewer's, or in a group that they organize. */
function textRows(scopes: readonly GroupScope[]): Prisma.Sql {
  const organized = scopes.filter(({ standing }) => standing.organizer).map(({ groupId }) => groupId)
  const own = scopes.flatMap(({ standing }) => standing.memberships.map(({ partyId }) => partyId))
  return Prisma.sql`SELECT t.id, d."publishedAt", t."groupId", 'text', 'published', NULL::uuid, NULL, NULL::json,
      NULL::json, NULL, t.title, NULL, NULL
    FROM "Edition" d JOIN "Text" t ON t.id = d."textId"
    WHERE d."groupId" = ${groupsOf(scopes)} AND d.state = 'published' AND d."publishedAt" IS NOT NULL
      AND (t."groupId" = ANY(${organized}::uuid[]) OR NOT EXISTS (SELECT 1 FROM "TextParty" l WHERE l."textId" = t.id)
        OR EXISTS (SELECT 1 FROM "TextParty" l WHERE l."textId" = t.id AND l."partyId" = ANY(${own}::uuid[])))
    ORDER BY d."publishedAt" DESC, t.id DESC LIMIT ${mostChanges}`
}

/** What its parties share with the group, from the last agreement to it on. */
function sharingRows(scopes: readonly GroupScope[]): Prisma.Sql {
  return Prisma.sql`SELECT c.id, GREATEST(c."adoptedAt", s.at), c."groupId", 'sharing', 'shared', c."meetingId", m.title,
      json_build_object('id', c.id, 'title', c.title, 'kind', c.kind), NULL::json, ${noEvent}
    FROM "Conclusion" c JOIN "Meeting" m ON m.id = c."meetingId"
    CROSS JOIN LATERAL (SELECT max(x."agreedAt") AS at FROM "SharingConsent" x WHERE x."conclusionId" = c.id) s
    WHERE c."groupId" = ${groupsOf(scopes)} AND c.state IN ('adopted', 'superseded') AND c."sharedWith" = 'group'
    ORDER BY 2 DESC, c.id DESC LIMIT ${mostChanges}`
}

/** Of a party its own people see it, a bounded head only what came after the bound (rule 14), and the organizers. */
function eventRows(scopes: readonly GroupScope[]): Prisma.Sql {
  const organized = scopes.filter(({ standing }) => standing.organizer).map(({ groupId }) => groupId)
  const memberships = scopes.flatMap(({ standing }) => standing.memberships)
  const own = memberships.map(({ partyId }) => partyId)
  const since = memberships.map(({ seesFrom }) => seesFrom?.toISOString() ?? '-infinity')
  return Prisma.sql`SELECT g.id, g.at, g."groupId", 'group', g.kind, NULL::uuid, NULL, NULL::json, NULL::json,
      COALESCE(a.name, ''), COALESCE(s.name, ''), y."shortName", g.detail
    FROM "GroupEvent" g LEFT JOIN "Person" a ON a.id = g."actorId" LEFT JOIN "Person" s ON s.id = g."subjectPersonId"
    LEFT JOIN "Party" y ON y.id = g."partyId"
    LEFT JOIN unnest(${own}::uuid[], ${since}::timestamptz[]) AS b(id, since) ON b.id = g."partyId"
    WHERE g."groupId" = ${groupsOf(scopes)} AND (g."partyId" IS NULL OR g."groupId" = ANY(${organized}::uuid[])
      OR (b.id IS NOT NULL AND g.at >= b.since)) AND g.kind <> ALL(${[...untoldEvents]}::text[])
    ORDER BY g.at DESC, g.id DESC LIMIT ${mostChanges}`
}

/** The rows whose meetings the viewer may know of, with the words of the meeting. */
export function nextMeetingsOf({ ahead }: AroundRows, known: KnownMeetings): readonly NextMeeting[] {
  return ahead.flatMap(({ startsAt, ...row }) => {
    const scope = known.get(row.id)
    if (scope === undefined) return []
    const { kind, title, state } = scope.meeting
    const { party, choosesBetween, offices } = scope.inMeeting
    const takesPart = (party !== null && !party.left) || choosesBetween !== undefined || offices.length > 0
    return [{ ...row, kind, title, state, takesPart, startsAt: new Date(startsAt).toISOString() }]
  })
}
