import type { GroupScope } from '#lib/access/group.ts'
import { liveInDemoOnly } from '#lib/auth/perspective.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { Viewer } from '#lib/db/viewer.ts'

/** What every page of a group shows around its contents. */
export interface GroupShell {
  id: string
  name: string
  purpose: string
  timeZone: string
  isDemo: boolean
  /** ISO 8601; null: no deletion is announced. */
  deletesAt: string | null
  viewer: {
    name: string
    organizer: boolean
    parties: { id: string; shortName: string; role: string }[]
    /** Looks at the demo as this person. */
    isPerspective: boolean
  }
  /** The heads as whom an organizer who lives in demo groups alone may look at this one; empty for everybody else. */
  perspectives: { partyId: string; party: string; head: string }[]
}

/** Two statements; up to four in the demo. */
export async function findGroupShell(tx: Tx, viewer: Viewer, { groupId, standing }: GroupScope): Promise<GroupShell> {
  const { personId, organizer } = standing
  const group = await tx.group.findUniqueOrThrow({
    where: { id: groupId },
    relationLoadStrategy: 'join',
    select: {
      id: true,
      name: true,
      purpose: true,
      timeZone: true,
      isDemo: true,
      deletesAt: true,
      members: {
        where: { personId, removedAt: null },
        orderBy: { since: 'asc' },
        select: { role: true, party: { select: { id: true, shortName: true } } },
      },
    },
  })
  const person = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { name: true } })
  const { members, deletesAt, ...shell } = group
  const mayLookAs = group.isDemo && organizer && viewer.method !== 'demo' && (await liveInDemoOnly(tx, [personId]))
  return {
    ...shell,
    deletesAt: deletesAt?.toISOString() ?? null,
    viewer: {
      name: person.name,
      organizer,
      parties: members.map(({ role, party }) => ({ ...party, role })),
      isPerspective: viewer.method === 'demo',
    },
    perspectives: mayLookAs ? await findPerspectives(tx, groupId) : [],
  }
}

async function findPerspectives(tx: Tx, groupId: string): Promise<GroupShell['perspectives']> {
  const heads = await tx.partyMember.findMany({
    where: { groupId, role: 'head', removedAt: null },
    orderBy: [{ party: { shortName: 'asc' } }, { since: 'asc' }],
    distinct: ['partyId'],
    take: 50,
    relationLoadStrategy: 'join',
    select: { partyId: true, party: { select: { shortName: true } }, person: { select: { name: true } } },
  })
  return heads.map(({ partyId, party, person }) => ({ partyId, party: party.shortName, head: person.name }))
}
