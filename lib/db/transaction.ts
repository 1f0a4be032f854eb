/** The only way to the data: one transaction, in the name of a viewer or for a named purpose of the system. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { Prisma } from '#generated/prisma/client.ts'
import { isConflict } from './conflicts.ts'
import { client } from './connection.ts'
import { startMemoizing } from './memoize.ts'
import type { Tx } from './prisma.ts'
import { currentPage, MAX_WAIT_MS, type Page, Reading } from './reading.ts'
import type { Viewer } from './viewer.ts'
import { inWriteTurn } from './write-turns.ts'

/** What the system does on its own behalf. Each name can be searched for; none is a way round a viewer. */
export type Purpose = 'health' | 'sign-in' | 'limits' | 'jobs' | 'outbox' | 'demo' | 'start-up' | 'test'

/** How a transaction runs. */
export interface TransactionOptions {
  /** True for a transaction that changes something. Without it the database itself refuses every change. */
  readonly write?: boolean
  /** The most that the whole transaction may take, in milliseconds. Default 15,000. */
  readonly timeoutMs?: number
}

/**
 * The role in which a transaction runs (prisma/visibility): it owns no table, so that the policies of every row hold for it. As a
 * viewer reads, they see what is theirs; as they act, the rows of their groups, for an act decides on those of several parties.
 */
type Role = 'concordance_reader' | 'concordance_writer' | 'concordance_system'

const TIMEOUT_MS = 15_000
/** A statement that waits longer for a lock fails, in milliseconds. */
const LOCK_TIMEOUT_MS = 8_000
const ATTEMPTS = 6

const inside = new AsyncLocalStorage<true>()

/**
 * Runs `work` in one transaction in the name of `viewer`.
 *
 * A read sees one moment of the database throughout, and all reads of one page see the same: they share a transaction. A write
 * locks what it decides on. When two transactions collide, the loser runs again from its start, so `work` does nothing outside
 * the database; what follows the commit comes after this promise. Never nested: pass `tx` on.
 *
 * @throws whatever `work` throws, after a rollback; the conflict itself after six attempts.
 */
export function asViewer<T>(
  viewer: Viewer,
  work: (tx: Tx) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  const page = options.write ? null : currentPage()
  if (page !== null) return readOn(page, viewer, work)
  return transaction(opening({ personId: viewer.personId, purpose: '' }, options), work, options)
}

/** Runs `work` in one transaction for a purpose of the system, where there is no viewer (yet). Else as `asViewer`. */
export function asSystem<T>(
  purpose: Purpose,
  work: (tx: Tx) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  return transaction(opening({ personId: '', purpose }, options), work, options)
}

/** What the statement finds that says who reads: whom it names, and what else it selected. */
type Found<Row> = (Row & { readonly personId: string }) | { readonly personId: null }

/**
 * Finds out who reads, by one statement. A page reads on in its transaction, in their name; anybody else, such as an act, which has a
 * transaction of its own, reads nothing but this statement, and no more is begun and ended for it.
 *
 * @param who selects at most one row, with a "personId" that is not null; without a row nobody is named, and `work` gets null.
 * @param work what becomes of it; `tx`: the transaction in which the page reads on, null: no page is being rendered.
 */
export async function asWhoReads<Row, T>(
  who: Prisma.Sql,
  work: (tx: Tx | null, row: (Row & { readonly personId: string }) | null) => Promise<T>,
): Promise<T> {
  const person = Prisma.sql`COALESCE(who."personId"::text, '')`
  const page = currentPage()
  const naming = Prisma.sql`SELECT ${settings(person, '', 'concordance_reader', {})}${page === null ? Prisma.empty : inSight}, who.*
    FROM (SELECT 1) AS one LEFT JOIN (${who}) AS who ON true`
  const answer = (tx: Tx | null, row: Found<Row>) => work(tx, row.personId === null ? null : row)
  refuseNesting()
  if (page === null) {
    const [row] = await (await client()).$queryRaw<[Found<Row>]>(naming)
    return inside.run(true, () => answer(null, row))
  }
  const reading = new Reading<Found<Row>>(naming, TIMEOUT_MS)
  return reading.read(async (tx) => {
    const row = await reading.first
    if (row.personId !== null) page.reading = { personId: row.personId, in: reading }
    return inside.run(true, () => answer(tx, row))
  })
}

interface Subject {
  readonly personId: string
  readonly purpose: Purpose | ''
}

/** In the reading of the page; in a new one when that is over, or in another name. */
function readOn<T>(page: Page, { personId }: Viewer, work: (tx: Tx) => Promise<T>): Promise<T> {
  refuseNesting()
  if (page.reading === null || page.reading.personId !== personId || page.reading.in.isOver)
    page.reading = { personId, in: new Reading(opening({ personId, purpose: '' }, {}), TIMEOUT_MS) }
  return page.reading.in.read((tx) => inside.run(true, () => work(tx)))
}

function refuseNesting(): void {
  if (inside.getStore()) throw new Error('A transaction is open already: pass its tx on instead of opening another.')
}

async function transaction<T, First = unknown>(
  naming: Prisma.Sql,
  work: (tx: Tx, first: First) => Promise<T>,
  options: TransactionOptions,
): Promise<T> {
  refuseNesting()
  for (let attempts = 1; ; attempts++) {
    try {
      const attempt = () => attemptOnce(naming, work, options)
      return await (options.write === true ? inWriteTurn(attempt) : attempt())
    } catch (error) {
      if (attempts === ATTEMPTS || !isConflict(error)) throw error
    }
    await wait(Math.random() * 10 * 2 ** attempts)
  }
}

async function attemptOnce<T, First>(
  naming: Prisma.Sql,
  work: (tx: Tx, first: First) => Promise<T>,
  { write = false, timeoutMs = TIMEOUT_MS }: TransactionOptions,
): Promise<T> {
  const opened = await client()
  return opened.$transaction(
    async (tx) => {
      const [first] = await tx.$queryRaw<[First]>(naming)
      if (!write) startMemoizing(tx)
      return inside.run(true, () => work(tx, first))
    },
    {
      maxWait: MAX_WAIT_MS,
      timeout: timeoutMs,
      // A write keeps the default, READ COMMITTED: it locks the rows it decides on and then reads what is true.
      ...(write ? {} : { isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead }),
    },
  )
}

/** The first statement: names the subject. */
function opening({ personId, purpose }: Subject, options: TransactionOptions): Prisma.Sql {
  const role =
    purpose !== '' ? 'concordance_system' : options.write === true ? 'concordance_writer' : 'concordance_reader'
  const sought = role === 'concordance_reader' ? inSight : Prisma.empty
  return Prisma.sql`SELECT ${settings(Prisma.sql`${personId}`, purpose, role, options)}${sought}`
}

/**
 * Finds the lists of what is in the viewer's sight (prisma/visibility/70-in-sight.sql), and whether they look after the instance, once they are
 * named, whatever is then asked for: found only when a policy comes to a row, it would make what is hidden take longer than what is missing.
 */
const inSight = Prisma.sql`,
    visibility.find_in_sight('known') IS NOT NULL AS "meetings in sight",
    visibility.find_in_sight('texts') IS NOT NULL AS "texts in sight",
    visibility.find_mine('app.my_groups') IS NOT NULL AS "groups in sight"`

/**
 * Names the subject and the role for row policies and sets the limits, all local to the transaction, so that a pool in between makes no
 * difference. The zone is set because the adapters take every instant for UTC.
 */
function settings(
  person: Prisma.Sql,
  purpose: string,
  role: Role,
  { write = false, timeoutMs = TIMEOUT_MS }: TransactionOptions,
) {
  return Prisma.sql`
    set_config('app.person_id', ${person}, true) AS "app.person_id",
    set_config('app.purpose', ${purpose}, true) AS "app.purpose",
    set_config('role', ${role}, true) AS "role",
    set_config('transaction_read_only', ${write ? 'off' : 'on'}, true) AS "transaction_read_only",
    set_config('timezone', 'UTC', true) AS "timezone",
    set_config('lock_timeout', ${String(LOCK_TIMEOUT_MS)}, true) AS "lock_timeout",
    set_config('statement_timeout', ${String(timeoutMs)}, true) AS "statement_timeout"`
}
