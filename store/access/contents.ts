import { seesContents } from '#domain/access.ts'
import type { BareConclusion } from '#domain/conclusion/conclusion.ts'
import { isKeptBy } from '#domain/conclusion/kept.ts'
import { isOpenSince } from '#domain/conclusion/since.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { GroupScope } from './group.ts'
import { type MeetingRow, type MeetingScope, meetingRows, scopeIn } from './meeting.ts'

/** Most meetings that one person's lists are drawn from; the newest count. */
const most = 2000

/** Meetings by id, as the viewer is in them. */
export type Meetings = ReadonlyMap<string, MeetingScope>

/**
 * The meetings of these groups whose contents the viewer sees, or a part of them (`openConclusion`), by id, for lists across meetings: what is hidden is left
 * out before anything is counted or paged. One statement. Drafts are not among them: nothing happens in them yet.
 */
export async function readableMeetings(tx: Tx, scopes: readonly GroupScope[]): Promise<Meetings> {
  const found = await concernedMeetings(tx, scopes)
  return new Map(found.filter(({ sight }) => seesContents(sight)).map((scope) => [scope.meetingId, scope]))
}

/**
 * The meetings of these groups of which conclusions can be open to the viewer, by id: those whose contents they see, and those of
 * which a part is theirs, because a party of theirs left or they came later; `openConclusion` says which part. One statement.
 */
export async function keptMeetings(tx: Tx, scopes: readonly GroupScope[]): Promise<Meetings> {
  const found = await concernedMeetings(tx, scopes)
  return new Map(found.filter(opensConclusions).map((scope) => [scope.meetingId, scope]))
}

/** Whether conclusions of a meeting can be open to its viewer; which, `opensConclusion` and `openConclusion` say. */
export function opensConclusions({ sight, keepsFor }: MeetingScope): boolean {
  return seesContents(sight) || keepsFor !== null
}

/** Whether one conclusion lies open to the viewer of its meeting: the meeting does, as far as they see it, or their party keeps it. */
export function opensConclusion(scope: MeetingScope, conclusion: BareConclusion): boolean {
  const { sight, keepsFor, since, meeting } = scope
  if (since !== null && !isOpenSince(conclusion, since, meeting)) return false
  if (seesContents(sight)) return true
  return keepsFor !== null && isKeptBy(conclusion, keepsFor)
}

/** A condition: "Conclusion" c lies open to the viewer of these meetings, as `opensConclusion` says of one. */
export function openConclusion(meetings: Meetings): Prisma.Sql {
  const all = [...meetings.values()]
  const readable = all.flatMap(({ sight, meetingId }) => (sight === 'contents' ? meetingId : []))
  const whole = Prisma.sql`c."meetingId" = ANY(${readable}::uuid[])`
  const parts = all.filter(({ sight }) => sight !== 'contents')
  if (parts.length === 0) return whole
  const ids = parts.map(({ meetingId }) => meetingId)
  const parties = parts.map(({ keepsFor }) => keepsFor)
  const since = parts.map(({ since: from }) => from?.toISOString() ?? null)
  return Prisma.sql`(${whole} OR EXISTS (
    SELECT 1 FROM unnest(${ids}::uuid[], ${parties}::uuid[], ${since}::timestamptz[]) AS l("meetingId", "partyId", since)
    WHERE l."meetingId" = c."meetingId" AND (l.since IS NULL OR ${writtenSince}) AND (l."partyId" IS NULL
      OR EXISTS (SELECT 1 FROM "DivergenceSide" s WHERE s."conclusionId" = c.id AND s."partyId" = l."partyId")
      OR (c.state IN ('ad-referendum', 'adopted', 'superseded', 'declined', 'lapsed', 'diverged') AND EXISTS (
        SELECT 1 FROM "ConclusionVersion" w JOIN "Decider" d ON d."versionId" = w.id
        WHERE w."conclusionId" = c.id AND w.number = c."currentVersion" AND w."takenBackAt" IS NULL AND d."partyId" = l."partyId")))))`
}

/** As domain `isOpenSince` says of "Conclusion" c, from l.since on. */
const writtenSince = Prisma.sql`(CASE c.kind
  WHEN 'divergence' THEN c."createdAt" >= l.since
  WHEN 'record' THEN EXISTS (SELECT 1 FROM "Meeting" h WHERE h.id = c."meetingId" AND h."openedAt" >= l.since)
  ELSE EXISTS (SELECT 1 FROM "ConclusionVersion" w WHERE w."conclusionId" = c.id AND w.number = c."currentVersion"
    AND (w."createdAt" >= l.since OR w."putAt" >= l.since)) END)`

async function concernedMeetings(tx: Tx, scopes: readonly GroupScope[]): Promise<readonly MeetingScope[]> {
  const [first] = scopes
  if (first === undefined) return []
  const { personId } = first.standing
  const groupIds = scopes.map(({ groupId }) => groupId)
  const partyIds = scopes.flatMap(({ standing }) => standing.memberships.map(({ partyId }) => partyId))
  const concerned = Prisma.sql`m."groupId" = ANY(${groupIds}::uuid[]) AND m.state <> 'draft' AND (
    EXISTS (SELECT 1 FROM "MeetingParty" p WHERE p."meetingId" = m.id AND p."partyId" = ANY(${partyIds}::uuid[]))
    OR EXISTS (SELECT 1 FROM "MeetingOffice" o
      WHERE o."meetingId" = m.id AND o."personId" = ${personId}::uuid AND o."endedAt" IS NULL))
    ORDER BY m.id DESC LIMIT ${most}`
  const rows = await tx.$queryRaw<MeetingRow[]>(meetingRows(personId, concerned))
  return rows.flatMap((row) => {
    const group = scopes.find(({ groupId }) => groupId === row.groupId)
    return (group && scopeIn(row, group)) ?? []
  })
}
