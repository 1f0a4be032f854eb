/** A PostgreSQL server of our own for the length of a run: in a temporary folder, on a free port of this machine, unsafe and fast. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { applyMigrations, readMigrations } from '#lib/db/migrate.ts'
import { readVisibility } from '#lib/db/visibility.ts'
import { findPostgres } from './tools.ts'

/** The database that every test file copies. */
export const TEMPLATE = 'concordance_template'

/** The server refuses to run as root: then it runs as the user of Debian's package. */
interface Account {
  readonly uid?: number
  readonly gid?: number
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startCluster()
  try {
    await makeTemplate(cluster.url)
  } catch (error) {
    await cluster.stop()
    throw error
  }
  project.provide('databaseSource', { kind: 'server', url: cluster.url })
  return cluster.stop
}

export interface Cluster {
  /** Connection string of the database `postgres`, as its superuser. */
  readonly url: string
  stop(): Promise<void>
}

/** Starts a new cluster; `more` are settings of the server, as `name=value`. */
export async function startCluster(more: readonly string[] = []): Promise<Cluster> {
  const bin = findPostgres()
  if (bin === null) throw new Error('No PostgreSQL server was found. `npm test` says what to install.')
  const account = unprivileged()
  const folder = await mkdtemp(path.join(tmpdir(), 'concordance-postgres-'))
  if (account.uid !== undefined && account.gid !== undefined) await chown(folder, account.uid, account.gid)
  const data = path.join(folder, 'data')
  const made = spawnSync(
    path.join(bin, 'initdb'),
    ['--pgdata', data, '--username', 'postgres', '--auth', 'trust', '--encoding', 'UTF8', '--no-sync'],
    { encoding: 'utf8', ...account },
  )
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`)
  const port = await freePort()
  const options = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'listen_addresses=127.0.0.1', ...more]
  const server = spawn(
    path.join(bin, 'postgres'),
    ['-D', data, '-k', folder, '-p', String(port), ...options.flatMap((option) => ['-c', option])],
    { stdio: 'ignore', ...account },
  )
  const stop = async (): Promise<void> => {
    await end(server)
    await rm(folder, { recursive: true, force: true })
  }
  const url = `postgresql://postgres@127.0.0.1:${port}/postgres`
  try {
    await untilItAnswers(url, server)
  } catch (error) {
    await stop()
    throw error
  }
  return { url, stop }
}

function unprivileged(): Account {
  if (process.getuid?.() !== 0) return {}
  const id = (flag: string): number => {
    const { status, stdout } = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' })
    if (status !== 0) throw new Error('As root, the tests need an account "postgres" to run their server under.')
    return Number(stdout)
  }
  return { uid: id('-u'), gid: id('-g') }
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}

async function untilItAnswers(url: string, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 200 && server.exitCode === null; attempt++) {
    const client = new Client({ connectionString: url })
    try {
      await client.connect()
      await client.end()
      return
    } catch {
      await wait(50)
    }
  }
  throw new Error('The PostgreSQL server for the tests did not start.')
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return
  const ended = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGQUIT')
  await ended
}

async function makeTemplate(url: string): Promise<void> {
  await inDatabase(url, 'postgres', (client) => client.query(`CREATE DATABASE ${TEMPLATE}`))
  const prisma = path.resolve(import.meta.dirname, '..', '..', 'prisma')
  const migrations = await readMigrations(path.join(prisma, 'migrations'))
  const visibility = await readVisibility(path.join(prisma, 'visibility'))
  await inDatabase(url, TEMPLATE, (client) =>
    applyMigrations(
      { query: (sql, values) => client.query(sql, values), exec: (script) => client.query(script) },
      migrations,
      { visibility },
    ),
  )
}

/** Runs `work` with a connection to one database of the cluster. */
export async function inDatabase<T>(url: string, database: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: databaseUrl(url, database) })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** The connection string of another database of the same cluster. */
export function databaseUrl(url: string, database: string): string {
  return Object.assign(new URL(url), { pathname: `/${database}` }).href
}
