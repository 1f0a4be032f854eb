import type { Citation } from '#domain/text/citation.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'

/**
 * The citable name of what a citation points at: `2.3 ¶5`, or `2.3 ¶5–2.4 ¶1`; and the title of its text. Null: the text is
 * limited to others, for whom alone it exists.
 */
export type PassageNames = (citation: Citation) => { readonly reference: string; readonly text: string } | null

interface NameRow {
  editionId: string
  ordinal: number
  reference: string
  text: string
}

/**
 * The citable names of these citations; one statement, or none.
 *
 * @param reader the viewer, or anybody: then no limited text is named.
 */
export async function readPassageNames(
  tx: Tx,
  citations: readonly Citation[],
  reader: 'viewer' | 'anybody',
): Promise<PassageNames> {
  const read = reader === 'viewer' ? Prisma.sql`visibility.readable_text()` : Prisma.sql`visibility.unlimited_text`
  const ends = citations.flatMap(({ editionId, first, last }) => [
    { editionId, ordinal: first },
    { editionId, ordinal: last },
  ])
  const passages =
    ends.length === 0
      ? []
      : await tx.$queryRaw<NameRow[]>(Prisma.sql`SELECT p."editionId", p.ordinal, p.reference, t.title AS text
          FROM unnest(${ends.map(({ editionId }) => editionId)}::uuid[], ${ends.map(({ ordinal }) => ordinal)}::int[])
            AS cited("editionId", ordinal)
          JOIN "Passage" p USING ("editionId", ordinal)
          JOIN "Edition" e ON e.id = p."editionId" JOIN "Text" t ON t.id = e."textId"
          JOIN ${read} r ON r."textId" = t.id`)
  const rows = new Map(passages.map((row) => [`${row.editionId} ${row.ordinal}`, row]))
  const rowOf = (editionId: string, ordinal: number) => rows.get(`${editionId} ${ordinal}`)
  return ({ editionId, first, last }) => {
    const [begin, end] = [rowOf(editionId, first), rowOf(editionId, last)]
    if (begin === undefined || end === undefined) return null
    const { reference, text } = begin
    return { reference: first === last ? reference : `${reference}–${end.reference}`, text }
  }
}
