import { isRefusal, type Refusal } from '#domain/refusal.ts'
import { numberPassages, type PassageNumber } from '#domain/text/number.ts'
import type { PassageKind } from '#domain/text/passage.ts'
import { clock } from '#lib/clock.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { asViewer } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { log } from '#lib/log.ts'
import { holdDraft, raiseRevision } from './held-draft.ts'
import { batchSize } from './import-text.ts'

const write = { write: true }

type Unnumbered = { readonly id: string; readonly kind: PassageKind; readonly level: number }
type Numbered = Unnumbered & PassageNumber

/** A draft that one person is publishing: whoever changes it, or publishes it too, raises its revision again. */
interface Claim {
  readonly editionId: string
  readonly revision: number
  readonly passages: readonly Numbered[]
}

/**
 * Publishes a draft: it is claimed by a new revision, numbered in one pass and stored by short transactions, and appears
 * whole with the last one, in which the dropped passages go. Refusals: those of `holdDraft`, `no-passages`; `draft-changed`
 * also when somebody changes it meanwhile.
 */
export async function publishText(
  viewer: Viewer,
  textId: string,
  revision: number,
): Promise<{ passageCount: number } | Refusal> {
  const claimed = await asViewer(viewer, (tx) => claim(tx, viewer, textId, revision), write)
  if (isRefusal(claimed)) return claimed
  const { passages } = claimed
  for (let from = 0; from < passages.length; from += batchSize) {
    const batch = passages.slice(from, from + batchSize)
    const isWhole = await asViewer(viewer, (tx) => storeNumbers(tx, claimed, batch), write)
    if (!isWhole) break
  }
  const done = await asViewer(viewer, (tx) => finish(tx, viewer, textId, claimed), write)
  if (!isRefusal(done)) log().info({ textId, passages: passages.length }, 'a text was published')
  return done
}

async function claim(tx: Tx, viewer: Viewer, textId: string, seen: number): Promise<Claim | Refusal> {
  const held = await holdDraft(tx, viewer, textId, seen)
  if (isRefusal(held)) return held
  const { id: editionId } = held.draft
  const kept = await tx.$queryRaw<Unnumbered[]>`SELECT id, kind, level FROM "Passage"
    WHERE "editionId" = ${editionId}::uuid AND NOT dropped ORDER BY position`
  const passages = numberPassages(kept)
  if (isRefusal(passages)) return passages
  const revision = await raiseRevision(tx, held.draft)
  // A publishing that ended halfway has left numbers, which may now belong to other passages.
  await tx.$executeRaw`UPDATE "Passage" SET ordinal = NULL, reference = NULL, section = ''
    WHERE "editionId" = ${editionId}::uuid AND ordinal IS NOT NULL`
  return { editionId, revision, passages }
}

async function storeNumbers(tx: Tx, { editionId, revision }: Claim, batch: readonly Numbered[]): Promise<boolean> {
  const rows = batch.map(({ id, ordinal, section, reference }) => ({ id, ordinal, section, reference }))
  const stored = await tx.$executeRaw`
    UPDATE "Passage" p SET ordinal = r.ordinal, section = r.section, reference = r.reference
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r(id uuid, ordinal int, section text, reference text),
      "Edition" e
    WHERE p.id = r.id AND p."editionId" = e.id AND e.id = ${editionId}::uuid
      AND e.state = 'draft' AND e.revision = ${revision}`
  return stored === rows.length
}

async function finish(
  tx: Tx,
  viewer: Viewer,
  textId: string,
  { editionId, revision, passages }: Claim,
): Promise<{ passageCount: number } | Refusal> {
  const held = await holdDraft(tx, viewer, textId, revision)
  if (isRefusal(held)) return held
  await tx.passage.deleteMany({ where: { editionId, dropped: true } })
  const passageCount = passages.length
  const numbered = await tx.passage.count({ where: { editionId, ordinal: { not: null } } })
  if (numbered !== passageCount) throw new Error('A passage of the draft was not numbered.')
  const { count } = await tx.edition.updateMany({
    where: { id: editionId, state: 'draft', revision },
    data: { state: 'published', passageCount, publishedAt: clock.now(), publishedById: viewer.personId },
  })
  if (count !== 1) throw new Error('A draft was changed while it was held.')
  return { passageCount }
}
