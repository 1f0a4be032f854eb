/**
 * What stands between the client and either database: it tells of every statement, for those who count them, and it refuses
 * to commit a transaction in which a statement failed. PostgreSQL answers such a COMMIT with a quiet ROLLBACK, so code that
 * swallowed the error would believe that its work was saved.
 */
import { channel } from 'node:diagnostics_channel'
import type { Prisma } from '#generated/prisma/client.ts'

export type AdapterFactory = NonNullable<Prisma.PrismaClientOptions['adapter']>
export type Adapter = Awaited<ReturnType<AdapterFactory['connect']>>
export type AdapterTransaction = Awaited<ReturnType<Adapter['startTransaction']>>
type Statement = Parameters<Adapter['queryRaw']>[0]

/** Tells every statement to whoever listens from outside the program's own modules: the tests that count what a page reads. */
const told = channel('concordance:statement')

/** A database whose adapter is guarded. */
export function guarded(factory: AdapterFactory): AdapterFactory {
  const { provider, adapterName } = factory
  return { provider, adapterName, connect: async () => guardedAdapter(await factory.connect()) }
}

function guardedAdapter(inner: Adapter): Adapter {
  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    queryRaw: (statement) => inner.queryRaw(note(statement)),
    executeRaw: (statement) => inner.executeRaw(note(statement)),
    executeScript: (script) => inner.executeScript(script),
    startTransaction: async (isolation) => guardedTransaction(await inner.startTransaction(isolation)),
    getConnectionInfo: () => inner.getConnectionInfo?.() ?? { supportsRelationJoins: false },
    dispose: () => inner.dispose(),
  }
}

function guardedTransaction(inner: AdapterTransaction): AdapterTransaction {
  let failed = false
  let turn: Promise<unknown> = Promise.resolve()
  // The parts of a page ask side by side; a connection answers one statement after the other.
  const inTurn = <T>(ask: () => Promise<T>): Promise<T> => {
    const answer = turn.then(ask)
    turn = answer.catch(() => {
      failed = true
    })
    return answer
  }
  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    options: inner.options,
    queryRaw: (statement) => inTurn(() => inner.queryRaw(note(statement))),
    executeRaw: async (statement) => {
      if (statement.sql !== 'COMMIT' || !failed) return inTurn(() => inner.executeRaw(note(statement)))
      await inner.executeRaw({ ...statement, sql: 'ROLLBACK' })
      throw new SwallowedFailure()
    },
    commit: async () => {
      if (!failed || !inner.options.usePhantomQuery) return inner.commit()
      await inner.rollback()
      throw new SwallowedFailure()
    },
    rollback: () => inner.rollback(),
  }
}

/** A statement failed, its error was caught, and the transaction was to be committed all the same. */
class SwallowedFailure extends Error {
  constructor() {
    super('A statement of this transaction failed and its error was swallowed: nothing was saved.')
    this.name = 'SwallowedFailure'
  }
}

function note(statement: Statement): Statement {
  if (told.hasSubscribers) told.publish(statement.sql)
  return statement
}
