import { managesTexts } from '#domain/text/edition.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { GroupScope } from '#store/access/group.ts'
import type { TextLine, TextPage } from '../views.ts'

export const textsPerPage = 50

interface Row extends TextLine {
  total: number
}

/** One statement. Texts limited to other parties are neither listed nor counted. */
export async function findTexts(tx: Tx, { groupId, standing }: GroupScope, page: number): Promise<TextPage> {
  const manages = managesTexts(standing)
  const rows = await tx.$queryRaw<Row[]>(Prisma.sql`SELECT t.id, t.title, count(*) OVER ()::int AS total,
    COALESCE((SELECT json_agg(y."shortName" ORDER BY y."shortName") FROM "TextParty" x JOIN "Party" y ON y.id = x."partyId"
      WHERE x."textId" = t.id), '[]') AS "limitedTo",
    (SELECT json_agg(json_build_object('number', n.number, 'state', n.state, 'passageCount', n."passageCount",
        'publishedAt', n."publishedAt") ORDER BY n.number DESC)
      FROM (SELECT e.* FROM "Edition" e JOIN visibility.readable_edition() r ON r."editionId" = e.id
        WHERE e."textId" = t.id ORDER BY e.number DESC LIMIT 10) n) AS editions
    FROM "Text" t WHERE t."groupId" = ${groupId}::uuid
      AND t.id IN (SELECT r."textId" FROM visibility.readable_edition() r WHERE r."groupId" = ${groupId}::uuid)
    ORDER BY t."createdAt" DESC, t.id DESC OFFSET ${(page - 1) * textsPerPage} LIMIT ${textsPerPage}`)
  const pages = Math.max(1, Math.ceil((rows[0]?.total ?? 0) / textsPerPage))
  return { texts: rows.map(lineOf), page, pages, can: { import: manages } }
}

function lineOf({ total: _, editions, ...text }: Row): TextLine {
  const told = editions.map(({ publishedAt, ...edition }) => ({
    ...edition,
    publishedAt: publishedAt && new Date(publishedAt).toISOString(),
  }))
  return { ...text, editions: told }
}
