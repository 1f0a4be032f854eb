import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { GroupScope } from './group.ts'
import { type MeetingRow, type MeetingScope, meetingRows, scopeIn } from './meeting.ts'

/** Most meetings that one person's lists are drawn from; the newest count. */
const most = 2000

/**
 * The meetings of these groups whose contents the viewer sees, by id, for lists across meetings: what is hidden is left
 * out before anything is counted or paged. One statement. Drafts are not among them: nothing happens in them yet.
 */
export async function readableMeetings(
  tx: Tx,
  scopes: readonly GroupScope[],
): Promise<ReadonlyMap<string, MeetingScope>> {
  const [first] = scopes
  if (first === undefined) return new Map()
  const { personId } = first.standing
  const groupIds = scopes.map(({ groupId }) => groupId)
  const partyIds = scopes.flatMap(({ standing }) => standing.memberships.map(({ partyId }) => partyId))
  const concerned = Prisma.sql`m."groupId" = ANY(${groupIds}::uuid[]) AND m.state <> 'draft' AND (
    EXISTS (SELECT 1 FROM "MeetingParty" p WHERE p."meetingId" = m.id AND p."partyId" = ANY(${partyIds}::uuid[]))
    OR EXISTS (SELECT 1 FROM "MeetingOffice" o
      WHERE o."meetingId" = m.id AND o."personId" = ${personId}::uuid AND o."endedAt" IS NULL))
    ORDER BY m.id DESC LIMIT ${most}`
  const rows = await tx.$queryRaw<MeetingRow[]>(meetingRows(personId, concerned))
  const found = rows.flatMap((row) => {
    const group = scopes.find(({ groupId }) => groupId === row.groupId)
    return (group && scopeIn(row, group)) ?? []
  })
  return new Map(found.filter(({ sight }) => sight === 'contents').map((scope) => [scope.meetingId, scope]))
}
