import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { expect, inject, test } from 'vitest'
import { applyMigrations, readMigrations } from '#lib/db/migrate.ts'
import { readVisibility } from '#lib/db/visibility.ts'
import { databaseUrl, inDatabase } from '#tests/setup/server.ts'

test('given four processes that start together on a new database, then one migrates and the others wait for it', async () => {
  const source = inject('databaseSource')
  if (source.kind !== 'server') throw new Error('Races are run on a PostgreSQL server.')
  const name = `t_${randomUUID().replaceAll('-', '')}`
  await inDatabase(source.url, 'postgres', (client) => client.query(`CREATE DATABASE ${name}`))
  const migrations = await readMigrations(path.resolve('prisma', 'migrations'))
  const visibility = await readVisibility(path.resolve('prisma', 'visibility'))
  const start = () =>
    inDatabase(databaseUrl(source.url, name), name, (client) =>
      applyMigrations(
        { query: (sql, values) => client.query(sql, values), exec: (script) => client.query(script) },
        migrations,
        { visibility },
      ),
    )
  const applied = await Promise.all([start(), start(), start(), start()])
  expect(applied.map((names) => names.length).sort()).toEqual([0, 0, 0, migrations.length])
  const lacking = await inDatabase(databaseUrl(source.url, name), name, (client) =>
    client.query(`SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
      AND NOT COALESCE(reloptions @> '{autovacuum_analyze_threshold=1000,autovacuum_vacuum_threshold=1000}', false)`),
  )
  expect(lacking.rows, 'tables whose plans are thrown away after fifty changes').toEqual([])
})
