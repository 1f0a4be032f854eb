import type { MeetingKind, MeetingState } from '#domain/access.ts'
import { type GroupEventKind, groupEventKinds, type HistoryRole, historyRoles } from '#domain/group-history.ts'
import type { GroupScope } from '#lib/access/group.ts'
import { oneOf } from '#lib/db/one-of.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
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
}

/** Something that changed lately: in the record of a meeting whose contents the viewer sees, or in a group. */
export type Change = {
  readonly id: string
  readonly at: string
  readonly groupId: string
} & (
  | {
      readonly in: 'meeting'
      /** Has its words in messages, `home.changed.<kind>`. */
      readonly kind: ToldKind
      readonly meeting: { readonly id: string; readonly title: string }
      /** The conclusion it is about; null: the meeting itself. */
      readonly conclusion: { readonly id: string; readonly title: string; readonly kind: string } | null
    }
  | {
      readonly in: 'group'
      /** Has its words in messages, `groups.history.<kind>`. */
      readonly kind: GroupEventKind
      readonly actor: string
      readonly subject: string
      readonly party: string | null
      readonly detail: string
      readonly role: HistoryRole | null
    }
)

interface MeetingAhead {
  id: string
  groupId: string
  startsAt: string
  durationMinutes: number
  parties: string[]
}

interface Told {
  id: string
  at: string
  groupId: string
  kind: string
  meetingId: string | null
  conclusion: { id: string; title: string; kind: string } | null
  actor: string | null
  subject: string | null
  party: string | null
  detail: string | null
}

export interface AroundRows {
  readonly ahead: readonly MeetingAhead[]
  readonly told: readonly Told[]
}

const mostAhead = 8
const mostChanges = 12
/** Of how many of the newest meetings the records are looked at. */
const mostRecords = 60

/** What of a record is told on Home: what others will want to know, not who came and went. */
const toldKinds = [
  'scheduled',
  'proposed',
  'rescheduled',
  'cancelled',
  'opened',
  'closed',
  'party-left',
  'put',
  'taken-back',
  'adopted',
  'fixed-ad-referendum',
  'confirmed',
  'declined',
  'lapsed',
  'divergence-recorded',
  'superseded',
  'commitment-done',
  'commitment-dropped',
  'record-put',
  'record-agreed',
] as const
type ToldKind = (typeof toldKinds)[number]

/** What only those need to know who wait for it: that somebody was asked to join, not that they did. */
const untoldEvents: readonly GroupEventKind[] = ['organizer-invited', 'invited', 'invitation-revoked']

/** Meetings ahead and what changed lately, as far as the viewer's parties and offices reach; one statement. */
export async function findAroundRows(tx: Tx, scopes: readonly GroupScope[], now: Date): Promise<AroundRows> {
  const [first] = scopes
  if (first === undefined) return { ahead: [], told: [] }
  const [row] = await tx.$queryRaw<AroundRows[]>(Prisma.sql`SELECT
    COALESCE((SELECT json_agg(t) FROM (${aheadRows(scopes, now)}) t), '[]') AS ahead,
    COALESCE((SELECT json_agg(t ORDER BY t.at DESC, t.id DESC) FROM (
      (${recordRows(scopes)}) UNION ALL (${eventRows(scopes)}) ORDER BY at DESC, id DESC LIMIT ${mostChanges * 3}) t), '[]') AS told`)
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

function recordRows(scopes: readonly GroupScope[]): Prisma.Sql {
  return Prisma.sql`SELECT e.id, e.at, e."groupId", e.kind, e."meetingId",
      CASE WHEN e.payload::json->'conclusion' IS NULL THEN NULL ELSE json_build_object(
        'id', e.payload::json->'conclusion'->>'id', 'title', e.payload::json->'conclusion'->>'title',
        'kind', e.payload::json->'conclusion'->>'kind') END AS conclusion,
      NULL::text AS actor, NULL::text AS subject, NULL::text AS party, NULL::text AS detail
    FROM (SELECT m.id FROM "Meeting" m WHERE m."groupId" = ${groupsOf(scopes)}
        AND (m.state <> 'draft' OR m."proposedByPartyId" IS NOT NULL) AND ${mineIn(scopes)}
      ORDER BY m.id DESC LIMIT ${mostRecords}) m
    JOIN LATERAL (SELECT r.* FROM "RecordEntry" r WHERE r."meetingId" = m.id AND r.payload IS NOT NULL
      AND r.kind = ANY(${[...toldKinds]}::text[]) ORDER BY r.sequence DESC LIMIT ${mostChanges}) e ON true
    ORDER BY e.at DESC LIMIT ${mostChanges * 3}`
}

/** Of a party its own people see it, a bounded head only what came after the bound (rule 14), and the organizers. */
function eventRows(scopes: readonly GroupScope[]): Prisma.Sql {
  const organized = scopes.filter(({ standing }) => standing.organizer).map(({ groupId }) => groupId)
  const memberships = scopes.flatMap(({ standing }) => standing.memberships)
  const own = memberships.map(({ partyId }) => partyId)
  const since = memberships.map(({ seesFrom }) => seesFrom?.toISOString() ?? '-infinity')
  return Prisma.sql`SELECT g.id, g.at, g."groupId", g.kind, NULL::uuid, NULL::json,
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
    const meeting = known.get(row.id)?.meeting
    if (meeting === undefined) return []
    const { kind, title, state } = meeting
    return [{ ...row, kind, title, state, startsAt: new Date(startsAt).toISOString() }]
  })
}

/** Of records only those of meetings whose contents the viewer sees; of each meeting and conclusion the newest alone. */
export function changesOf({ told }: AroundRows, known: KnownMeetings): readonly Change[] {
  const seen = new Set<string>()
  const changes = told.flatMap((row): readonly Change[] => changeOf(row, known))
  const newest = changes.filter((change) => {
    const about = change.in === 'group' ? change.id : (change.conclusion?.id ?? change.meeting.id)
    const isFirst = !seen.has(about)
    seen.add(about)
    return isFirst
  })
  return newest.slice(0, mostChanges)
}

function changeOf(row: Told, known: KnownMeetings): readonly Change[] {
  const { id, groupId, conclusion } = row
  const what = { id, groupId, at: new Date(row.at).toISOString() }
  if (row.meetingId === null) {
    const { actor, subject, party } = row
    const kind = oneOf(groupEventKinds, row.kind)
    // A line is about a role, or about something with a name.
    const role = historyRoles.find((word) => word === row.detail) ?? null
    const detail = role === null ? (row.detail ?? '') : ''
    return [{ ...what, in: 'group', kind, actor: actor ?? '', subject: subject ?? '', party, detail, role }]
  }
  const scope = known.get(row.meetingId)
  if (scope?.sight !== 'contents') return []
  const kind = oneOf(toldKinds, row.kind)
  return [{ ...what, in: 'meeting', kind, meeting: { id: scope.meetingId, title: scope.meeting.title }, conclusion }]
}
