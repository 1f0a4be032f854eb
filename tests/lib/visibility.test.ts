import { createHash } from 'node:crypto'
import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyMigrations, type Migration } from '#lib/db/migrate.ts'
import { applyVisibility, type Visibility } from '#lib/db/visibility.ts'

let pglite: PGlite

beforeAll(async () => {
  pglite = await PGlite.create()
})

afterAll(() => pglite.close())

const checksumOf = (sql: string) => createHash('sha256').update(sql).digest('hex')
const migration = (name: string, sql: string): Migration => ({ name, sql, checksum: checksumOf(sql) })
const saying = (sql: string): Visibility => ({ sql, checksum: checksumOf(sql) })

const seen = (name: string, rule: string): Visibility =>
  saying(`CREATE FUNCTION visibility.${name}(id int) RETURNS boolean LANGUAGE sql STABLE RETURN ${rule};
    ALTER TABLE shelf ENABLE ROW LEVEL SECURITY; CREATE POLICY seen ON shelf USING (visibility.${name}(id));`)

const functions = async () =>
  (await pglite.query("SELECT proname FROM pg_proc WHERE pronamespace = 'visibility'::regnamespace ORDER BY 1")).rows

const shelf = migration('20260101000000_shelf', 'CREATE TABLE shelf (id int, note text)')

test('given functions whose text changed, then the whole set is replaced, and one that is gone leaves nothing behind', async () => {
  await applyMigrations(pglite, [shelf], { visibility: seen('shown', 'id = 1') })
  expect(await functions()).toEqual([{ proname: 'shown' }])
  await applyMigrations(pglite, [shelf], { visibility: seen('open', 'id = 2') })
  expect(await functions()).toEqual([{ proname: 'open' }])
})

test('given functions whose text is the same, then nothing is touched', async () => {
  await applyMigrations(pglite, [shelf], { visibility: seen('open', 'id = 2') })
  await pglite.exec('CREATE FUNCTION visibility.left_alone() RETURNS int LANGUAGE sql RETURN 1')
  await applyMigrations(pglite, [shelf], { visibility: seen('open', 'id = 2') })
  expect(await functions()).toEqual([{ proname: 'left_alone' }, { proname: 'open' }])
})

test('given a migration that drops a column on which a policy rests, then it is not held up, and the new text is applied', async () => {
  const narrower = migration(
    '20260102000000_narrower',
    'ALTER TABLE shelf DROP COLUMN id; ALTER TABLE shelf ADD number int',
  )
  const anew = saying('CREATE FUNCTION visibility.none() RETURNS boolean LANGUAGE sql RETURN false')
  await applyMigrations(pglite, [shelf, narrower], { visibility: anew })
  expect(await functions()).toEqual([{ proname: 'none' }])
})

test('given a text that fails, then what was applied before stands', async () => {
  await expect(applyVisibility(pglite, saying('CREATE FUNCTION visibility.broken() SELEC'))).rejects.toThrow(
    'syntax error',
  )
  expect(await functions()).toEqual([{ proname: 'none' }])
})

test('given a server that lost a role of the text, as after a restore elsewhere, then the set is applied anew', async () => {
  const roles = saying(
    'CREATE ROLE concordance_guest; CREATE FUNCTION visibility.guests() RETURNS int LANGUAGE sql RETURN 1',
  )
  await applyVisibility(pglite, roles)
  await pglite.exec(
    'DROP ROLE concordance_guest; CREATE FUNCTION visibility.left_alone() RETURNS int LANGUAGE sql RETURN 1',
  )
  await applyVisibility(pglite, roles)
  expect(await functions()).toEqual([{ proname: 'guests' }])
  expect((await pglite.query(`SELECT rolname FROM pg_roles WHERE rolname = 'concordance_guest'`)).rows).toHaveLength(1)
})
