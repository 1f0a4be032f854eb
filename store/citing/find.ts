import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { CitedPlace, CitingRow } from './noun.ts'
import {
  type CitingKind,
  type CitingLine,
  type CitingOwnOf,
  type CitingToldOf,
  citingNoun,
  citingNouns,
} from './register.ts'

/** Some passages of one edition, by ordinal from 1 on; both ends included. */
export interface Stretch {
  readonly editionId: string
  readonly from: number
  readonly to: number
}

/** Most lines of each noun about one stretch; the newest. */
const most = 1000

interface Row<Of extends CitingKind> extends CitingRow<CitingOwnOf<Of>> {
  of: Of
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
  const lines = Prisma.join(
    Object.entries(citingNouns).map(
      ([of, { visible }]) => Prisma.sql`SELECT ${of}::text AS of, n.* FROM (${visible} LIMIT ${most}) n`,
    ),
    ' UNION ALL ',
  )
  const rows = await tx.$queryRaw<Row<CitingKind>[]>(Prisma.sql`WITH touched AS MATERIALIZED (${citationsOf(stretch)})
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

function lineOf<Of extends CitingKind>(row: Row<Of>, now: Date): CitedPlace & CitingToldOf<Of> {
  const { of, id, groupId, title, first, last, quote, at, meetingId, meetingTitle, meetingAt } = row
  const meeting =
    meetingId === null ? null : { id: meetingId, title: meetingTitle ?? '', startsAt: meetingAt?.toISOString() ?? null }
  const place: CitedPlace = { id, groupId, title, first, last, quote, meeting, at: at?.toISOString() ?? null }
  return { ...place, ...citingNoun(of).read(row, now) }
}
