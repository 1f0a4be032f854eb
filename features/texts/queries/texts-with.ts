import { isRefusal, type Refusal } from '#domain/refusal.ts'
import { parseReference, type ReferenceKey } from '#domain/text/reference.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { GroupScope } from '#store/access/group.ts'
import { namedBy } from './passages.ts'

/** A text in which there is what somebody named without saying in which text. */
export interface TextWith {
  readonly id: string
  readonly title: string
  /** The first and the last of the passages, by ordinal in the newest published edition. */
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
  const keys: ReferenceKey[] = []
  for (const one of typed) {
    const key = parseReference(one)
    if (isRefusal(key)) return key
    keys.push(key)
  }
  if (keys.length === 0) return { refused: 'not-a-reference' }
  const ordinals = keys.map((_, place) => Prisma.raw(`k${place}.ordinal`))
  const among = textId === null ? Prisma.empty : Prisma.sql`AND e."textId" = ${textId}::uuid`
  return tx.$queryRaw<TextWith[]>(Prisma.sql`
    SELECT t.id, t.title, least(${Prisma.join(ordinals)}) AS "from", greatest(${Prisma.join(ordinals)}) AS "to"
    FROM (SELECT DISTINCT ON (e."textId") e.id, e."textId", e."passageCount"
      FROM visibility.readable_edition() r JOIN "Edition" e ON e.id = r."editionId"
      WHERE r."groupId" = ${groupId}::uuid AND e.state = 'published' ${among} ORDER BY e."textId", e.number DESC) n
    JOIN "Text" t ON t.id = n."textId"
    ${Prisma.join(keys.map(passageOf), ' ')}
    ORDER BY t.title, t.id LIMIT ${mostTextsWith + 1}`)
}

/** Leaves only editions with such a passage, which stands beside each as `k0`, `k1` … */
function passageOf(key: ReferenceKey, place: number): Prisma.Sql {
  const found =
    key.by === 'ordinal'
      ? Prisma.sql`SELECT ${key.ordinal}::int AS ordinal WHERE ${key.ordinal} <= n."passageCount"`
      : Prisma.sql`SELECT ordinal FROM "Passage" WHERE "editionId" = n.id AND ${namedBy(key)} LIMIT 1`
  return Prisma.sql`CROSS JOIN LATERAL (${found}) ${Prisma.raw(`k${place}`)}`
}
