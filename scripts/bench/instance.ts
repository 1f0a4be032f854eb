/** The servers that the bench measures: the product's own, as `npm start` runs it, on either database. */
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { databaseUrl, inDatabase } from '#tests/setup/server.ts'
import { type SpawnedServer, spawnServer } from '#tests/setup/spawn-server.ts'
import { memoryEnvironment, memoryFlags } from '../set-up/memory.mjs'
import { run } from '../set-up/run.mjs'
import type { Prepared } from './prepared.ts'

export interface Instance extends SpawnedServer {
  readonly prepared: Prepared
  /** Connection string of its PostgreSQL server; null: its database is embedded. */
  readonly cluster: string | null
}

/** Name of the database that the bench makes on a PostgreSQL server. */
export const DATABASE = 'concordance_bench'

/** A copy of it as it was before the server started, in which a baseline may write what no procedure would. */
export const COPY = 'concordance_bench_copy'

/** Starts an instance with the demo group on a new database of the PostgreSQL server at `cluster`; null: embedded. */
export async function startInstance(distDir: string, cluster: string | null): Promise<Instance> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'concordance-bench-'))
  const clear = () => rm(dataDir, { recursive: true, force: true })
  try {
    if (cluster !== null) await inDatabase(cluster, 'postgres', (client) => client.query(`CREATE DATABASE ${DATABASE}`))
    const env = {
      NODE_ENV: 'production' as const,
      DATA_DIR: dataDir,
      DATABASE_URL: cluster === null ? '' : databaseUrl(cluster, DATABASE),
      AUTH_SECRET: randomBytes(32).toString('base64url'),
      SMTP_URL: '',
      LOG_LEVEL: 'warn',
    }
    const said = await run(process.execPath, ['scripts/bench/prepare.ts'], { env: { ...process.env, ...env } })
    if (cluster !== null)
      await inDatabase(cluster, 'postgres', (client) => client.query(`CREATE DATABASE ${COPY} TEMPLATE ${DATABASE}`))
    const server = await spawnServer({
      dataDir,
      distDir,
      // As `npm start` starts it: what Node compiled is kept, and memory has bounds.
      env: {
        ...env,
        ...memoryEnvironment,
        BENCH: '1',
        PAGES_PER_MINUTE: '9999999',
        NODE_COMPILE_CACHE: path.resolve('.build', 'compile-cache'),
      },
      flags: memoryFlags(undefined),
    })
    const stop = async () => {
      const code = await server.stop()
      await clear()
      return code
    }
    return { ...server, cluster, prepared: JSON.parse(said.trim().split('\n').at(-1) ?? ''), stop }
  } catch (error) {
    await clear()
    throw error
  }
}
