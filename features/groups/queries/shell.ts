import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import type { GroupScope } from '#store/access/group.ts'
import type { GroupShell } from '../views.ts'
import { mayLook } from './looking.ts'

interface Row extends Omit<GroupShell, 'deletesAt' | 'mayLook' | 'viewer' | 'viewerZone'> {
  deletesAt: Date | null
  person: string
  parties: GroupShell['viewer']['parties']
}

/** One statement. */
export async function findGroupShell(tx: Tx, viewer: Viewer, scope: GroupScope): Promise<GroupShell> {
  const { groupId, standing, zone } = scope
  const { personId, organizer } = standing
  const isPerspective = viewer.method === 'demo'
  const person = Prisma.sql`${personId}::uuid`
  const [row] = await tx.$queryRaw<Row[]>(Prisma.sql`SELECT g.id, g.name, g.purpose, g."isDemo", g."deletesAt",
      (SELECT w.name FROM "Person" w WHERE w.id = ${person}) AS person,
      COALESCE((SELECT json_agg(json_build_object('id', y.id, 'shortName', y."shortName", 'role', m.role) ORDER BY m.since)
        FROM "PartyMember" m JOIN "Party" y ON y.id = m."partyId"
        WHERE m."groupId" = g.id AND m."personId" = ${person} AND m."removedAt" IS NULL), '[]') AS parties
    FROM "Group" g WHERE g.id = ${groupId}::uuid`)
  if (row === undefined) throw new Error('A group was proven and is not there.')
  const { person: name, parties, deletesAt, ...shell } = row
  const about = { id: personId, name, organizer, parties, isPerspective }
  return {
    ...shell,
    viewerZone: zone,
    deletesAt: deletesAt?.toISOString() ?? null,
    viewer: about,
    mayLook: mayLook(scope, viewer),
  }
}
