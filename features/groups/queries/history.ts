import { groupEventKinds, historyRoles } from '#domain/group-history.ts'
import { oneOf } from '#lib/db/one-of.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { GroupScope } from '#store/access/group.ts'
import type { HistoryEntry } from '../views.ts'

/** One page of the history, newest first. */
export const historyPage = 40

interface Row {
  id: string
  kind: string
  at: Date
  actor: string
  subject: string
  party: string | null
  detail: string
  effectiveAt: Date | null
}

/** What happened, to the whole group or to one party, as far as the viewer learns of it; one statement. */
export async function findHistory(
  tx: Tx,
  { groupId }: Pick<GroupScope, 'groupId'>,
  partyId: string | null,
): Promise<HistoryEntry[]> {
  const rows = await tx.$queryRaw<Row[]>(Prisma.sql`SELECT e.id, e.kind, e.at, COALESCE(a.name, '') AS actor,
      COALESCE(s.name, '') AS subject, y."shortName" AS party, e.detail, e."effectiveAt"
    FROM "GroupEvent" e
    LEFT JOIN "Person" a ON a.id = e."actorId" LEFT JOIN "Person" s ON s.id = e."subjectPersonId"
    LEFT JOIN "Party" y ON y.id = e."partyId"
    WHERE e."groupId" = ${groupId}::uuid AND visibility.reads_event(e."groupId", e."partyId", e.at) AND (${partyId}::uuid IS NULL OR e."partyId" = ${partyId}::uuid)
    ORDER BY e.at DESC, e.id DESC LIMIT ${historyPage}`)
  return rows.map(({ at, effectiveAt, ...line }) => ({
    ...line,
    kind: oneOf(groupEventKinds, line.kind),
    role: historyRoles.find((role) => role === line.detail) ?? null,
    at: at.toISOString(),
    effectiveAt: effectiveAt?.toISOString() ?? null,
  }))
}
