import { isRefusal } from '#domain/refusal.ts'
import { numberPassages, type PassageNumber } from '#domain/text/number.ts'
import type { PassageKind } from '#domain/text/passage.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { asViewer } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { log } from '#lib/log.ts'
import { perform } from '#store/perform.ts'
import { draft, type HeldDraft } from '#store/text/acts.ts'
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
 * whole with the last one, without the dropped passages, which the first citation removes. Refusals: those of a draft, `no-passages`; `draft-changed`
 * also when somebody changes it meanwhile.
 */
export async function publishText(viewer: Viewer, textId: string, revision: number) {
  const claimed = await claim(viewer, textId, revision)
  if (isRefusal(claimed)) return claimed
  const { passages } = claimed
  for (let from = 0; from < passages.length; from += batchSize) {
    const batch = passages.slice(from, from + batchSize)
    const isWhole = await asViewer(viewer, (tx) => storeNumbers(tx, claimed, batch), write)
    if (!isWhole) break
  }
  const passageCount = passages.length
  const event = { type: 'text-published', passageCount } as const
  const done = await perform(viewer, draft(textId, claimed.revision), () => event, { answer: () => ({ passageCount }) })
  if (!isRefusal(done)) log().info({ textId, passages: passageCount }, 'a text was published')
  return done
}

async function claim(viewer: Viewer, textId: string, seen: number) {
  const numbered: { passages: readonly Numbered[] } = { passages: [] }
  const command = async ({ act: { tx }, draft: { id } }: HeldDraft) => {
    const kept = await tx.$queryRaw<Unnumbered[]>`SELECT id, kind, level FROM "Passage"
      WHERE "editionId" = ${id}::uuid AND NOT dropped ORDER BY position`
    const passages = numberPassages(kept)
    if (isRefusal(passages)) return passages
    numbered.passages = passages
    return { type: 'publishing-begun' } as const
  }
  return perform(viewer, draft(textId, seen), command, {
    answer: ({ draft: { id, revision } }) => ({ editionId: id, revision: revision + 1, ...numbered }),
  })
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
