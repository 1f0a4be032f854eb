import type { Tx } from '#lib/db/prisma.ts'
import type { GroupScope } from '#store/access/group.ts'

/** One published edition. */
export interface ExportedEdition {
  readonly textId: string
  readonly title: string
  readonly editionId: string
  readonly number: number
  readonly language: string | null
  readonly publishedAt: Date | null
  readonly passageCount: number
}

/** The published editions of the group, by the id of the edition; at most `take` after `after`. One statement. */
export async function findExportedEditions(
  tx: Tx,
  { groupId }: GroupScope,
  { after, take }: { readonly after: string | null; readonly take: number },
): Promise<readonly ExportedEdition[]> {
  const found = await tx.edition.findMany({
    where: { groupId, state: 'published', ...(after === null ? {} : { id: { gt: after } }) },
    orderBy: { id: 'asc' },
    take,
    relationLoadStrategy: 'join',
    select: {
      id: true,
      number: true,
      language: true,
      publishedAt: true,
      passageCount: true,
      text: { select: { id: true, title: true } },
    },
  })
  return found.map(({ id, text, ...edition }) => ({ ...edition, editionId: id, textId: text.id, title: text.title }))
}

/** Passages of a published edition from `first` on, in reading order; at most `take`. One statement. */
export function findExportedPassages(
  tx: Tx,
  { groupId }: GroupScope,
  { editionId, first, take }: { readonly editionId: string; readonly first: number; readonly take: number },
) {
  return tx.passage.findMany({
    where: { groupId, editionId, ordinal: { gte: first, lt: first + take } },
    orderBy: { ordinal: 'asc' },
    select: { ordinal: true, reference: true, kind: true, level: true, label: true, text: true },
  })
}
