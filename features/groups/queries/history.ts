import { groupEventKinds, historyRoles } from '#domain/group-history.ts'
import { oneOf } from '#lib/db/one-of.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { GroupScope } from '#store/access/group.ts'
import type { HistoryEntry } from '../views.ts'

/** One page of the history, newest first. */
export const historyPage = 40

/**
 * What happened, to the whole group or to one party. Of a party its own people see it, a bounded head only what came after
 * the bound (rule 14), and, as logistics, the organizers.
 */
export async function findHistory(
  tx: Tx,
  { groupId, standing }: GroupScope,
  partyId: string | null,
): Promise<HistoryEntry[]> {
  const own = standing.memberships.map(({ partyId, seesFrom }) => ({
    partyId,
    ...(seesFrom === null ? {} : { at: { gte: seesFrom } }),
  }))
  const rows = await tx.groupEvent.findMany({
    where: {
      groupId,
      ...(partyId === null ? {} : { partyId }),
      ...(standing.organizer ? {} : { OR: [{ partyId: null }, ...own] }),
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: historyPage,
    relationLoadStrategy: 'join',
    select: {
      id: true,
      kind: true,
      at: true,
      actorId: true,
      subjectPersonId: true,
      detail: true,
      effectiveAt: true,
      party: { select: { shortName: true } },
    },
  })
  const ids = new Set(rows.flatMap(({ actorId, subjectPersonId }) => [actorId, subjectPersonId]))
  const people = await tx.person.findMany({
    where: { id: { in: [...ids].filter((id) => id !== null) } },
    select: { id: true, name: true },
  })
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? ''
  return rows.map(({ actorId, subjectPersonId, party, at, effectiveAt, ...line }) => ({
    ...line,
    kind: oneOf(groupEventKinds, line.kind),
    role: historyRoles.find((role) => role === line.detail) ?? null,
    at: at.toISOString(),
    effectiveAt: effectiveAt?.toISOString() ?? null,
    actor: nameOf(actorId),
    subject: nameOf(subjectPersonId),
    party: party?.shortName ?? null,
  }))
}
