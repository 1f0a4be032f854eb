/** Gives a test file a migrated, empty database of its own. Runs before the file; vitest.config.ts says for which projects. */
import { randomUUID } from 'node:crypto'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, inject } from 'vitest'
import { closeDatabase } from '#lib/db/connection.ts'
import type { DatabaseSource } from './provided.ts'
import { databaseUrl, inDatabase, TEMPLATE } from './server.ts'

const folder = await mkdtemp(path.join(tmpdir(), 'concordance-test-'))
process.env.DATA_DIR = folder
await freshDatabase(inject('databaseSource'))

afterAll(async () => {
  await closeDatabase()
  await rm(folder, { recursive: true, force: true })
})

async function freshDatabase(source: DatabaseSource): Promise<void> {
  if (source.kind === 'embedded') {
    await cp(source.folder, path.join(folder, 'db'), { recursive: true })
    return
  }
  const name = `t_${randomUUID().replaceAll('-', '')}`
  await inDatabase(source.url, 'postgres', async (client) => {
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`)
    // A copy does not bring along what a start gives back to nobody (lib/db/visibility.ts).
    await client.query(`REVOKE TEMPORARY ON DATABASE ${name} FROM PUBLIC`)
  })
  process.env.DATABASE_URL = databaseUrl(source.url, name)
}
