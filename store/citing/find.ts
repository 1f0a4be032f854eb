import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { CitingKind, CitingLine, CitingNoun, CitingRow } from './noun.ts'
import { citingNouns } from './register.ts'

/** Some passages of one edition, by ordinal from 1 on; both ends included. */
export interface Stretch {
  readonly editionId: string
  readonly from: number
  readonly to: number
}

/** Most lines of each noun about one stretch; the newest. */
const most = 1000

interface Row extends CitingRow {
  of: CitingKind
  id: string
  groupId: string
  title: string
  first: number
  last: number
  quote: string | null
  meetingId: string | null
  meetingTitle: string | null
  meetingAt: Date | null
  at: Date | null
}

/**
 * All that cites the passages of a stretch, as far as the viewer may know of it, one line for each citation: newest meeting first; then
 * what stands in no meeting of theirs, newest first, because the order of their meetings would tell of these. What the viewer may not
 * know of is left out before anything is counted. One statement, however much there is.
 */
export async function findCiting(tx: Tx, stretch: Stretch, now: Date): Promise<readonly CitingLine[]> {
  const nouns: readonly Pick<CitingNoun<CitingKind>, 'visible'>[] = Object.values(citingNouns)
  const lines = Prisma.join(
    nouns.map(({ visible }) => Prisma.sql`(${visible} LIMIT ${most})`),
    ' UNION ALL ',
  )
  const rows = await tx.$queryRaw<Row[]>(Prisma.sql`WITH touched AS MATERIALIZED (${citationsOf(stretch)})
    SELECT * FROM (${lines}) l ORDER BY l."meetingId" IS NULL, l."meetingAt" DESC NULLS FIRST, l."meetingId" DESC,
      CASE WHEN l."meetingId" IS NULL THEN l.at END DESC, l.of, l.place, l.id, l.quote`)
  return rows.map((row) => lineOf(row, now))
}

/** Selects the citations that touch a stretch of an edition that the viewer reads: what cites, which passages, which words of them. */
export function citationsOf({ editionId, from, to }: Stretch): Prisma.Sql {
  return Prisma.sql`SELECT x."citingId", x."firstOrdinal" AS first, x."lastOrdinal" AS last, x."quoteExact" AS quote
    FROM "Citation" x JOIN visibility.readable_edition() e ON e."editionId" = x."editionId"
    WHERE x."editionId" = ${editionId}::uuid AND x."firstOrdinal" <= ${to} AND x."lastOrdinal" >= ${from}`
}

function lineOf({ id, groupId, title, first, last, quote, at, ...row }: Row, now: Date): CitingLine {
  const { meetingId, meetingTitle, meetingAt } = row
  const meeting =
    meetingId === null ? null : { id: meetingId, title: meetingTitle ?? '', startsAt: meetingAt?.toISOString() ?? null }
  const line = { id, groupId, title, first, last, quote, meeting, at: at?.toISOString() ?? null }
  return { ...line, ...citingNouns[row.of].read(row, now) }
}
