import { may } from '#domain/may.ts'
import { refuseCreating } from '#domain/party/description.ts'
import { type PartyRole, roleIn } from '#domain/party/membership.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { GroupScope } from '#store/access/group.ts'

/** A party in a list. */
export interface PartyLine {
  id: string
  name: string
  shortName: string
  timeZone: string
  /** ISO 8601; null: it belongs to the group. */
  leftAt: string | null
  /** Names of its heads. */
  heads: string[]
  /** The viewer's own role in it, or null. */
  role: PartyRole | null
}

/** The parties of a group by name, at most 200 (commands/create-party.ts), and whether the viewer may add one. */
export interface PartiesView {
  parties: PartyLine[]
  /** IANA zone in which the viewer reads times. */
  viewerZone: string
  can: { create: boolean }
}

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
