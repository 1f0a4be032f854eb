import { notEntitled, notFound, type Refusal } from '#domain/refusal.ts'
import { managesTexts, refuseDraftChange } from '#domain/text/edition.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { type EditionFacts, proveText, type TextScope } from '#store/access/text.ts'

/** A draft that its changer holds until the transaction ends. */
export interface HeldDraft {
  readonly scope: TextScope
  readonly draft: EditionFacts
}

/** Three statements. Refusals: `not-found`, `not-entitled`, `already-published`, `draft-changed`. */
export async function holdDraft(
  tx: Tx,
  viewer: Viewer,
  textId: string,
  revision: number,
): Promise<HeldDraft | Refusal> {
  const scope = await proveText(tx, viewer, textId, { lock: true })
  if (scope === null) return notFound
  if (!managesTexts(scope.standing)) return notEntitled
  if (scope.draft === null) return { refused: 'already-published' }
  return refuseDraftChange(scope.draft, revision) ?? { scope, draft: scope.draft }
}

/** Tells the draft's next revision apart from this one, and counts its kept passages. @throws when somebody was faster. */
export async function raiseRevision(
  tx: Tx,
  { id, revision, passageCount }: EditionFacts,
  { kept = 0, ...more }: { kept?: number; direction?: string } = {},
): Promise<number> {
  const { count } = await tx.edition.updateMany({
    where: { id, revision, state: 'draft' },
    data: { revision: revision + 1, passageCount: passageCount + kept, ...more },
  })
  if (count !== 1) throw new Error('A draft was changed while it was held.')
  return revision + 1
}
