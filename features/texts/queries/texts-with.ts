import { isRefusal, type Refusal } from '#domain/refusal.ts'
import { parseReference, referenceOf } from '#domain/text/reference.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { GroupScope } from '#store/access/group.ts'
import { namedBy } from './passages.ts'

/** A text in which there is what somebody named without saying in which text. */
export interface TextWith {
  readonly id: string
  readonly title: string
  /** The first and the last of the passages, by ordinal in the newest published edition: of a section that is named all that stand in it. */
  readonly from: number
  readonly to: number
}

/** What is looked for. */
export interface PassagesNamed {
  /** References as people type them: one, or the first and the last of several. */
  readonly typed: readonly string[]
  /** The one text in which they are looked for; null: in all. */
  readonly textId: string | null
}

/** Most texts among which one is offered to choose. */
export const mostTextsWith = 20

/**
 * The texts of the group that the viewer reads and whose newest published edition has a passage for each of the references, by title;
 * at most one more than `mostTextsWith`. One statement. Refusal: `not-a-reference`, also where nothing was typed.
 */
export async function findTextsWith(
  tx: Tx,
  { groupId }: GroupScope,
  { typed, textId }: PassagesNamed,
): Promise<readonly TextWith[] | Refusal<'not-a-reference'>> {
  const places = typed.map(placeOf)
  const refusal = places.find((one) => 'refused' in one)
  if (refusal !== undefined) return refusal
  if (places.length === 0) return { refused: 'not-a-reference' }
  const ends = (end: 'first' | 'last') => Prisma.join(places.map((_, place) => Prisma.raw(`k${place}.${end}`)))
  const among = textId === null ? Prisma.empty : Prisma.sql`AND e."textId" = ${textId}::uuid`
  return tx.$queryRaw<TextWith[]>(Prisma.sql`
    SELECT t.id, t.title, least(${ends('first')}) AS "from", greatest(${ends('last')}) AS "to"
    FROM (SELECT DISTINCT ON (e."textId") e.id, e."textId", e."passageCount"
      FROM visibility.readable_edition() r JOIN "Edition" e ON e.id = r."editionId"
      WHERE r."groupId" = ${groupId}::uuid AND e.state = 'published' ${among} ORDER BY e."textId", e.number DESC) n
    JOIN "Text" t ON t.id = n."textId"
    ${Prisma.join(places.map(placeIn), ' ')}
    ORDER BY t.title, t.id LIMIT ${mostTextsWith + 1}`)
}

/** The condition, and the order, of the passages "Passage" that a reference may mean. A number alone is that of a section where there is one. */
function placeOf(typed: string): Prisma.Sql | Refusal<'not-a-reference'> {
  const key = parseReference(typed)
  if (isRefusal(key)) return key
  if (key.by !== 'ordinal') return namedBy(key)
  const section = referenceOf(`${key.ordinal}`, 0)
  return /\//.test(typed)
    ? Prisma.sql`ordinal = ${key.ordinal} ORDER BY ordinal`
    : Prisma.sql`(ordinal = ${key.ordinal} OR reference = ${section}) ORDER BY (reference = ${section}) DESC`
}

/**
 * Leaves only editions with such a place, which stands beside each as `k0`, `k1` …: from its first passage to its last. A heading that is named
 * means all up to the next heading that is not below it.
 */
function placeIn(which: Prisma.Sql | Refusal<'not-a-reference'>, place: number): Prisma.Sql {
  if ('refused' in which) return Prisma.empty
  return Prisma.sql`CROSS JOIN LATERAL (SELECT p.ordinal AS first, CASE WHEN p.kind <> 'heading' THEN p.ordinal ELSE
      COALESCE((SELECT min(h.ordinal) - 1 FROM "Passage" h WHERE h."editionId" = n.id AND h.kind = 'heading'
        AND h.level <= p.level AND h.ordinal > p.ordinal), n."passageCount") END AS last
    FROM (SELECT ordinal, kind, level FROM "Passage" WHERE "editionId" = n.id AND ${which} LIMIT 1) p) ${Prisma.raw(`k${place}`)}`
}
