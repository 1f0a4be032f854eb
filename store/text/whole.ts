/** A text that is read already and comes in whole: stored, numbered and published in the act of which it is a part. */
import { randomUUIDv7 } from 'node:crypto'
import { isRefusal } from '#domain/refusal.ts'
import { numberPassages } from '#domain/text/number.ts'
import type { Candidate } from '#domain/text/passage.ts'
import { initialPosition } from '#domain/text/position.ts'
import { type ActInProgress, happen } from '#store/perform.ts'
import { type NewEdition, type OfText, textRows } from './rows.ts'

/** The most passages that come in so, for others wait meanwhile: what is longer is imported by short transactions. */
const mostPassages = 500

/** A text with its passages, as they are published. */
export interface WholeText {
  readonly edition: NewEdition
  readonly passages: readonly Candidate[]
}

/**
 * Brings it into a group in which whoever acts manages texts.
 *
 * @throws when it has no passages, or more than come in at once.
 */
export async function bringWhole(
  of: { readonly act: ActInProgress; readonly groupId: string; readonly actorId: string },
  { edition, passages }: WholeText,
): Promise<void> {
  const { tx } = of.act
  const [textId, editionId] = [randomUUIDv7(), randomUUIDv7()]
  const numbered = numberPassages(passages)
  if (isRefusal(numbered) || numbered.length > mostPassages) throw new Error('A text that comes in whole is short.')
  const passageCount = numbered.length
  const held: OfText = { ...of, textId: null, draft: null }
  await happen(textRows, held, [{ type: 'import-begun', textId, editionId, edition }])
  await tx.passage.createMany({
    data: numbered.map(({ paragraph: _, ...passage }, index) => ({
      ...passage,
      groupId: of.groupId,
      editionId,
      position: initialPosition(index),
    })),
  })
  await happen(textRows, held, [{ type: 'text-drafted', editionId, passageCount }])
  const { direction, encoding, sourceName } = edition
  const facts = { number: 1, state: 'draft', revision: 0, direction, encoding, sourceName, passageCount } as const
  const drafted: OfText = { ...of, textId, draft: { id: editionId, ...facts } }
  await happen(textRows, drafted, [{ type: 'text-published', passageCount }])
}
