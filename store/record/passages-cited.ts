import type { RecordedConclusion } from '#domain/record/minutes/conclusions.ts'
import type { MinutesSection } from '#domain/record/minutes/sections.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import { type CitedRange, readCitedPassages, type WholePassage } from '#store/citation/passages.ts'

/** What of minutes cites passages. */
export interface CitingMinutes {
  readonly sections: readonly Pick<MinutesSection, 'conclusions'>[]
  readonly unplaced: readonly RecordedConclusion[]
}

/**
 * The passages that minutes cite, whole, each once, as far as the viewer reads their texts: what an agreed record names they keep
 * beside it, and it is no part of what was agreed. Where the versions lie open, by what these cite. Where the viewer reads the minutes
 * alone, as the group does, by the names that stand in them, if these name one passage and no other: there is one text of that title
 * which the viewer reads, and one published edition of it. At most two statements.
 */
export async function readPassagesCited(
  tx: Tx,
  groupId: string,
  { sections, unplaced }: CitingMinutes,
): Promise<readonly WholePassage[]> {
  const conclusions = [...sections.flatMap((section) => section.conclusions), ...unplaced]
  const citing = conclusions.flatMap(({ id, text }) =>
    text === null || text.passages.length === 0 ? [] : { id, text },
  )
  if (citing.length === 0) return []
  const versions = citing.map(({ id, text }) => ({ id, number: text.number }))
  const names = citing.flatMap(({ id, text: { passages } }) =>
    passages.map(({ text, reference }) => {
      const [first = '', last = first] = reference.split('–')
      return { id, text, first, last }
    }),
  )
  return readCitedPassages(tx, await tx.$queryRaw<CitedRange[]>(rangesOf(groupId, versions, names)))
}

/** What stands in the minutes decides what is shown; the versions say only which edition is meant. */
function rangesOf(groupId: string, versions: readonly object[], names: readonly object[]): Prisma.Sql {
  return Prisma.sql`WITH named AS (
      SELECT * FROM json_to_recordset(${JSON.stringify(names)}::json) AS n(id uuid, text text, first text, last text)),
    cited AS MATERIALIZED (
      SELECT v."conclusionId", t.title, x."editionId", x."firstOrdinal" AS first, x."lastOrdinal" AS last,
        f.reference AS "firstName", l.reference AS "lastName"
      FROM json_to_recordset(${JSON.stringify(versions)}::json) AS q(id uuid, number int)
      JOIN "ConclusionVersion" v ON v."conclusionId" = q.id AND v.number = q.number
      JOIN "Citation" x ON x."citingId" = v.id
      JOIN "Edition" e ON e.id = x."editionId" JOIN "Text" t ON t.id = e."textId"
      JOIN "Passage" f ON f."editionId" = x."editionId" AND f.ordinal = x."firstOrdinal"
      JOIN "Passage" l ON l."editionId" = x."editionId" AND l.ordinal = x."lastOrdinal")
    SELECT c."editionId", c.first, c.last FROM named n
      JOIN cited c ON c."conclusionId" = n.id AND c.title = n.text AND c."firstName" = n.first AND c."lastName" = n.last
    UNION SELECT f."editionId", f.ordinal, l.ordinal FROM named n
    JOIN LATERAL (SELECT (array_agg(e.id))[1] AS id FROM "Text" t JOIN "Edition" e ON e."textId" = t.id AND e.state = 'published'
      JOIN visibility.readable_edition() r ON r."editionId" = e.id
      WHERE t."groupId" = ${groupId}::uuid AND t.title = n.text HAVING count(*) = 1) one ON true
    JOIN "Passage" f ON f."editionId" = one.id AND f.reference = n.first
    JOIN "Passage" l ON l."editionId" = one.id AND l.reference = n.last
    WHERE n.id NOT IN (SELECT c."conclusionId" FROM cited c)`
}
