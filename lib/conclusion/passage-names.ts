import type { Citation } from '#domain/conclusion/content.ts'
import type { Tx } from '#lib/db/prisma.ts'

/** The citable name of what a citation points at: `2.3 ¶5`, or `2.3 ¶5–2.4 ¶1`. */
export type PassageNames = (citation: Citation) => string

/** The citable names of these citations; one statement, or none. */
export async function readPassageNames(tx: Tx, citations: readonly Citation[]): Promise<PassageNames> {
  const ends = citations.flatMap(({ editionId, firstOrdinal, lastOrdinal }) => [
    { editionId, ordinal: firstOrdinal },
    { editionId, ordinal: lastOrdinal },
  ])
  const passages =
    ends.length === 0
      ? []
      : await tx.passage.findMany({
          where: { OR: ends },
          select: { editionId: true, ordinal: true, reference: true },
        })
  const names = new Map(passages.map(({ editionId, ordinal, reference }) => [`${editionId} ${ordinal}`, reference]))
  const nameOf = (editionId: string, ordinal: number) => names.get(`${editionId} ${ordinal}`) ?? String(ordinal)
  return ({ editionId, firstOrdinal, lastOrdinal }) => {
    const first = nameOf(editionId, firstOrdinal)
    return firstOrdinal === lastOrdinal ? first : `${first}–${nameOf(editionId, lastOrdinal)}`
  }
}
