import type { Tx } from '#lib/db/prisma.ts'
import { asSystem } from '#lib/db/transaction.ts'
import { log } from '#lib/log.ts'

const write = { write: true }

/** How many passages one transaction removes. */
const batchSize = 4_000

/** An import takes seconds; one that is older than this, in milliseconds, has died. */
const longestImport = 3_600_000

/**
 * Removes an edition that is `importing` with its passages, in short transactions, and its text when nothing else is left of
 * it. Touches no draft and nothing published, and may be run by several at once.
 */
export async function clearAway(editionId: string): Promise<void> {
  const removeBatch = (tx: Tx) => tx.$executeRaw`DELETE FROM "Passage" WHERE id IN (
    SELECT p.id FROM "Passage" p JOIN "Edition" e ON e.id = p."editionId"
    WHERE e.id = ${editionId}::uuid AND e.state = 'importing' LIMIT ${batchSize})`
  while ((await asSystem('jobs', removeBatch, write)) > 0);
  await asSystem(
    'jobs',
    async (tx) => {
      const edition = await tx.edition.findFirst({
        where: { id: editionId, state: 'importing' },
        select: { textId: true },
      })
      if (edition === null) return
      await tx.edition.deleteMany({ where: { id: editionId, state: 'importing' } })
      await tx.text.deleteMany({ where: { id: edition.textId, editions: { none: {} } } })
    },
    write,
  )
}

/** Clears away what processes that ended halfway have left. At most 20 at a time; called before an import and by a job. */
export async function removeDeadImports(now: Date): Promise<number> {
  const createdAt = { lt: new Date(now.getTime() - longestImport) }
  const dead = await asSystem('jobs', (tx) =>
    tx.edition.findMany({ where: { state: 'importing', createdAt }, select: { id: true }, take: 20 }),
  )
  for (const { id } of dead) await clearAway(id)
  if (dead.length > 0) log().info({ count: dead.length }, 'dead imports were cleared away')
  return dead.length
}
