import type { GroupScope } from '#lib/access/group.ts'
import type { Tx } from '#lib/db/prisma.ts'

/** The group itself: who organizes it, and its parties with their people. One statement. */
export async function findExportedGroup(tx: Tx, { groupId }: GroupScope) {
  const members = {
    where: { removedAt: null },
    orderBy: { since: 'asc' },
    select: { role: true, since: true, person: { select: { name: true } } },
  } as const
  const { organizers, parties, ...group } = await tx.group.findUniqueOrThrow({
    where: { id: groupId },
    relationLoadStrategy: 'join',
    select: {
      id: true,
      name: true,
      purpose: true,
      timeZone: true,
      createdAt: true,
      organizers: {
        where: { removedAt: null },
        orderBy: { since: 'asc' },
        select: { person: { select: { name: true } } },
      },
      parties: {
        orderBy: { id: 'asc' },
        select: { id: true, name: true, shortName: true, timeZone: true, leftAt: true, members },
      },
    },
  })
  return {
    group,
    organizers: organizers.map(({ person }) => person.name),
    parties: parties.map(({ members: people, ...party }) => ({
      ...party,
      people: people.map(({ person, ...member }) => ({ name: person.name, ...member })),
    })),
  }
}
