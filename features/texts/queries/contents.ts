import { beginningOf } from '#domain/text/grapheme.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { Contents, ContentsLine } from '../views.ts'

/** How much of a heading a line shows, in UTF-16 units; the database reads a little more, so that it can be cut between graphemes. */
const longestLine = 200

/** Most lines of a table of contents. */
export const mostLines = 300

interface Row extends ContentsLine {
  total: number
}

/**
 * The headings of an edition as deep as a table of contents can hold, the outermost in any case; one statement. The title is
 * no section and not among them.
 */
export async function findContents(tx: Tx, editionId: string): Promise<Contents> {
  const rows = await tx.$queryRaw<Row[]>(Prisma.sql`
    WITH heading AS (
      SELECT ordinal, reference, left(text, ${longestLine + 64}) AS text,
        array_length(string_to_array(section, '.'), 1) AS depth
      FROM "Passage" WHERE "editionId" = ${editionId}::uuid AND kind = 'heading' AND section <> ''),
    level AS (SELECT depth, sum(count(*)) OVER (ORDER BY depth) AS until FROM heading GROUP BY depth)
    SELECT ordinal, reference, depth, text, (SELECT count(*) FROM heading)::int AS total FROM heading
    WHERE depth <= COALESCE((SELECT max(depth) FROM level WHERE until <= ${mostLines}), 1)
    ORDER BY ordinal LIMIT ${mostLines}`)
  return {
    lines: rows.map(({ total, text, ...line }) => ({ ...line, text: beginningOf(text, longestLine) })),
    isShortened: rows.length < (rows[0]?.total ?? 0),
  }
}
