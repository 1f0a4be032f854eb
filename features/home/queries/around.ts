import type { GroupEventKind } from '#domain/group-history.ts'
import type { MeetingKind, MeetingState } from '#domain/meeting/meeting.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { GroupScope } from '#store/access/group.ts'
import type { KnownMeetings } from '#store/access/known-meetings.ts'
import { mostChanges, type ToldChange, toldKinds } from './changes.ts'

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
  const [row] = await tx.$queryRaw<AroundRows[]>(Prisma.sql`
    WITH seen AS MATERIALIZED (SELECT * FROM visibility.visible_meeting()) SELECT
    COALESCE((SELECT json_agg(t) FROM (${aheadRows(scopes, now)}) t), '[]') AS ahead,
    COALESCE((SELECT json_agg(t ORDER BY t.at DESC, t.id DESC) FROM (
      (${recordRows(scopes)}) UNION ALL (${heldRows(scopes)}) UNION ALL (${textRows(scopes)})
      UNION ALL (${sharingRows(scopes)}) UNION ALL (${eventRows(scopes)})) t), '[]') AS told`)
  return row ?? { ahead: [], told: [] }
}

function groupsOf(scopes: readonly GroupScope[]): Prisma.Sql {
  return Prisma.sql`ANY(${scopes.map(({ groupId }) => groupId)}::uuid[])`
}

/** Those that run, and those that are still ahead or only just past their beginning; for organizers, all of the group. */
function aheadRows(scopes: readonly GroupScope[], now: Date): Prisma.Sql {
  const since = new Date(now.getTime() - 86_400_000)
  return Prisma.sql`SELECT m.id, m."groupId", m."startsAt", m."durationMinutes",
      COALESCE((SELECT json_agg(y."shortName" ORDER BY p."joinedAt", p.id) FROM "MeetingParty" p
        JOIN "Party" y ON y.id = p."partyId" WHERE p."meetingId" = m.id AND p."leftAt" IS NULL), '[]') AS parties
    FROM seen v JOIN "Meeting" m ON m.id = v."meetingId"
    WHERE v."groupId" = ${groupsOf(scopes)} AND (v.concerned OR v.organized) AND m."startsAt" IS NOT NULL
      AND (m.state = 'open' OR (m.state = 'scheduled' AND m."startsAt" >= ${since}))
    ORDER BY m.state = 'open' DESC, m."startsAt", m.id LIMIT ${mostAhead}`
}

/** Of meetings that may be the viewer's to read: what their records tell. */
function recordRows(scopes: readonly GroupScope[]): Prisma.Sql {
  const which = Prisma.sql`(m.state <> 'draft' OR v.proposed) AND v.sight IN ('contents', 'contents-since')`
  return Prisma.sql`SELECT e.id, e.at, e."groupId", 'contents' AS of, e.kind, e."meetingId", NULL::text AS "meetingTitle",
      CASE WHEN c.id IS NULL THEN NULL ELSE json_build_object('id', c.id, 'title', c.title, 'kind', c.kind) END AS conclusion,
      CASE WHEN c.id IS NULL THEN NULL ELSE json_build_object('begunAt', c."createdAt", 'writtenAt', v."createdAt", 'putAt', v."putAt")
        END AS dates, ${noEvent}
    FROM ${newestMeetings(scopes, which)} JOIN LATERAL (SELECT r.* FROM "RecordEntry" r WHERE r."meetingId" = m.id
      AND r.payload IS NOT NULL AND r.kind = ANY(${[...toldKinds]}::text[]) ORDER BY r.sequence DESC LIMIT ${mostChanges}) e ON true
    LEFT JOIN "Conclusion" c ON c.id = e."conclusionId"
    LEFT JOIN "ConclusionVersion" v ON v."conclusionId" = c.id AND v.number = c."currentVersion"
    ORDER BY e.at DESC, e.id DESC LIMIT ${mostChanges * 3}`
}

/** Of meetings of which the viewer knows that they are held: those of the group for organizers, multilaterals for everybody. */
function heldRows(scopes: readonly GroupScope[]): Prisma.Sql {
  const which = Prisma.sql`m.state <> 'draft' AND NOT v.proposed AND (m.kind = 'multilateral' OR v.organized)`
  return Prisma.sql`SELECT e."entryId", e.at, e."groupId", 'logistics', e.kind, e."meetingId", NULL, NULL::json, NULL::json, ${noEvent}
    FROM ${newestMeetings(scopes, which)} JOIN LATERAL (SELECT h.* FROM visibility.held_event h WHERE h."meetingId" = m.id
      ORDER BY h.sequence DESC LIMIT ${mostChanges}) e ON true
    ORDER BY e.at DESC, e."entryId" DESC LIMIT ${mostChanges * 3}`
}

const noEvent = Prisma.sql`NULL::text AS actor, NULL::text AS subject, NULL::text AS party, NULL::text AS detail`

/** The newest meetings m, which the viewer sees as v, of which `which` holds. */
function newestMeetings(scopes: readonly GroupScope[], which: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT m.id FROM seen v JOIN "Meeting" m ON m.id = v."meetingId"
      WHERE v."groupId" = ${groupsOf(scopes)} AND ${which}
      ORDER BY m.id DESC LIMIT ${mostRecords}) m`
}

/** Texts that were published for the viewer. */
function textRows(scopes: readonly GroupScope[]): Prisma.Sql {
  return Prisma.sql`SELECT t.id, d."publishedAt", t."groupId", 'text', 'published', NULL::uuid, NULL, NULL::json,
      NULL::json, NULL, t.title, NULL, NULL
    FROM visibility.readable_edition() r JOIN "Edition" d ON d.id = r."editionId" JOIN "Text" t ON t.id = d."textId"
    WHERE r."groupId" = ${groupsOf(scopes)} AND d.state = 'published' AND d."publishedAt" IS NOT NULL
    ORDER BY d."publishedAt" DESC, t.id DESC LIMIT ${mostChanges}`
}

/** What its parties share with the group, from the last agreement to it on. */
function sharingRows(scopes: readonly GroupScope[]): Prisma.Sql {
  return Prisma.sql`SELECT c.id, GREATEST(c."adoptedAt", s.at), c."groupId", 'sharing', 'shared', c."meetingId", COALESCE(m.title, h.title),
      json_build_object('id', c.id, 'title', c.title, 'kind', c.kind), NULL::json, ${noEvent}
    FROM visibility.readable_conclusion() r JOIN "Conclusion" c ON c.id = r."conclusionId" AND r.shared
    LEFT JOIN "Meeting" m ON m.id = c."meetingId" LEFT JOIN visibility.shared_meeting h ON h."meetingId" = c."meetingId"
    CROSS JOIN LATERAL (SELECT max(x."agreedAt") AS at FROM "SharingConsent" x WHERE x."conclusionId" = c.id) s
    WHERE r."groupId" = ${groupsOf(scopes)}
    ORDER BY 2 DESC, c.id DESC LIMIT ${mostChanges}`
}

/** What happened to the groups and their parties, as far as the viewer learns of it. */
function eventRows(scopes: readonly GroupScope[]): Prisma.Sql {
  return Prisma.sql`SELECT g.id, g.at, g."groupId", 'group', g.kind, NULL::uuid, NULL, NULL::json, NULL::json,
      COALESCE(a.name, ''), COALESCE(s.name, ''), y."shortName", g.detail
    FROM visibility.readable_event() r JOIN "GroupEvent" g ON g.id = r."eventId"
    LEFT JOIN "Person" a ON a.id = g."actorId" LEFT JOIN "Person" s ON s.id = g."subjectPersonId"
    LEFT JOIN "Party" y ON y.id = g."partyId"
    WHERE r."groupId" = ${groupsOf(scopes)} AND g.kind <> ALL(${[...untoldEvents]}::text[])
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
