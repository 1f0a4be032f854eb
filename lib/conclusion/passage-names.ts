import type { Citation } from '#domain/conclusion/content.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'

/**
 * The citable name of what a citation points at: `2.3 ¶5`, or `2.3 ¶5–2.4 ¶1`; and the title of its text, null where that is
 * limited to some parties.
 */
export type PassageNames = (citation: Citation) => { readonly reference: string; readonly text: string | null }

interface NameRow {
  editionId: string
  ordinal: number
  reference: string
  text: string | null
}

/** The citable names of these citations; one statement, or none. */
export async function readPassageNames(tx: Tx, citations: readonly Citation[]): Promise<PassageNames> {
  const ends = citations.flatMap(({ editionId, firstOrdinal, lastOrdinal }) => [
    { editionId, ordinal: firstOrdinal },
    { editionId, ordinal: lastOrdinal },
  ])
  const passages =
    ends.length === 0
      ? []
      : await tx.$queryRaw<NameRow[]>(Prisma.sql`SELECT p."editionId", p.ordinal, p.reference,
          CASE WHEN NOT EXISTS (SELECT 1 FROM "TextParty" x WHERE x."textId" = t.id) THEN t.title END AS text
          FROM unnest(${ends.map(({ editionId }) => editionId)}::uuid[], ${ends.map(({ ordinal }) => ordinal)}::int[])
            AS cited("editionId", ordinal)
          JOIN "Passage" p USING ("editionId", ordinal)
          JOIN "Edition" e ON e.id = p."editionId" JOIN "Text" t ON t.id = e."textId"`)
  const rows = new Map(passages.map((row) => [`${row.editionId} ${row.ordinal}`, row]))
  const rowOf = (editionId: string, ordinal: number) => rows.get(`${editionId} ${ordinal}`)
  return ({ editionId, firstOrdinal, lastOrdinal }) => {
    const first = rowOf(editionId, firstOrdinal)
    const from = first?.reference ?? String(firstOrdinal)
    const to = rowOf(editionId, lastOrdinal)?.reference ?? String(lastOrdinal)
    return { reference: firstOrdinal === lastOrdinal ? from : `${from}–${to}`, text: first?.text ?? null }
  }
}
