/**
 * What a person may see, said in SQL: the files of `prisma/visibility`, which make the views and functions of the schema `visibility`,
 * the roles in which transactions run, and the policies of every row. They are no migrations, because they hold no rows: the whole set is replaced whenever its text changes, and a reader finds each rule
 * as it is now, not as it came to be.
 */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { MigrationConnection } from './migrate.ts'

/** What a person may see, as the SQL of `prisma/visibility` says it. */
export interface Visibility {
  /** The files, one after the other in the order of their names. */
  readonly sql: string
  /** SHA-256 of it, hexadecimal. */
  readonly checksum: string
}

/** Reads the `.sql` files of a folder. */
export async function readVisibility(folder: string): Promise<Visibility> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  const files = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')))
  const sql = files.join('\n')
  return { sql, checksum: createHash('sha256').update(sql).digest('hex') }
}

/** What a person may see could not be put in place. Nothing of it was done; what was there before stands. */
export class VisibilityFailed extends Error {
  constructor(cause: unknown) {
    super(
      `What each person may see could not be put in place: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    )
    this.name = 'VisibilityFailed'
  }
}

/**
 * Replaces what the database has by these, in one transaction; nothing when it has them.
 *
 * @throws VisibilityFailed
 */
export async function applyVisibility(connection: MigrationConnection, { sql, checksum }: Visibility): Promise<void> {
  if ((await appliedChecksum(connection)) === checksum && (await isShut(connection, sql))) return
  await connection.exec('BEGIN')
  try {
    await connection.exec(`${DROP}; CREATE SCHEMA visibility;`)
    await connection.exec(sql)
    await connection.exec(`COMMENT ON SCHEMA visibility IS '${checksum}'`)
    await connection.exec('COMMIT')
  } catch (error) {
    await connection.exec('ROLLBACK')
    throw new VisibilityFailed(error)
  }
}

/** Lets an account that owns nothing run transactions in their roles (80-roles.sql). */
export async function letIn(connection: MigrationConnection, account: string): Promise<void> {
  const { rows } = await connection.query('SELECT quote_ident($1) AS name', [account])
  const [row] = rows as { name: string }[]
  await connection.exec(`GRANT concordance_reader, concordance_writer, concordance_system TO ${row?.name}`)
}

/**
 * Takes all of them away, with the policies that rest on them, so that no migration is held up by a column that they name. Where
 * policies are on, nobody sees anything until they are applied again.
 */
export async function dropVisibility(connection: MigrationConnection): Promise<void> {
  await connection.exec(DROP)
}

const DROP = 'DROP SCHEMA IF EXISTS visibility CASCADE'

/**
 * Whether the server knows the roles of this text, and lets them make no tables of their own: a database that was restored or copied brings
 * neither along. Who does not own the database cannot shut it.
 */
async function isShut(connection: MigrationConnection, sql: string): Promise<boolean> {
  const wanted = [...new Set(sql.match(/\bconcordance_[a-z]+\b/g))]
  const { rows } = await connection.query(
    `SELECT has_database_privilege(r.oid, d.oid, 'TEMPORARY') AND pg_has_role(d.datdba, 'MEMBER') AS open
    FROM pg_roles r, pg_database d WHERE r.rolname = ANY($1) AND d.datname = current_database()`,
    [wanted],
  )
  return rows.length === wanted.length && (rows as { open: boolean }[]).every(({ open }) => !open)
}

/** The checksum of what the database has; it rests on the schema itself and goes with it. Null: it has none. */
async function appliedChecksum(connection: MigrationConnection): Promise<string | null> {
  const { rows } = await connection.query(
    `SELECT obj_description(oid, 'pg_namespace') AS checksum FROM pg_namespace WHERE nspname = 'visibility'`,
  )
  return (rows[0] as { checksum: string | null } | undefined)?.checksum ?? null
}
