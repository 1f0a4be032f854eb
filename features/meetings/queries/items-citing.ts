import { agendaSight } from '#domain/access.ts'
import { type ItemKind, itemKinds } from '#domain/agenda/agenda.ts'
import { proveGroup } from '#lib/access/group.ts'
import { type MeetingRow, meetingRows, scopeIn } from '#lib/access/meeting.ts'
import { isUuid } from '#lib/access/uuid.ts'
import { oneOf } from '#lib/db/one-of.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { Viewer } from '#lib/db/viewer.ts'

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

interface Row {
  id: string
  title: string
  kind: string
  quote: string | null
  meetingId: string
  startsAt: Date | null
}

/**
 * The items of every meeting whose whole agenda the viewer sees that cite this passage, newest meeting first. Four
 * statements, however many there are. What the viewer may not know of is left out before anything is counted.
 */
export async function findItemsCiting(
  tx: Tx,
  viewer: Viewer,
  { editionId, ordinal }: { editionId: string; ordinal: number },
): Promise<readonly ItemCiting[]> {
  if (!isUuid(editionId)) return []
  const edition = await tx.edition.findUnique({ where: { id: editionId }, select: { groupId: true } })
  const scope = edition && (await proveGroup(tx, viewer, edition.groupId))
  if (!scope) return []
  const citing = Prisma.sql`SELECT i."meetingId" FROM "Citation" c JOIN "AgendaItem" i ON i.id = c."itemId"
    WHERE c."editionId" = ${editionId}::uuid AND ${ordinal} BETWEEN c."firstOrdinal" AND c."lastOrdinal"`
  const meetings = await tx.$queryRaw<MeetingRow[]>(
    meetingRows(viewer.personId, Prisma.sql`m."groupId" = ${scope.groupId}::uuid AND m.id IN (${citing})`),
  )
  const seen = meetings
    .flatMap((row) => scopeIn(row, scope) ?? [])
    .filter(({ sight, meeting }) => agendaSight(sight, meeting.kind) === 'whole')
  const titles = new Map(seen.map(({ meeting }) => [meeting.id, meeting.title]))
  const rows = await tx.$queryRaw<Row[]>(Prisma.sql`SELECT i.id, i.title, i.kind, min(c."quoteExact") AS quote,
      i."meetingId", m."startsAt"
    FROM "Citation" c JOIN "AgendaItem" i ON i.id = c."itemId" JOIN "Meeting" m ON m.id = i."meetingId"
    WHERE c."editionId" = ${editionId}::uuid AND ${ordinal} BETWEEN c."firstOrdinal" AND c."lastOrdinal"
      AND i."meetingId" = ANY(${[...titles.keys()]}::uuid[])
    GROUP BY i.id, m.id ORDER BY m."startsAt" DESC NULLS FIRST, i.position, i.id LIMIT ${most}`)
  return rows.map(({ meetingId, startsAt, kind, ...row }) => ({
    ...row,
    kind: oneOf(itemKinds, kind),
    meeting: {
      id: meetingId,
      groupId: scope.groupId,
      title: titles.get(meetingId) ?? '',
      startsAt: startsAt?.toISOString() ?? null,
    },
  }))
}
