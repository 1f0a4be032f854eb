import { createHash, randomUUIDv7 } from 'node:crypto'
import { isRefusal, notFound } from '#domain/refusal.ts'
import { excerptOf } from '#domain/text/grapheme.ts'
import type { Candidate } from '#domain/text/passage.ts'
import { initialPosition } from '#domain/text/position.ts'
import type { TextFormat } from '#domain/text/text-format.ts'
import { hasVisible } from '#domain/written/characters.ts'
import { titleFrom } from '#domain/written/written.ts'
import { clock } from '#lib/clock.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { asViewer } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { log } from '#lib/log.ts'
import { type ReadText, readSource, type Source } from '#lib/reading/read-source.ts'
import { proveGroup } from '#store/access/group.ts'
import { perform } from '#store/perform.ts'
import { newTextIn, refuseImporter, roomForText, storedText } from '#store/text/acts.ts'
import { clearAway, removeDeadImports } from './clear-away.ts'

const write = { write: true }

/** How many passages one transaction stores: short enough that the embedded database's single lane is soon free again. */
export const batchSize = 2_000

/** How a text is brought in. */
export interface ImportOptions {
  /** How it is to be read; without it, its own signs decide. */
  readonly format?: TextFormat | undefined
  /** The name under which its place among those that wait can be asked for (`loadPlace`). */
  readonly waitId?: string | undefined
  /** Aborted when whoever brings it in goes away. */
  readonly signal?: AbortSignal
}

/**
 * Reads a source, recognises its passages and stores them as the draft of a new text. Passages go in by short transactions
 * while the edition is `importing`, which nobody sees; the last one makes it a draft. What fails halfway is cleared away.
 * Refusals: `not-found`, `not-entitled`, `list-full`, `day-full`, `too-many-readings`, `reading-given-up`, and those of reading
 * and recognising.
 */
export async function importText(
  viewer: Viewer,
  groupId: string,
  source: Source,
  { format, waitId, signal }: ImportOptions = {},
) {
  const refused = await asViewer(viewer, async (tx) => {
    const scope = await proveGroup(tx, viewer, groupId)
    if (scope === null) return notFound
    return refuseImporter(scope) ?? roomForText(tx, { groupId, personId: viewer.personId, now: clock.now() })
  })
  if (refused !== null) return refused
  await removeDeadImports(clock.now())
  const read = await readSource({ source, format }, { personId: viewer.personId, groupId, waitId, signal })
  if (isRefusal(read)) return read
  const fileName = 'bytes' in source ? source.fileName : ''
  const { encoding, direction } = read
  const named = { title: titleOf(read, fileName), sourceName: fileName }
  const edition = { ...named, encoding, direction, ...hashOf(source) }
  const begun = await perform(viewer, newTextIn(groupId), () => edition, { answer: ({ ids }) => ({ groupId, ...ids }) })
  if (isRefusal(begun)) return begun
  return store(viewer, begun, read.passages)
}

interface Begun {
  readonly groupId: string
  readonly textId: string
  readonly editionId: string
}

function hashOf(source: Source): { sourceHash: string; byteCount: number } {
  const bytes = 'bytes' in source ? source.bytes : Buffer.from(source.pasted)
  return { sourceHash: createHash('sha256').update(bytes).digest('hex'), byteCount: bytes.length }
}

/** Longest title taken from a text, in UTF-16 units; an organizer can write another. */
const titleLength = 120

/** What the text calls itself, else its file's name, else how it begins. */
function titleOf({ title, passages }: ReadText, fileName: string): string {
  const found = [title ?? '', fileName.replace(/\.\w{1,8}$/, ''), ...passages.slice(0, 20).map(({ text }) => text)]
  return excerptOf(found.map(titleFrom).find(hasVisible) ?? '…', titleLength)
}

async function store(viewer: Viewer, begun: Begun, passages: readonly Candidate[]) {
  const done = await storeAll(viewer, begun, passages)
  if (done !== undefined) {
    await clearAway(begun.editionId)
    return done
  }
  log().info({ textId: begun.textId, passages: passages.length }, 'a text was imported')
  return { textId: begun.textId }
}

async function storeAll(viewer: Viewer, begun: Begun, passages: readonly Candidate[]) {
  try {
    for (let from = 0; from < passages.length; from += batchSize) {
      const batch = passages.slice(from, from + batchSize)
      await asViewer(viewer, (tx) => storeBatch(tx, begun.editionId, batch, from), write)
    }
    const { groupId, editionId } = begun
    return await perform(viewer, storedText(groupId, editionId), () => ({ passageCount: passages.length }))
  } catch (error) {
    await clearAway(begun.editionId)
    throw error
  }
}

async function storeBatch(tx: Tx, editionId: string, batch: readonly Candidate[], from: number): Promise<void> {
  const rows = batch.map((passage, index) => ({
    ...passage,
    id: randomUUIDv7(),
    position: initialPosition(from + index),
  }))
  const stored = await tx.$executeRaw`
    INSERT INTO "Passage" (id, "groupId", "editionId", position, kind, level, label, text, suspect)
    SELECT r.id, e."groupId", e.id, r.position, r.kind, r.level, r.label, r.text, r.suspect
    FROM "Edition" e, json_to_recordset(${JSON.stringify(rows)}::json) AS
      r(id uuid, position float8, kind text, level int, label text, text text, suspect text)
    WHERE e.id = ${editionId}::uuid AND e.state = 'importing'`
  if (stored !== rows.length) throw new Error('The edition that is being imported is gone.')
}
