import { Prisma, type Tx } from '#lib/db/prisma.ts'

/** Passages of one edition, by ordinal; both ends included. */
export interface CitedRange {
  readonly editionId: string
  readonly first: number
  readonly last: number
}

/** A passage on which something rests, whole. */
export interface WholePassage {
  readonly editionId: string
  readonly textTitle: string
  /** Which edition of its text: 1 upwards. */
  readonly edition: number
  readonly ordinal: number
  readonly reference: string
  /** The label of an ordered list item as it stood in the source; null: it has none. */
  readonly label: string | null
  readonly text: string
}

/**
 * The words of all passages in these ranges, each once, text by text and in the order of reading; one statement, or none. Those of
 * texts that are limited to parties other than the viewer's are left out.
 */
export async function readCitedPassages(tx: Tx, ranges: readonly CitedRange[]): Promise<readonly WholePassage[]> {
  if (ranges.length === 0) return []
  const asked = ranges.map(({ editionId, first, last }) => ({ editionId, first, last }))
  return tx.$queryRaw<WholePassage[]>(Prisma.sql`SELECT p."editionId", t.title AS "textTitle", e.number AS edition,
      p.ordinal, COALESCE(p.reference, '') AS reference, p.label, p.text
    FROM "Passage" p JOIN visibility.readable_edition() r ON r."editionId" = p."editionId"
    JOIN "Edition" e ON e.id = p."editionId" JOIN "Text" t ON t.id = e."textId"
    WHERE p.id IN (SELECT o.id FROM json_to_recordset(${JSON.stringify(asked)}::json) AS q("editionId" uuid, first int, last int)
      JOIN "Passage" o ON o."editionId" = q."editionId" AND o.ordinal BETWEEN q.first AND q.last)
    ORDER BY t.title, t.id, e.number, p.ordinal`)
}
