import type { Tx } from '#lib/db/prisma.ts'
import type { OpenPart } from './open-since.ts'
import type { NewestEntry } from './record.ts'

/**
 * The entry by which a conclusion was adopted, which was the head of the record at that moment: for each party to keep.
 * Null: it is not adopted, or that entry was erased. One statement.
 */
export async function findAdoption(
  tx: Tx,
  meetingId: string,
  { conclusionId, part: { last, since } }: { readonly conclusionId: string; readonly part: OpenPart },
): Promise<NewestEntry | null> {
  if (since !== null && !since.conclusions.has(conclusionId)) return null
  const upTo = last === undefined ? {} : { sequence: { lte: last } }
  return tx.recordEntry.findFirst({
    where: { meetingId, conclusionId, kind: { in: ['adopted', 'record-agreed'] }, payload: { not: null }, ...upTo },
    orderBy: { sequence: 'asc' },
    select: { sequence: true, hash: true },
  })
}
