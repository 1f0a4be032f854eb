/** The embedded database of this process behind a connection that rewrites what a reading asks. */
import { type Adapter, type AdapterFactory, type AdapterTransaction, guarded } from '#lib/db/adapter.ts'
import { openFolder } from '#lib/db/connection.ts'
import { settings } from '#lib/settings.ts'

/** Says how a statement of a reading is asked instead. */
export type Rewrite = (sql: string) => string

/** Opens the database for everybody in this process, before anybody else did (lib/db/connection.ts). */
export function openRewriting(rewrite: Rewrite): void {
  const slot = globalThis as { concordanceConnection?: Promise<unknown> }
  if (slot.concordanceConnection !== undefined) throw new Error('The database is open already.')
  slot.concordanceConnection = openFolder(settings().dataDir, (factory) => rewriting(guarded(factory), rewrite))
}

function rewriting(factory: AdapterFactory, rewrite: Rewrite): AdapterFactory {
  const { provider, adapterName } = factory
  return {
    provider,
    adapterName,
    connect: async () => {
      const adapter: Adapter = await factory.connect()
      const start = adapter.startTransaction.bind(adapter)
      const startTransaction: Adapter['startTransaction'] = async (isolation) =>
        rewritingTransaction(await start(isolation), rewrite)
      return Object.assign(adapter, { startTransaction })
    },
  }
}

/** From the statement on that names the viewer of a reading. */
function rewritingTransaction(tx: AdapterTransaction, rewrite: Rewrite): AdapterTransaction {
  let reads: boolean | undefined
  const queryRaw: AdapterTransaction['queryRaw'] = (statement) => {
    if (reads !== true) {
      reads ??= statement.args.includes('concordance_reader')
      return tx.queryRaw(statement)
    }
    return tx.queryRaw({ ...statement, sql: rewrite(statement.sql) })
  }
  return { ...tx, queryRaw }
}
