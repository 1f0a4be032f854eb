import type { RecordEntry } from '#domain/record/entry.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { OpenPart } from './open-since.ts'
import type { Head } from './record.ts'

/**
 * The entry by which a conclusion was adopted, which was the head of the record at that moment: for each party to keep.
 * Null: it is not adopted, or that entry was erased. One statement.
 */
export async function findAdoption(
  tx: Tx,
  meetingId: string,
  { conclusionId, part: { last, since } }: { readonly conclusionId: string; readonly part: OpenPart },
): Promise<Head | null> {
  if (since !== null && !since.conclusions.has(conclusionId)) return null
  const adoptions = await tx.recordEntry.findMany({
    where: { meetingId, kind: { in: ['adopted', 'record-agreed'] } },
    select: { sequence: true, hash: true, payload: true },
  })
  const own = adoptions.find(({ payload }) => {
    const entry = payload === null ? null : (JSON.parse(payload) as RecordEntry)
    return entry !== null && 'conclusion' in entry && entry.conclusion.id === conclusionId
  })
  return own === undefined || (last !== undefined && own.sequence > last)
    ? null
    : { sequence: own.sequence, hash: own.hash }
}
