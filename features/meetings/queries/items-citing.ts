import { agendaSight } from '#domain/access.ts'
import { type ItemKind, itemKinds } from '#domain/agenda/agenda.ts'
import { oneOf } from '#lib/db/one-of.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { isUuid } from '#lib/uuid.ts'
import { proveMyGroups } from '#store/access/group.ts'
import { type MeetingRow, meetingBeside, scopeAmong } from '#store/access/meeting.ts'

/** An agenda item that takes up a passage (rule 2), as the viewer may know of it. */
export interface ItemCiting {
  readonly id: string
  readonly title: string
  readonly kind: ItemKind
  /** The exact words it takes up, where it quotes some of this passage. */
  readonly quote: string | null
  readonly meeting: {
    readonly id: string
    readonly groupId: string
    readonly title: string
    /** UTC instant; null: no date yet. */
    readonly startsAt: string | null
  }
}

/** Most items shown beside one passage; the newest. */
const most = 100
/** Among how many of all that cite it, the newest, those are looked for. */
const mostRead = 1000

interface Row {
  id: string
  title: string
  kind: string
  quote: string | null
  startsAt: Date | null
  meeting: MeetingRow
}

/**
 * The items of every meeting whose whole agenda the viewer sees that cite this passage, newest meeting first. One statement,
 * however many there are. What the viewer may not know of is left out before anything is counted.
 */
export async function findItemsCiting(
  tx: Tx,
  viewer: Viewer,
  { editionId, ordinal }: { editionId: string; ordinal: number },
): Promise<readonly ItemCiting[]> {
  if (!isUuid(editionId)) return []
  const scopes = await proveMyGroups(tx, viewer)
  const beside = meetingBeside(viewer.personId, Prisma.sql`i."meetingId"`)
  const rows = await tx.$queryRaw<Row[]>(Prisma.sql`SELECT i.id, i.title, i.kind, min(c."quoteExact") AS quote,
      m."startsAt", ${beside} AS meeting
    FROM "Citation" c JOIN "AgendaItem" i ON i.id = c."citingId" JOIN "Meeting" m ON m.id = i."meetingId"
    WHERE c."editionId" = ${editionId}::uuid AND ${ordinal} BETWEEN c."firstOrdinal" AND c."lastOrdinal"
      AND c."groupId" = ANY(${scopes.map(({ groupId }) => groupId)}::uuid[])
    GROUP BY i.id, m.id ORDER BY m."startsAt" DESC NULLS FIRST, i.position, i.id LIMIT ${mostRead}`)
  const seen = rows.flatMap(({ meeting: row, startsAt, kind, ...item }) => {
    const scope = scopeAmong(scopes, row)
    if (scope === null || agendaSight(scope.sight, scope.meeting.kind) !== 'whole') return []
    const { groupId, meetingId, meeting } = scope
    const within = { id: meetingId, groupId, title: meeting.title, startsAt: startsAt?.toISOString() ?? null }
    return [{ ...item, kind: oneOf(itemKinds, kind), meeting: within }]
  })
  return seen.slice(0, most)
}
