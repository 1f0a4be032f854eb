/**
 * What one page reads in. Its parts ask side by side, and all of their answers come out of one transaction: one moment of the
 * database, named once.
 */
import { cache } from 'react'
import { Prisma } from '#generated/prisma/client.ts'
import { Barrier } from './barrier.ts'
import { client } from './connection.ts'
import { startMemoizing } from './memoize.ts'
import type { Tx } from './prisma.ts'

/** How long a transaction may wait for its turn, in milliseconds: the embedded database has one lane. */
export const MAX_WAIT_MS = 10_000

/** A transaction that ends by itself as soon as nobody reads in it any more. */
export class Reading<First> {
  /** The row that the first statement answered with. */
  readonly first: Promise<First>
  readonly #tx: Promise<Tx>
  readonly #ending = Promise.withResolvers<void>()
  readonly #barrier = new Barrier()
  #readers = 0
  #isOver = false

  /** Begins with `naming`, a statement that names the subject and answers with one row. */
  constructor(naming: Prisma.Sql, timeoutMs: number) {
    const begun = Promise.withResolvers<{ tx: Tx; row: First }>()
    this.#run(naming, timeoutMs, begun.resolve).catch((error: unknown) => {
      this.#isOver = true
      begun.reject(error)
    })
    this.#tx = begun.promise.then(({ tx }) => tx)
    this.first = begun.promise.then(({ row }) => row)
    // Whoever reads is told of a failure; nobody else needs to be.
    this.#tx.catch(() => undefined)
    this.first.catch(() => undefined)
  }

  /** Nothing more is read in it. */
  get isOver(): boolean {
    return this.#isOver
  }

  /** What `work` finds; it comes together with what the other parts of the page ask for meanwhile. */
  async read<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    this.#readers += 1
    try {
      return await this.#barrier.ask(async () => work(await this.#tx))
    } finally {
      this.#readers -= 1
      this.#endWhenIdle(turnsToWait)
    }
  }

  async #run(naming: Prisma.Sql, timeout: number, begun: (one: { tx: Tx; row: First }) => void): Promise<void> {
    const opened = await client()
    await opened.$transaction(
      async (tx) => {
        const [row] = await tx.$queryRaw<First[]>(naming)
        if (row === undefined) throw new Error('The statement that names the subject answers with one row.')
        startMemoizing(tx)
        begun({ tx, row })
        await this.#ending.promise
      },
      { maxWait: MAX_WAIT_MS, timeout, isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead },
    )
  }

  /** A page goes on from one answer to the next question within a turn or two of the event loop; it never waits for a client. */
  #endWhenIdle(turns: number): void {
    setImmediate(() => {
      if (this.#readers > 0 || this.#isOver) return
      if (turns > 1) return this.#endWhenIdle(turns - 1)
      this.#isOver = true
      this.#ending.resolve()
    })
  }
}

const turnsToWait = 3

/** The page that is being rendered, with its reading and in whose name that is. */
export interface Page {
  reading: { readonly personId: string; readonly in: Reading<unknown> } | null
}

const page = cache((): Page => ({ reading: null }))

/** Null: no page is being rendered, and every reading stands for itself. */
export function currentPage(): Page | null {
  const here = page()
  return here === page() ? here : null
}
