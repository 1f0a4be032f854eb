/**
 * Notes that are saved and not told yet. The record tells acts and not keystrokes: successive saves of one pen become one
 * entry. It is written before the next entry of its meeting, when the pen changes, or by a job once a while has passed;
 * until then the notes lie in the rows of their items, where nothing can be lost.
 */
import type { RecordEntry } from '#domain/record/entry.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'

/** Whose notes wait: the writer, and the party for which they write. */
export interface Pen {
  readonly penId: string
  readonly penPartyId: string | null
}

/** Selects what waits in a meeting as the payloads of its entries, in the order of the agenda. */
export function waitingNotes(meetingId: string): Prisma.Sql {
  return Prisma.sql`SELECT row_number() OVER (ORDER BY i.position, i.id)::int AS place, json_build_object(
      'kind', 'note-written',
      'by', json_build_object('person', json_build_object('id', w.id, 'name', w.name),
        'party', CASE WHEN y.id IS NOT NULL THEN json_build_object('id', y.id, 'name', y.name) END),
      'item', json_build_object('id', i.id, 'title', i.title), 'text', i.notes)::text AS payload
    FROM "AgendaItem" i JOIN "Person" w ON w.id = i."penId" LEFT JOIN "Party" y ON y.id = i."penPartyId"
    WHERE i."meetingId" = ${meetingId}::uuid`
}

/** Takes what waits in a meeting, so that it is told now; under the lock on its record. Two statements. */
export async function takeWaiting(tx: Tx, meetingId: string): Promise<readonly RecordEntry[]> {
  const rows = await tx.$queryRaw<{ payload: string }[]>(Prisma.sql`${waitingNotes(meetingId)} ORDER BY place`)
  await tx.agendaItem.updateMany({
    where: { meetingId, penId: { not: null } },
    data: { penId: null, penPartyId: null },
  })
  // Only this program writes them.
  return rows.map(({ payload }) => JSON.parse(payload) as RecordEntry)
}
