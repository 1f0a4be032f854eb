/** Whether the places that the settings name can be used at all: asked before anything is built, migrated or served. */
import { accessSync, constants, mkdirSync } from 'node:fs'
import { Client } from 'pg'
import { type Settings, SettingsError } from '../settings.ts'

/** How long a server may take to answer, in milliseconds. */
const PATIENCE_MS = 10_000

/** The oldest server whose language the migrations speak, as `server_version_num` counts: 15.0. */
const OLDEST_SERVER = 150_000

/**
 * Makes the data folder when it is not there, and asks the database server who it is.
 *
 * @throws SettingsError with one line for what cannot be used, and never a password.
 */
export async function reachPlaces({ dataDir, databaseUrl, authSecret }: Settings): Promise<void> {
  // With a server and a secret of its own an instance keeps nothing in its folder.
  if (databaseUrl === undefined || authSecret === undefined) reachFolder(dataDir)
  if (databaseUrl !== undefined) await reachServer(databaseUrl)
}

function reachFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new SettingsError([`DATA_DIR must be a folder that this process can write to: ${codeOf(error)}, ${dataDir}`])
  }
}

async function reachServer(connectionString: string): Promise<void> {
  const client = new Client({
    connectionString,
    application_name: 'concordance start',
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
  })
  // What happens to a connection after its answer is told by whoever uses it next.
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query("SELECT current_setting('server_version_num')::int AS number, version()")
    if (rows[0].number < OLDEST_SERVER)
      throw new SettingsError([
        `DATABASE_URL must name a PostgreSQL server from version 15 on; this is ${rows[0].version}`,
      ])
  } catch (error) {
    throw error instanceof SettingsError ? error : new SettingsError([`DATABASE_URL ${whyNot(error, client)}`])
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Invalid authorization, wrong password, no such database (PostgreSQL, appendix A: error codes). */
const SAYS_ITSELF = ['28000', '28P01', '3D000']

function whyNot(error: unknown, { host, port }: Client): string {
  const code = codeOf(error)
  const message = error instanceof Error ? error.message : ''
  if (SAYS_ITSELF.includes(code)) return `is refused by the server ${host}:${port}: ${message}`
  return `names a server that does not answer, ${host}:${port}: ${message === '' ? code : message}`
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
