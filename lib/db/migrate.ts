/**
 * Brings a database to the state that the code expects: applies the files of `prisma/migrations` that it lacks, in order.
 * The table of what was applied is Prisma's own, so that the official command line agrees where it can run.
 */
import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { Client } from 'pg'
import { settings } from '../settings.ts'
import { embedded } from './connection.ts'
import { dumpEmbedded } from './embedded.ts'
import { keepPlans } from './keep-plans.ts'
import { applyVisibility, dropVisibility, letIn, readVisibility, type Visibility } from './visibility.ts'

/** The key of the advisory lock that Prisma's command line takes for the same purpose. */
const LOCK_KEY = 72_707_369

/** One change of the tables, applied once. */
export interface Migration {
  /** Name of the folder: `<UTC time>_<what it does>`; the order of names is the order of application. */
  readonly name: string
  readonly sql: string
  /** SHA-256 of the file, hexadecimal. */
  readonly checksum: string
}

/** What applying the migrations did. */
export interface MigrationReport {
  readonly applied: readonly string[]
  /** Where the embedded database was dumped before the first migration; null when there was nothing to lose. */
  readonly dump: string | null
}

/** What a migration needs of a connection: one statement with parameters, or a script of several. */
export interface MigrationConnection {
  query(sql: string, values?: unknown[]): Promise<{ rows: unknown[] }>
  exec(script: string): Promise<unknown>
}

/** The database and the migrations of this code disagree about the past. */
export class MigrationHistoryError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'MigrationHistoryError'
  }
}

/** A migration failed. Nothing of it was done; those before it stand. */
export class MigrationFailed extends Error {
  /** Name of the migration. */
  readonly migration: string

  constructor(migration: string, cause: unknown, dump: string | null = null) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    const before =
      dump === null
        ? ''
        : `\nThe database as it was before this start lies in ${dump}: README.md says how to bring it back.`
    super(
      `The migration ${migration} failed and changed nothing: ${reason}${before}\nStart the version that ran before, or mend the file and start again.`,
      { cause },
    )
    this.name = 'MigrationFailed'
    this.migration = migration
  }
}

/** Reads the migrations of a folder, oldest first. */
export async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(path.join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/**
 * Migrates the database of the settings. The embedded one is dumped first when it holds anything.
 *
 * @throws MigrationHistoryError when an applied migration was changed or is not known to this code; MigrationFailed.
 */
export async function migrateDatabase(): Promise<MigrationReport> {
  const { databaseUrl, databaseOwnerUrl, dataDir } = settings()
  const migrations = await readMigrations(path.resolve('prisma', 'migrations'))
  const visibility = await readVisibility(path.resolve('prisma', 'visibility'))
  if (databaseUrl !== undefined) {
    const account = databaseOwnerUrl === undefined ? null : await accountOf(databaseUrl)
    return migrateServer(databaseOwnerUrl ?? databaseUrl, { migrations, visibility, account })
  }
  const pglite = await embedded()
  if (pglite === null) throw new Error('The settings changed after the database was opened.')
  let dump: string | null = null
  try {
    const before = async (next: Migration, isNew: boolean) => {
      if (!isNew) dump = await dumpEmbedded(pglite, dataDir, `before-${next.name}`)
    }
    const applied = await applyMigrations(pglite, migrations, { visibility, before })
    return { applied, dump }
  } catch (error) {
    throw error instanceof MigrationFailed ? new MigrationFailed(error.migration, error.cause, dump) : error
  }
}

interface Migrating {
  readonly migrations: readonly Migration[]
  readonly visibility: Visibility
  /** The account of the server that owns nothing; null: it is the owner's own. */
  readonly account: string | null
}

function migrateServer(connectionString: string, { migrations, visibility, account }: Migrating) {
  return connected(connectionString, async (client): Promise<MigrationReport> => {
    const connection: MigrationConnection = {
      query: (sql, values) => client.query(sql, values),
      exec: (script) => client.query(script),
    }
    const applied = await applyMigrations(connection, migrations, { visibility })
    if (account !== null) await letIn(connection, account)
    return { applied, dump: null }
  })
}

/** As whom somebody is connected who comes by this connection string. */
function accountOf(connectionString: string): Promise<string> {
  return connected(connectionString, async (client) => {
    const { rows } = await client.query<{ account: string }>('SELECT session_user AS account')
    return rows[0]?.account ?? ''
  })
}

async function connected<T>(connectionString: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString, application_name: 'concordance migration' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** What goes along with applying migrations. */
export interface Applying {
  /** What a person may see, once the tables are as they should be; absent: nothing is said of it. */
  readonly visibility?: Visibility
  /** Called once before the first migration that is applied; `isNew` when the database never had one. */
  readonly before?: (next: Migration, isNew: boolean) => Promise<void>
}

/**
 * Applies what a database lacks, each migration in a transaction of its own, and then what a person may see. Of several processes
 * that start together on one server, one migrates and the others wait for it.
 *
 * @returns the names of those applied now.
 * @throws MigrationHistoryError when an applied migration was changed or is not known to this code; MigrationFailed.
 */
export async function applyMigrations(
  connection: MigrationConnection,
  migrations: readonly Migration[],
  { visibility, before }: Applying = {},
): Promise<readonly string[]> {
  await connection.query('SELECT pg_advisory_lock($1)', [LOCK_KEY])
  try {
    await connection.exec(HISTORY_TABLE)
    const history = await readHistory(connection)
    const missing = missingFrom(history, migrations)
    if (missing[0] !== undefined) await before?.(missing[0], history.length === 0)
    if (missing.length > 0) await dropVisibility(connection)
    for (const migration of missing) await applyOne(connection, migration)
    if (visibility !== undefined) await applyVisibility(connection, visibility)
    await keepPlans(connection)
    return missing.map(({ name }) => name)
  } finally {
    await connection.query('SELECT pg_advisory_unlock($1)', [LOCK_KEY])
  }
}

interface Applied {
  readonly migration_name: string
  readonly checksum: string
}

async function readHistory(connection: MigrationConnection): Promise<readonly Applied[]> {
  const { rows } = await connection.query(
    `SELECT migration_name, checksum FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  )
  return rows as Applied[]
}

function missingFrom(history: readonly Applied[], migrations: readonly Migration[]): readonly Migration[] {
  const byName = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const { migration_name: name, checksum } of history) {
    const migration = byName.get(name)
    if (migration === undefined) {
      throw new MigrationHistoryError(
        `The database has had the migration ${name}, which this version does not know. Start the version that made it, or a later one.`,
      )
    }
    if (migration.checksum !== checksum) {
      throw new MigrationHistoryError(
        `The migration ${name} was changed after it had been applied. Restore its file, and write a new migration for the change.`,
      )
    }
  }
  const applied = new Set(history.map(({ migration_name }) => migration_name))
  return migrations.filter(({ name }) => !applied.has(name))
}

async function applyOne(connection: MigrationConnection, { name, sql, checksum }: Migration): Promise<void> {
  await connection.exec('BEGIN')
  try {
    await connection.exec(sql)
    await connection.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), 1)`,
      [randomUUID(), checksum, name],
    )
    await connection.exec('COMMIT')
  } catch (error) {
    await connection.exec('ROLLBACK')
    throw new MigrationFailed(name, error)
  }
}

const HISTORY_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`
