/** Acknowledged writes survive the death of the process (SECURITY.md, promise 9), on a PostgreSQL server. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { closeDatabase } from '#lib/db/connection.ts'
import { migrateDatabase } from '#lib/db/migrate.ts'
import { settings } from '#lib/settings.ts'
import { rounds, tellFigure } from '#tests/setup/proof.ts'
import { type Cluster, databaseUrl, inDatabase, startCluster } from '#tests/setup/server.ts'
import { killsUnderLoad } from './kills/kills.ts'

const kills = rounds({ sample: 2, whole: 60 })
const name = 'kills'

let cluster: Cluster

beforeAll(async () => {
  cluster = await startCluster()
  await inDatabase(cluster.url, 'postgres', (client) => client.query(`CREATE DATABASE ${name}`))
  process.env.DATABASE_URL = databaseUrl(cluster.url, name)
  await migrateDatabase()
})

afterAll(async () => {
  await closeDatabase()
  await cluster?.stop()
})

it(`${kills} times the server is killed while people act, and what it had answered is there once`, async () => {
  expect(settings().databaseUrl).toBeDefined()
  tellFigure(9, 'kills on a PostgreSQL server', await killsUnderLoad(kills))
}, 1_500_000)
