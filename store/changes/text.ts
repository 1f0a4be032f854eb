import { Prisma } from '#lib/db/prisma.ts'
import { type ChangeSource, mostChanges } from './change.ts'

/** Texts that were published for the viewer. */
export const textChanges: ChangeSource<'text'> = {
  of: 'text',
  rows: (
    groups,
  ) => Prisma.sql`SELECT t.id, d."publishedAt", t."groupId", 'text', 'published', false, NULL::uuid, NULL, NULL::json,
      NULL::json, NULL, t.title, NULL, NULL
    FROM "Edition" d JOIN "Text" t ON t.id = d."textId"
    WHERE d."groupId" = ${groups} AND visibility.sees('editions', d.id) AND d.state = 'published' AND d."publishedAt" IS NOT NULL
    ORDER BY d."publishedAt" DESC, t.id DESC LIMIT ${mostChanges}`,
  read: ({ id, subject }) => ({ in: 'text', text: { id, title: subject ?? '' } }),
}
