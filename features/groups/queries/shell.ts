import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import type { GroupScope } from '#store/access/group.ts'
import type { GroupShell } from '../views.ts'

interface Row extends Omit<GroupShell, 'deletesAt' | 'viewer' | 'viewerZone'> {
  deletesAt: Date | null
  person: string
  parties: GroupShell['viewer']['parties']
}

/** Most heads as whom one may look at the demo. */
const mostPerspectives = 50

/** One statement. */
export async function findGroupShell(
  tx: Tx,
  viewer: Viewer,
  { groupId, standing, zone }: GroupScope,
): Promise<GroupShell> {
  const { personId, organizer } = standing
  const isPerspective = viewer.method === 'demo'
  const person = Prisma.sql`${personId}::uuid`
  const mayLookAs = Prisma.sql`(g."isDemo" AND ${organizer && !isPerspective} AND ${person} IN (SELECT d."personId" FROM visibility.demo_person d WHERE d."personId" = ${person}))`
  const [row] = await tx.$queryRaw<Row[]>(Prisma.sql`SELECT g.id, g.name, g.purpose, g."isDemo", g."deletesAt",
      (SELECT w.name FROM "Person" w WHERE w.id = ${person}) AS person,
      COALESCE((SELECT json_agg(json_build_object('id', y.id, 'shortName', y."shortName", 'role', m.role) ORDER BY m.since)
        FROM "PartyMember" m JOIN "Party" y ON y.id = m."partyId"
        WHERE m."groupId" = g.id AND m."personId" = ${person} AND m."removedAt" IS NULL), '[]') AS parties,
      COALESCE((SELECT json_agg(json_build_object('partyId', h.id, 'party', h."shortName", 'head', h.name) ORDER BY h."shortName")
        FROM (${headsOf}) h WHERE ${mayLookAs}), '[]') AS perspectives
    FROM "Group" g WHERE g.id = ${groupId}::uuid`)
  if (row === undefined) throw new Error('A group was proven and is not there.')
  const { person: name, parties, deletesAt, ...shell } = row
  const about = { id: personId, name, organizer, parties, isPerspective }
  return { ...shell, viewerZone: zone, deletesAt: deletesAt?.toISOString() ?? null, viewer: about }
}

/** The longest-standing head of each party of "Group" g. */
const headsOf = Prisma.sql`SELECT DISTINCT ON (y."shortName", y.id) y.id, y."shortName", w.name FROM "PartyMember" m
  JOIN "Party" y ON y.id = m."partyId" JOIN "Person" w ON w.id = m."personId"
  WHERE m."groupId" = g.id AND m.role = 'head' AND m."removedAt" IS NULL
  ORDER BY y."shortName", y.id, m.since LIMIT ${mostPerspectives}`
