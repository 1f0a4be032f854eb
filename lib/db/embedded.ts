/** The embedded database: PostgreSQL compiled to WebAssembly, in this process, in a folder that this process alone holds. */
import { chmod, mkdir, readdir, unlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { PGlite } from '@electric-sql/pglite'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import type { Adapter, AdapterFactory, AdapterTransaction } from './adapter.ts'
import { lockDataFolder } from './data-folder-lock.ts'

const KEPT_DUMPS = 5

/** An embedded database that is open in its data folder, which it has to itself. */
export interface Embedded {
  readonly pglite: PGlite
  /** Writes a checkpoint, closes the files and gives the folder back. */
  close(): Promise<void>
}

/**
 * Opens the embedded database of a data folder, which it makes when it is not there.
 *
 * @throws DataFolderInUse when another process holds the folder.
 */
export async function openEmbedded(dataDir: string): Promise<Embedded> {
  const release = lockDataFolder(dataDir)
  try {
    const pglite = await PGlite.create({ dataDir: await privateFolder(path.join(dataDir, 'db')) })
    return {
      pglite,
      close: async () => {
        await pglite.exec('CHECKPOINT')
        await pglite.close()
        release()
      },
    }
  } catch (error) {
    release()
    throw error
  }
}

/** The embedded database lets everybody read and write its files: what keeps others out is the folder around them. */
async function privateFolder(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  await chmod(folder, 0o700)
  return folder
}

/**
 * Writes the whole database to `backups/` in the data folder, in the place of an earlier dump of the same label: who starts
 * over and over again would otherwise push all others out. Keeps the newest five.
 *
 * @returns the path of the dump, a gzipped tar of the database folder.
 */
export async function dumpEmbedded(pglite: PGlite, dataDir: string, label: string): Promise<string> {
  const folder = path.join(dataDir, 'backups')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const stamp = new Date().toISOString().replace(/[:.]/g, '-')
  const file = path.join(folder, `${stamp}-${label}.tar.gz`)
  const dump = await pglite.dumpDataDir('gzip')
  await writeFile(file, Buffer.from(await dump.arrayBuffer()), { mode: 0o600 })
  const others = (await readdir(folder))
    .filter((name) => name.endsWith('.tar.gz') && name !== path.basename(file))
    .sort()
  const isReplaced = (name: string) => name.endsWith(`Z-${label}.tar.gz`)
  const kept = others.filter((name) => !isReplaced(name)).slice(1 - KEPT_DUMPS)
  for (const name of others) if (!kept.includes(name)) await unlink(path.join(folder, name))
  return file
}

/**
 * The adapter for the embedded database. Its transactions are our own: those of the package swallow an error that COMMIT
 * raises (a deferred constraint, a full disk) and report as saved what is lost.
 */
export function embeddedAdapter(pglite: PGlite): AdapterFactory {
  const factory = new PrismaPGlite(pglite)
  const { provider, adapterName } = factory
  return {
    provider,
    adapterName,
    connect: async () => {
      const adapter = await factory.connect()
      return Object.assign(adapter, { startTransaction: () => startTransaction(pglite, adapter) })
    },
  }
}

async function startTransaction(pglite: PGlite, adapter: Adapter): Promise<AdapterTransaction> {
  const begun = Promise.withResolvers<Parameters<Parameters<PGlite['transaction']>[0]>[0]>()
  const ending = Promise.withResolvers<void>()
  const ended = pglite.transaction(async (tx) => {
    // It answers without ever waiting: between two transactions whoever else there is gets their turn, also who only connects.
    await setImmediate()
    begun.resolve(tx)
    return ending.promise
  })
  ended.catch(begun.reject)
  const tx = await begun.promise
  // The package's adapter asks nothing of its client but `query`, which a transaction has as well.
  const queryable = await new PrismaPGlite(tx as unknown as PGlite).connect()
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    options: { usePhantomQuery: true },
    queryRaw: (statement) => queryable.queryRaw(statement),
    executeRaw: (statement) => queryable.executeRaw(statement),
    commit: () => {
      ending.resolve()
      return ended
    },
    rollback: async () => {
      await tx.rollback()
      ending.resolve()
      await ended
    },
  }
}
