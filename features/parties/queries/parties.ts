import { may } from '#domain/may.ts'
import { partyDeciders } from '#domain/party/decide.ts'
import { refuseCreating } from '#domain/party/description.ts'
import { roleIn } from '#domain/party/membership.ts'
import type { Member } from '#domain/party/party.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { GroupScope } from '#store/access/group.ts'
import { awaited } from '#store/invitation/open.ts'
import type { PartiesView } from '../views.ts'

/** The parties of a group, with their numbers of people; one statement. */
export async function findParties(tx: Tx, { groupId, standing, zone }: GroupScope, now: Date): Promise<PartiesView> {
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
        select: { personId: true, person: { select: { name: true } } },
      },
      // Only those that the viewer looks after come out.
      invitations: {
        where: { role: 'head', effectiveAt: null, ...awaited(now) },
        take: 1,
        select: { id: true },
      },
    },
  })
  const headless = rows.filter(({ id, members, leftAt }) => {
    const party = { id, leftAt, replacement: null, members: members.map(headIn) }
    return members.length === 0 && may(partyDeciders.invite, party, { type: 'invite', by: standing, role: 'head' }, now)
  })
  return {
    parties: rows.map(({ members, leftAt, invitations, ...party }) => ({
      ...party,
      headInvited: members.length === 0 && invitations.length > 0,
      leftAt: leftAt?.toISOString() ?? null,
      heads: members.map(({ person }) => person.name),
      role: roleIn(standing, party.id),
    })),
    viewerZone: zone,
    can: {
      create: may(refuseCreating, standing),
      inviteHeads: headless.map(({ id }) => id),
    },
  }
}

function headIn({ personId }: { readonly personId: string }): Member {
  return { personId, role: 'head', seesFrom: null }
}
