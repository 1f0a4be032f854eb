import { may } from '#domain/may.ts'
import { refuseCreating } from '#domain/party/description.ts'
import { roleIn } from '#domain/party/membership.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { GroupScope } from '#store/access/group.ts'
import type { PartiesView } from '../views.ts'

/** The parties of a group, with their numbers of people; one statement. */
export async function findParties(tx: Tx, { groupId, standing, zone }: GroupScope): Promise<PartiesView> {
  const rows = await tx.party.findMany({
    where: { groupId },
    orderBy: [{ leftAt: { sort: 'asc', nulls: 'first' } }, { name: 'asc' }],
    take: 200,
    relationLoadStrategy: 'join',
    select: {
      id: true,
      name: true,
      shortName: true,
      timeZone: true,
      leftAt: true,
      members: {
        where: { role: 'head', removedAt: null },
        orderBy: { since: 'asc' },
        take: 10,
        select: { person: { select: { name: true } } },
      },
    },
  })
  return {
    parties: rows.map(({ members, leftAt, ...party }) => ({
      ...party,
      leftAt: leftAt?.toISOString() ?? null,
      heads: members.map(({ person }) => person.name),
      role: roleIn(standing, party.id),
    })),
    viewerZone: zone,
    can: { create: may(refuseCreating, standing) },
  }
}
