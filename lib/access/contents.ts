import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { GroupScope } from './group.ts'
import { type MeetingRow, type MeetingScope, meetingRows, scopeIn } from './meeting.ts'

/** Most meetings that one person's lists are drawn from; the newest count. */
const most = 2000

/** Meetings by id, as the viewer is in them. */
export type Meetings = ReadonlyMap<string, MeetingScope>

/**
 * The meetings of these groups whose contents the viewer sees, by id, for lists across meetings: what is hidden is left
 * out before anything is counted or paged. One statement. Drafts are not among them: nothing happens in them yet.
 */
export async function readableMeetings(tx: Tx, scopes: readonly GroupScope[]): Promise<Meetings> {
  const found = await concernedMeetings(tx, scopes)
  return new Map(found.filter(({ sight }) => sight === 'contents').map((scope) => [scope.meetingId, scope]))
}

/** The same, and the meetings that a party of the viewer's left: of those `openConclusion` says what it keeps. */
export async function keptMeetings(tx: Tx, scopes: readonly GroupScope[]): Promise<Meetings> {
  const found = await concernedMeetings(tx, scopes)
  const kept = found.filter(({ sight, keepsFor }) => sight === 'contents' || keepsFor !== null)
  return new Map(kept.map((scope) => [scope.meetingId, scope]))
}

/**
 * A condition: "Conclusion" c lies open to the viewer of these meetings. Its meeting does, or their party, which left, keeps it
 * (as domain `isKeptBy` says of one conclusion).
 */
export function openConclusion(meetings: Meetings): Prisma.Sql {
  const all = [...meetings.values()]
  const readable = all.flatMap(({ sight, meetingId }) => (sight === 'contents' ? meetingId : []))
  const whole = Prisma.sql`c."meetingId" = ANY(${readable}::uuid[])`
  const left = all.flatMap(({ meetingId, keepsFor }) => (keepsFor === null ? [] : { meetingId, keepsFor }))
  if (left.length === 0) return whole
  const ids = left.map(({ meetingId }) => meetingId)
  const parties = left.map(({ keepsFor }) => keepsFor)
  return Prisma.sql`(${whole} OR EXISTS (
    SELECT 1 FROM unnest(${ids}::uuid[], ${parties}::uuid[]) AS l("meetingId", "partyId")
    WHERE l."meetingId" = c."meetingId" AND (
      EXISTS (SELECT 1 FROM "DivergenceSide" s WHERE s."conclusionId" = c.id AND s."partyId" = l."partyId")
      OR (c.state IN ('ad-referendum', 'adopted', 'superseded', 'declined', 'lapsed', 'diverged') AND EXISTS (
        SELECT 1 FROM "ConclusionVersion" w JOIN "Decider" d ON d."versionId" = w.id
        WHERE w."conclusionId" = c.id AND w.number = c."currentVersion" AND w."takenBackAt" IS NULL AND d."partyId" = l."partyId")))))`
}

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
