import { isRefusal } from '#domain/refusal.ts'
import type { Direction } from '#domain/text/direction.ts'
import { numberPassages } from '#domain/text/number.ts'
import { levelBounds, type PassageKind, type Suspect } from '#domain/text/passage.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { EditionFacts, TextScope } from '#store/access/text.ts'

/** One passage in the preview. */
export interface DraftLine {
  readonly id: string
  readonly kind: PassageKind
  readonly level: number
  readonly label: string | null
  readonly text: string
  readonly suspect: Suspect | null
  readonly dropped: boolean
  /** What it would be called if the draft were published now; null: it is dropped. */
  readonly reference: string | null
}

/** The preview of a draft: one page of it, and what is to be known of the whole. */
export interface DraftView {
  readonly textId: string
  readonly groupId: string
  readonly title: string
  readonly direction: Direction
  readonly revision: number
  /** How the source's bytes were read; windows-1252 is a guess. */
  readonly encoding: string
  readonly sourceName: string
  readonly rows: readonly DraftLine[]
  readonly page: number
  readonly pages: number
  /** Passages that are kept, and all of them. */
  readonly kept: number
  readonly total: number
  /** Suspicions about passages that are still kept, the most frequent first. */
  readonly suspects: readonly { readonly suspect: Suspect; readonly count: number }[]
  /** Only what is suspected of this is shown. */
  readonly only: Suspect | null
}

/** How many passages one page of the preview shows. */
export const draftPageSize = 150

interface Skeleton {
  shape: string
  suspects: { suspect: Suspect; count: number }[]
}

interface Row extends Omit<DraftLine, 'reference'> {
  place: number
  matching: number
}

/** Two statements, whatever the length of the draft. */
export async function findDraft(
  tx: Tx,
  { textId, groupId, title }: TextScope,
  draft: EditionFacts,
  { page, only }: { page: number; only: Suspect | null },
): Promise<DraftView> {
  const { shape, suspects } = await findSkeleton(tx, draft.id)
  const rows = await findRows(tx, draft.id, page, only)
  const references = referencesOf(shape)
  const matching = only === null ? shape.length : (rows[0]?.matching ?? 0)
  const { direction, revision, encoding, sourceName } = draft
  return {
    ...{ textId, groupId, title, direction, revision, encoding, sourceName, suspects, page, only },
    rows: rows.map(({ place, matching: _, ...row }) => ({ ...row, reference: references[place - 1] ?? null })),
    pages: Math.max(1, Math.ceil(matching / draftPageSize)),
    kept: references.filter((reference) => reference !== null).length,
    total: shape.length,
  }
}

/** The whole draft in one short text: what numbering depends on, a letter for each passage. */
async function findSkeleton(tx: Tx, editionId: string): Promise<Skeleton> {
  const [row] = await tx.$queryRaw<Skeleton[]>(Prisma.sql`SELECT
    COALESCE((SELECT string_agg(CASE WHEN dropped THEN '-' WHEN kind = 'heading' THEN level::text ELSE 'p' END, ''
      ORDER BY position) FROM "Passage" WHERE "editionId" = ${editionId}::uuid), '') AS shape,
    COALESCE((SELECT json_agg(json_build_object('suspect', s.suspect, 'count', s.count) ORDER BY s.count DESC)
      FROM (SELECT suspect, count(*)::int AS count FROM "Passage"
        WHERE "editionId" = ${editionId}::uuid AND suspect IS NOT NULL AND NOT dropped GROUP BY suspect) s), '[]') AS suspects`)
  return row ?? { shape: '', suspects: [] }
}

function findRows(tx: Tx, editionId: string, page: number, only: Suspect | null): Promise<Row[]> {
  const within = Prisma.sql`OFFSET ${(page - 1) * draftPageSize} LIMIT ${draftPageSize}`
  const columns = Prisma.sql`id, kind, level, label, text, suspect, dropped`
  if (only === null)
    return tx.$queryRaw(Prisma.sql`SELECT ${columns}, 0 AS matching,
        (${(page - 1) * draftPageSize} + row_number() OVER (ORDER BY position))::int AS place
      FROM (SELECT * FROM "Passage" WHERE "editionId" = ${editionId}::uuid ORDER BY position ${within}) p ORDER BY place`)
  return tx.$queryRaw(Prisma.sql`SELECT ${columns}, place, count(*) OVER ()::int AS matching FROM (
      SELECT p.*, row_number() OVER (ORDER BY position)::int AS place
      FROM "Passage" p WHERE "editionId" = ${editionId}::uuid) n
    WHERE suspect = ${only} ORDER BY place ${within}`)
}

/** The reference of each passage of a skeleton; null where it is dropped. */
function referencesOf(shape: string): (string | null)[] {
  const letters = [...shape]
  const kept = letters.filter((letter) => letter !== '-').map(passageOf)
  const numbered = numberPassages(kept)
  if (isRefusal(numbered)) return letters.map(() => null)
  let next = 0
  return letters.map((letter) => (letter === '-' ? null : (numbered[next++]?.reference ?? null)))
}

function passageOf(letter: string): { kind: PassageKind; level: number } {
  return letter === 'p'
    ? { kind: 'paragraph', level: levelBounds.paragraph.min }
    : { kind: 'heading', level: Number(letter) }
}
