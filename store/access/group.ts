import { type GroupStanding, isGroupMember, partyRoles } from '#domain/party/membership.ts'
import { known, once } from '#lib/db/once.ts'
import { oneOf } from '#lib/db/one-of.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { isUuid } from '#lib/uuid.ts'

declare const proven: unique symbol

/** The id of a group of which the viewer is proven to be a member: minted here alone. */
export type ProvenGroupId = string & { readonly [proven]: 'group' }

/** The viewer in one group: what every query and command of that group starts from. */
export interface GroupScope {
  readonly groupId: ProvenGroupId
  readonly standing: GroupStanding
  /** IANA zone in which the viewer reads times here: their account's, else that of the party they joined first, else the group's. */
  readonly zone: string
}

interface Row {
  id: string
  organizer: boolean
  holdsOffice: boolean
  zone: string
  language: string | null
  memberships: { partyId: string; role: string; seesFrom: string | null }[]
}

/** What somebody is in their groups, as `standingsOf` selects it. */
export type Standings = readonly Row[]

/** The language of the first group that names one; null: none does. */
export function languageOfGroups(standings: Standings): string | null {
  return standings.find(({ language }) => language !== null)?.language ?? null
}

/** Most groups of one person. */
const most = 200

/** What anybody is in a group, for rules about people other than the viewer; one statement. Null: nothing. */
export async function standingIn(tx: Tx, groupId: ProvenGroupId, personId: string): Promise<GroupStanding | null> {
  const [row] = await tx.$queryRaw<Row[]>(groupRows(idOf(personId), Prisma.sql`g.id = ${groupId}::uuid`))
  return (row && scopeIn(row, personId)?.standing) ?? null
}

/**
 * Null when the viewer does not belong to the group, whether or not it exists. One statement; none in a reading in which the
 * viewer's groups are known.
 */
export async function proveGroup(tx: Tx, viewer: Viewer, groupId: string): Promise<GroupScope | null> {
  if (!isUuid(groupId)) return null
  const { personId } = viewer
  const mine = await known<readonly GroupScope[]>(tx, myGroups(viewer))
  const scope = mine?.find((one) => one.groupId === groupId)
  if (scope !== undefined || (mine !== undefined && mine.length < most)) return scope ?? null
  return once(tx, `group ${groupId} of ${personId}`, async () => {
    const [row] = await tx.$queryRaw<Row[]>(groupRows(idOf(personId), Prisma.sql`g.id = ${groupId}::uuid`))
    return row === undefined ? null : scopeIn(row, personId)
  })
}

/**
 * An id that nothing has. What is hidden and what is missing are looked up alike and judged after that: where a row is missing, what
 * would be asked because of it is asked of nothing, so that both take the same statements, and the same time.
 */
export const nothingId = '00000000-0000-0000-0000-000000000000'

/** The viewer in the group of a row that may be missing. */
export function proveGroupOf(
  tx: Tx,
  viewer: Viewer,
  row: { readonly groupId: string } | null | undefined,
): Promise<GroupScope | null> {
  return proveGroup(tx, viewer, row?.groupId ?? nothingId)
}

/** The viewer in every group to which they belong, at most 200; one statement, or none as in `proveGroup`. */
export function proveMyGroups(tx: Tx, viewer: Viewer): Promise<readonly GroupScope[]> {
  const person = idOf(viewer.personId)
  return once(tx, myGroups(viewer), async () =>
    scopesIn(await tx.$queryRaw<Row[]>(groupRows(person, mineOf(person))), viewer),
  )
}

/** Selects what somebody is in every group to which they belong, as JSON: `Standings`. */
export function standingsOf(person: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT COALESCE(json_agg(t), '[]') FROM (${groupRows(person, mineOf(person))}) t)`
}

/** Lets this reading know the viewer's groups: `standings` were selected in it, for the viewer. */
export function keepMyGroups(tx: Tx, viewer: Viewer, standings: Standings): void {
  void once(tx, myGroups(viewer), () => Promise.resolve(scopesIn(standings, viewer)))
}

const myGroups = ({ personId }: Viewer) => `groups of ${personId}`
const idOf = (personId: string) => Prisma.sql`${personId}::uuid`

/** A condition on "Group" g with its order: those to which a person belongs. */
function mineOf(person: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`g.id IN (
    SELECT "groupId" FROM "Organizer" WHERE "personId" = ${person} AND "removedAt" IS NULL
    UNION SELECT "groupId" FROM "PartyMember" WHERE "personId" = ${person} AND "removedAt" IS NULL
    UNION SELECT "groupId" FROM "MeetingOffice" WHERE "personId" = ${person} AND "endedAt" IS NULL)
    ORDER BY g.id LIMIT ${most}`
}

/** `which`: a condition on "Group" g. */
function groupRows(person: Prisma.Sql, which: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT g.id,
    COALESCE((SELECT w."timeZone" FROM "Person" w WHERE w.id = ${person}),
      (SELECT y."timeZone" FROM "PartyMember" p JOIN "Party" y ON y.id = p."partyId"
        WHERE p."groupId" = g.id AND p."personId" = ${person} AND p."removedAt" IS NULL ORDER BY p.since, p.id LIMIT 1),
      g."timeZone") AS zone, g.language,
    EXISTS (SELECT 1 FROM "Organizer" o
      WHERE o."groupId" = g.id AND o."personId" = ${person} AND o."removedAt" IS NULL) AS "organizer",
    EXISTS (SELECT 1 FROM "MeetingOffice" m
      WHERE m."groupId" = g.id AND m."personId" = ${person} AND m."endedAt" IS NULL) AS "holdsOffice",
    COALESCE((SELECT json_agg(json_build_object('partyId', p."partyId", 'role', p.role, 'seesFrom', p."seesFrom") ORDER BY p.since)
      FROM "PartyMember" p JOIN "Party" y ON y.id = p."partyId"
      WHERE p."groupId" = g.id AND p."personId" = ${person} AND p."removedAt" IS NULL), '[]') AS "memberships"
    FROM "Group" g WHERE ${which}`
}

function scopesIn(rows: readonly Row[], { personId }: Viewer): readonly GroupScope[] {
  return rows.flatMap((row) => scopeIn(row, personId) ?? [])
}

function scopeIn(row: Row, personId: string): GroupScope | null {
  const standing: GroupStanding = {
    personId,
    organizer: row.organizer,
    holdsOffice: row.holdsOffice,
    memberships: row.memberships.map(({ partyId, role, seesFrom }) => ({
      partyId,
      role: oneOf(partyRoles, role),
      seesFrom: seesFrom === null ? null : new Date(seesFrom),
    })),
  }
  return isGroupMember(standing) ? { groupId: row.id as ProvenGroupId, standing, zone: row.zone } : null
}
