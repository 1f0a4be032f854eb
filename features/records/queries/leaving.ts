import type { RecordEntry } from '#domain/record/entry.ts'
import type { Tx } from '#lib/db/prisma.ts'

/**
 * The place in the record at which a party last left the meeting, or was taken off its list: up to there it goes on reading it (rule 15). Null: it is not
 * recorded, or that entry was erased. One statement.
 */
export async function findLeaving(tx: Tx, meetingId: string, partyId: string): Promise<number | null> {
  const leavings = await tx.recordEntry.findMany({
    where: { meetingId, kind: { in: ['party-left', 'parties-changed'] } },
    orderBy: { sequence: 'desc' },
    select: { sequence: true, payload: true },
  })
  const own = leavings.find(({ payload }) => {
    const entry = payload === null ? null : (JSON.parse(payload) as RecordEntry)
    if (entry?.kind === 'parties-changed') return entry.removed.some(({ id }) => id === partyId)
    return entry?.kind === 'party-left' && entry.party.id === partyId
  })
  return own?.sequence ?? null
}
