import type { Direction } from '#domain/text/direction.ts'
import { type PassageKind, passageKinds } from '#domain/text/passage.ts'
import { oneOf } from '#lib/db/one-of.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { CitationView } from '#store/citation/read.ts'

/** One passage of the current item, to be read in the room. */
export interface PassageInFull {
  readonly textId: string
  readonly editionId: string
  readonly ordinal: number
  readonly reference: string
  readonly kind: PassageKind
  readonly level: number
  readonly text: string
  readonly direction: Direction
  /** The words of it that are meant, as UTF-16 offsets; empty: all of it. */
  readonly quotes: readonly { readonly start: number; readonly end: number }[]
}

/** Most passages that are set out in full; what goes beyond is read in the text. */
export const mostPassages = 60

type Row = Omit<PassageInFull, 'textId' | 'quotes' | 'kind' | 'direction'> & { kind: string; direction: string }

/** The cited passages in the order in which they are cited, each once. One statement. */
export async function findPassagesInFull(
  tx: Tx,
  citations: readonly CitationView[],
): Promise<readonly PassageInFull[]> {
  if (citations.length === 0) return []
  const rows = await tx.$queryRaw<
    Row[]
  >(Prisma.sql`SELECT p."editionId", p.ordinal, COALESCE(p.reference, '') AS reference,
      p.kind, p.level, p.text, e.direction
    FROM unnest(${citations.map(({ editionId }) => editionId)}::uuid[], ${citations.map(({ first }) => first)}::int[],
      ${citations.map(({ last }) => last)}::int[]) WITH ORDINALITY AS c("editionId", first, last, place)
    JOIN "Passage" p ON p."editionId" = c."editionId" AND p.ordinal BETWEEN c.first AND c.last
    JOIN "Edition" e ON e.id = p."editionId"
    GROUP BY p.id, e.direction ORDER BY min(c.place), p.ordinal LIMIT ${mostPassages}`)
  return rows.map((row) => {
    const own = citations.filter((cited) => cited.editionId === row.editionId && covers(cited, row.ordinal))
    return {
      ...row,
      textId: own[0]?.textId ?? '',
      kind: oneOf(passageKinds, row.kind),
      direction: row.direction === 'rtl' ? 'rtl' : 'ltr',
      // Cited as a whole, too: then all of it is meant.
      quotes: own.some(({ quote }) => quote === undefined)
        ? []
        : own.flatMap(({ quote }) => (quote === undefined ? [] : { start: quote.start, end: quote.end })),
    }
  })
}

function covers({ first, last }: CitationView, ordinal: number): boolean {
  return first <= ordinal && ordinal <= last
}
