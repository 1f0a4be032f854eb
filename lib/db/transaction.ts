/** The only way to the data: one transaction, in the name of a viewer or for a named purpose of the system. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { Prisma } from '#generated/prisma/client.ts'
import { isConflict } from './conflicts.ts'
import { client } from './connection.ts'
import type { Tx } from './prisma.ts'
import type { Viewer } from './viewer.ts'

/** What the system does on its own behalf. Each name can be searched for; none is a way round a viewer. */
export type Purpose = 'health' | 'sign-in' | 'limits' | 'jobs' | 'demo' | 'start-up' | 'test'

export interface TransactionOptions {
  /** True for a transaction that changes something. Without it the database itself refuses every change. */
  readonly write?: boolean
  /** The most that the whole transaction may take, in milliseconds. Default 15,000. */
  readonly timeoutMs?: number
}

/** How long a transaction may wait for its turn, in milliseconds: the embedded database has one lane. */
const MAX_WAIT_MS = 10_000
const TIMEOUT_MS = 15_000
/** A statement that waits longer for a lock fails, in milliseconds. */
const LOCK_TIMEOUT_MS = 8_000
const ATTEMPTS = 6

const inside = new AsyncLocalStorage<true>()

/**
 * Runs `work` in one transaction in the name of `viewer`.
 *
 * A read sees one moment of the database throughout. A write locks what it decides on. When two transactions collide, the
 * loser runs again from its start, so `work` does nothing outside the database; what follows the commit comes after this
 * promise. Never nested: pass `tx` on.
 *
 * @throws whatever `work` throws, after a rollback; the conflict itself after six attempts.
 */
export function asViewer<T>(
  viewer: Viewer,
  work: (tx: Tx) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  return transaction({ personId: viewer.personId, purpose: '' }, work, options)
}

/** Runs `work` in one transaction for a purpose of the system, where there is no viewer (yet). Else as `asViewer`. */
export function asSystem<T>(
  purpose: Purpose,
  work: (tx: Tx) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  return transaction({ personId: '', purpose }, work, options)
}

interface Subject {
  readonly personId: string
  readonly purpose: Purpose | ''
}

async function transaction<T>(subject: Subject, work: (tx: Tx) => Promise<T>, options: TransactionOptions): Promise<T> {
  if (inside.getStore()) throw new Error('A transaction is open already: pass its tx on instead of opening another.')
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptOnce(subject, work, options)
    } catch (error) {
      if (attempt === ATTEMPTS || !isConflict(error)) throw error
    }
    await wait(Math.random() * 10 * 2 ** attempt)
  }
}

async function attemptOnce<T>(subject: Subject, work: (tx: Tx) => Promise<T>, options: TransactionOptions): Promise<T> {
  const { write = false, timeoutMs = TIMEOUT_MS } = options
  const opened = await client()
  return opened.$transaction(
    async (tx) => {
      await tx.$queryRaw(opening(subject, write, timeoutMs))
      return inside.run(true, () => work(tx))
    },
    {
      maxWait: MAX_WAIT_MS,
      timeout: timeoutMs,
      // A write keeps the default, READ COMMITTED: it locks the rows it decides on and then reads what is true.
      ...(write ? {} : { isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead }),
    },
  )
}

/**
 * The first statement: names the subject for row policies and sets the limits, all local to the transaction, so that a pool
 * in between makes no difference. The zone is set because the adapters take every instant for UTC.
 */
function opening({ personId, purpose }: Subject, write: boolean, timeoutMs: number): Prisma.Sql {
  return Prisma.sql`SELECT
    set_config('app.person_id', ${personId}, true),
    set_config('app.purpose', ${purpose}, true),
    set_config('transaction_read_only', ${write ? 'off' : 'on'}, true),
    set_config('timezone', 'UTC', true),
    set_config('lock_timeout', ${String(LOCK_TIMEOUT_MS)}, true),
    set_config('statement_timeout', ${String(timeoutMs)}, true)`
}
