import type { Citation } from '#domain/text/citation.ts'
import { excerptOf } from '#domain/text/grapheme.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { GroupScope } from '#store/access/group.ts'

/** A citation as a page shows it: where it points, what it is called, and how its words begin. */
export interface CitationView extends Citation {
  readonly textId: string
  readonly textTitle: string
  /** Citable names of its first and last passage, e.g. `2.3 ¶5`; equal for a single one. */
  readonly firstReference: string
  readonly lastReference: string
  /** The quoted words, or the beginning of the first passage, cut between words. At most 242 UTF-16 units. */
  readonly excerpt: string
}

interface Row {
  citingId: string
  editionId: string
  first: number
  last: number
  exact: string | null
  prefix: string | null
  suffix: string | null
  start: number | null
  end: number | null
  textId: string
  textTitle: string
  firstReference: string
  lastReference: string
  excerpt: string
}

/** Longest excerpt, in UTF-16 units. */
const longestExcerpt = 242

/**
 * Somewhat more than `CitationView.excerpt` of "Citation" c whose first passage is "Passage" f: a database counts code points and
 * cuts in the middle of what a reader takes for one character, so that `shortened` cuts it.
 */
export const longExcerpt = Prisma.sql`left(COALESCE(c."quoteExact", f.text), ${longestExcerpt + 64})`

/** A citation with its excerpt cut. */
export function shortened<Cited extends { readonly excerpt: string }>(citation: Cited): Cited {
  return { ...citation, excerpt: excerptOf(citation.excerpt, longestExcerpt) }
}

/**
 * The citations of several things, by the id of the thing and in their order; one statement. Leaves out those of texts that
 * are limited to parties other than the viewer's.
 */
export async function readCitations(
  tx: Tx,
  scope: GroupScope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly CitationView[]>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.$queryRaw<Row[]>(Prisma.sql`SELECT c."citingId", c."editionId",
    c."firstOrdinal" AS first, c."lastOrdinal" AS last, c."quoteExact" AS exact, c."quotePrefix" AS prefix,
    c."quoteSuffix" AS suffix, c."quoteStart" AS start, c."quoteEnd" AS end, t.id AS "textId", t.title AS "textTitle",
    COALESCE(f.reference, '') AS "firstReference", COALESCE(l.reference, '') AS "lastReference",
    ${longExcerpt} AS excerpt
    FROM "Citation" c
    JOIN visibility.readable_edition() r ON r."editionId" = c."editionId" JOIN "Text" t ON t.id = r."textId"
    LEFT JOIN "Passage" f ON f."editionId" = c."editionId" AND f.ordinal = c."firstOrdinal"
    LEFT JOIN "Passage" l ON l."editionId" = c."editionId" AND l.ordinal = c."lastOrdinal"
    WHERE c."citingId" = ANY(${ids}::uuid[]) AND c."groupId" = ${scope.groupId}::uuid
    ORDER BY c.place, c.id`)
  const byCiting = Map.groupBy(rows.map(shortened), ({ citingId }) => citingId)
  return new Map([...byCiting].map(([citingId, own]) => [citingId, own.map(viewOf)]))
}

/** What cites stays behind: a view says what is cited. */
function viewOf({ citingId: _, exact, prefix, suffix, start, end, ...range }: Row): CitationView {
  if (exact === null || start === null || end === null) return range
  return { ...range, quote: { exact, prefix: prefix ?? '', suffix: suffix ?? '', start, end } }
}
