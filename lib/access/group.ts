import type { GroupStanding, PartyRole } from '#domain/access.ts'
import { isGroupMember } from '#domain/access.ts'
import { oneOf } from '#lib/db/one-of.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { isUuid } from './uuid.ts'

declare const proven: unique symbol

/** The id of a group of which the viewer is proven to be a member: minted here alone. */
export type ProvenGroupId = string & { readonly [proven]: 'group' }

/** The viewer in one group: what every query and command of that group starts from. */
export interface GroupScope {
  readonly groupId: ProvenGroupId
  readonly standing: GroupStanding
}

const roles = ['head', 'deputy', 'delegate', 'observer'] as const satisfies readonly PartyRole[]

interface Row {
  id: string
  organizer: boolean
  holdsOffice: boolean
  memberships: { partyId: string; role: string; seesFrom: string | null }[]
}

/** What anybody is in a group, for rules about people other than the viewer; one statement. Null: nothing. */
export async function standingIn(tx: Tx, groupId: ProvenGroupId, personId: string): Promise<GroupStanding | null> {
  const [row] = await tx.$queryRaw<Row[]>(groupRows(personId, Prisma.sql`g.id = ${groupId}::uuid`))
  return (row && scopeIn(row, personId)?.standing) ?? null
}

/** One statement; null when the viewer does not belong to the group, whether or not it exists. */
export async function proveGroup(tx: Tx, viewer: Viewer, groupId: string): Promise<GroupScope | null> {
  if (!isUuid(groupId)) return null
  const [row] = await tx.$queryRaw<Row[]>(groupRows(viewer.personId, Prisma.sql`g.id = ${groupId}::uuid`))
  return row === undefined ? null : scopeIn(row, viewer.personId)
}

/** The viewer in every group to which they belong; one statement, at most 200 groups. */
export async function proveMyGroups(tx: Tx, viewer: Viewer): Promise<readonly GroupScope[]> {
  const { personId } = viewer
  const mine = Prisma.sql`g.id IN (
    SELECT "groupId" FROM "Organizer" WHERE "personId" = ${personId}::uuid AND "removedAt" IS NULL
    UNION SELECT "groupId" FROM "PartyMember" WHERE "personId" = ${personId}::uuid AND "removedAt" IS NULL
    UNION SELECT "groupId" FROM "MeetingOffice" WHERE "personId" = ${personId}::uuid AND "endedAt" IS NULL)
    ORDER BY g.id LIMIT 200`
  const rows = await tx.$queryRaw<Row[]>(groupRows(personId, mine))
  return rows.flatMap((row) => scopeIn(row, personId) ?? [])
}

/** `which`: a condition on "Group" g. */
function groupRows(personId: string, which: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT g.id,
    EXISTS (SELECT 1 FROM "Organizer" o
      WHERE o."groupId" = g.id AND o."personId" = ${personId}::uuid AND o."removedAt" IS NULL) AS "organizer",
    EXISTS (SELECT 1 FROM "MeetingOffice" m
      WHERE m."groupId" = g.id AND m."personId" = ${personId}::uuid AND m."endedAt" IS NULL) AS "holdsOffice",
    COALESCE((SELECT json_agg(json_build_object('partyId', p."partyId", 'role', p.role, 'seesFrom', p."seesFrom") ORDER BY p.since)
      FROM "PartyMember" p JOIN "Party" y ON y.id = p."partyId"
      WHERE p."groupId" = g.id AND p."personId" = ${personId}::uuid AND p."removedAt" IS NULL), '[]') AS "memberships"
    FROM "Group" g WHERE ${which}`
}

function scopeIn(row: Row, personId: string): GroupScope | null {
  const standing: GroupStanding = {
    personId,
    organizer: row.organizer,
    holdsOffice: row.holdsOffice,
    memberships: row.memberships.map(({ partyId, role, seesFrom }) => ({
      partyId,
      role: oneOf(roles, role),
      seesFrom: seesFrom === null ? null : new Date(seesFrom),
    })),
  }
  return isGroupMember(standing) ? { groupId: row.id as ProvenGroupId, standing } : null
}
