import { createHash } from 'node:crypto'
import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { applyMigrations, type Migration } from '#lib/db/migrate.ts'

let pglite: PGlite

beforeAll(async () => {
  pglite = await PGlite.create()
})

beforeEach(() => pglite.exec('DROP SCHEMA public CASCADE; CREATE SCHEMA public'))

afterAll(() => pglite.close())

function migration(name: string, sql: string): Migration {
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
}

const first = migration('20260101000000_first', 'CREATE TABLE shelf (id int); CREATE TABLE book (id int);')
const second = migration('20260102000000_second', 'INSERT INTO shelf VALUES (1);')
const broken = migration('20260103000000_broken', 'INSERT INTO shelf VALUES (2); SELEC;')

const history = async () =>
  (await pglite.query('SELECT migration_name, checksum FROM _prisma_migrations ORDER BY 1')).rows

test('given a new database, then every migration is applied once, in order, and kept in the table', async () => {
  expect(await applyMigrations(pglite, [first, second])).toEqual([first.name, second.name])
  expect(await applyMigrations(pglite, [first, second])).toEqual([])
  expect(await history()).toEqual([
    { migration_name: first.name, checksum: first.checksum },
    { migration_name: second.name, checksum: second.checksum },
  ])
})

test('given something to apply, then the dump comes before it, and only for a database that holds something', async () => {
  const calls: [string, boolean][] = []
  const before = async (next: Migration, isNew: boolean) => void calls.push([next.name, isNew])
  await applyMigrations(pglite, [first], { before })
  await applyMigrations(pglite, [first, second], { before })
  await applyMigrations(pglite, [first, second], { before })
  expect(calls).toEqual([
    [first.name, true],
    [second.name, false],
  ])
})

test('given a migration that fails half way, then it changes nothing, and those before it stand', async () => {
  await expect(applyMigrations(pglite, [first, broken])).rejects.toMatchObject({
    name: 'MigrationFailed',
    message: expect.stringContaining(`${broken.name} failed and changed nothing: syntax error`),
  })
  expect((await pglite.query('SELECT * FROM shelf')).rows).toEqual([])
  expect(await history()).toHaveLength(1)
})

test('given an applied migration that was changed afterwards, then it is refused by name', async () => {
  await applyMigrations(pglite, [first])
  const changed = migration(first.name, `${first.sql} -- and more`)
  await expect(applyMigrations(pglite, [changed])).rejects.toThrow(`${first.name} was changed`)
})

test('given a migration that this version does not know, then the database is refused', async () => {
  await applyMigrations(pglite, [first, second])
  await expect(applyMigrations(pglite, [first])).rejects.toThrow('does not know')
})
