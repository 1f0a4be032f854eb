import { canOpen } from '#domain/conclusion/can.ts'
import { loadMeetingFacts } from '#lib/conclusion/facts.ts'
import { conclusionOf, currentRows } from '#lib/conclusion/rows.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { Reading } from './conclusion.ts'
import { lineOf } from './line.ts'
import type { MeetingConclusions } from './view.ts'

/** Most conclusions of one meeting in its list. */
const most = 200

/** The conclusions of a meeting, by item of its agenda; minutes stand with the record. Three statements. */
export async function findMeetingConclusions(tx: Tx, reading: Reading): Promise<MeetingConclusions> {
  const { scope, actor, now, zone } = reading
  const { meetingId } = scope
  const rows = await tx.conclusion.findMany({
    where: { meetingId, kind: { not: 'record' } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: most,
    relationLoadStrategy: 'join',
    select: currentRows,
  })
  const items = await tx.agendaItem.findMany({
    where: { meetingId },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, title: true, kind: true },
  })
  const meeting = await loadMeetingFacts(tx, meetingId, null)
  const lines = rows.map((row) => ({
    itemId: row.item?.id ?? null,
    line: lineOf(conclusionOf(row), row.createdAt, meeting, actor, now),
  }))
  const under = (itemId: string | null) => lines.filter((one) => one.itemId === itemId).map(({ line }) => line)
  const loose = under(null)
  const { title, kind, state } = scope.meeting
  return {
    meeting: { id: meetingId, groupId: scope.groupId, title, kind, state },
    items: [
      ...items.map((item) => ({ item, conclusions: under(item.id) })),
      ...(loose.length === 0 ? [] : [{ item: null, conclusions: loose }]),
    ],
    asked: lines.filter(({ line }) => line.asked !== null).length,
    can: { open: canOpen({ meeting, origin: null, supersedes: null }, actor) },
    zone,
  }
}
