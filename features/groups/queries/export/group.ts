import type { Tx } from '#lib/db/prisma.ts'
import type { GroupScope } from '#store/access/group.ts'

/** The group itself, and who organizes it. One statement. */
export async function findExportedGroup(tx: Tx, { groupId }: GroupScope) {
  const { organizers, ...group } = await tx.group.findUniqueOrThrow({
    where: { id: groupId },
    relationLoadStrategy: 'join',
    select: {
      id: true,
      name: true,
      purpose: true,
      kind: true,
      timeZone: true,
      createdAt: true,
      organizers: {
        where: { removedAt: null },
        orderBy: { since: 'asc' },
        select: { person: { select: { name: true } } },
      },
    },
  })
  return { group, organizers: organizers.map(({ person }) => person.name) }
}

/** The parties of the group with their people, by id; at most `take` after `after`. One statement. */
export async function findExportedParties(
  tx: Tx,
  { groupId }: GroupScope,
  { after, take }: { readonly after: string | null; readonly take: number },
) {
  const members = {
    where: { removedAt: null },
    orderBy: { since: 'asc' },
    select: { role: true, since: true, person: { select: { name: true } } },
  } as const
  const parties = await tx.party.findMany({
    where: { groupId, ...(after === null ? {} : { id: { gt: after } }) },
    orderBy: { id: 'asc' },
    take,
    relationLoadStrategy: 'join',
    select: { id: true, name: true, shortName: true, timeZone: true, leftAt: true, members },
  })
  return parties.map(({ members: people, ...party }) => ({
    ...party,
    people: people.map(({ person, ...member }) => ({ name: person.name, ...member })),
  }))
}
