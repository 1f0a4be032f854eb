/** Of those who were there before people of the demo had a mark, nobody is marked who may be real. */
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyMigrations, readMigrations } from '#lib/db/migrate.ts'
import { readVisibility } from '#lib/db/visibility.ts'
import { people } from '#prisma/demo/scenario/people.ts'
import { tellFigure } from '#tests/setup/proof.ts'

const folder = path.join(import.meta.dirname, '..', '..', 'prisma', 'migrations')
const sight = path.join(folder, '..', 'visibility')
const name = '20261130190000_people_whom_the_demo_made'

let pglite: PGlite

beforeAll(async () => {
  pglite = await PGlite.create()
})

afterAll(() => pglite.close())

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const [demo, real, party] = [id(1), id(2), id(3)]

test('given a demo and a real group, then those of the demo are marked who are certainly invented', async () => {
  const migrations = await readMigrations(folder)
  await applyMigrations(
    pglite,
    migrations.filter((migration) => migration.name < name),
  )
  const all = Object.values(people).map(({ email }) => email)
  const others = ['admin@instance.invalid', 'olga@home.invalid', 'ana@river.example']
  const [runs, inReal, started, linked, outside] = all
  const known = [...all, ...others].map((email, index) => ({ email, id: id(100 + index) }))
  const idOf = (email = '') => known.find((one) => one.email === email)?.id
  const members = known
    .filter(({ email }) => email !== outside)
    .map((one) => `('${id(Number(one.id.slice(-3)) + 1000)}', '${demo}', '${party}', '${one.id}', 'head')`)
  await pglite.exec(`SET session_replication_role = replica;
    INSERT INTO "Group" (id, name, "timeZone", "isDemo") VALUES ('${demo}', 'Demo', 'UTC', true), ('${real}', 'Real', 'UTC', false);
    INSERT INTO "Person" (id, name, email) VALUES ${known.map((one) => `('${one.id}', 'Ada', '${one.email}')`).join(', ')};
    INSERT INTO "PartyMember" (id, "groupId", "partyId", "personId", role) VALUES ${members.join(', ')};
    UPDATE "Person" SET "isInstanceAdmin" = true WHERE id IN ('${idOf(runs)}', '${idOf('admin@instance.invalid')}');
    INSERT INTO "Organizer" (id, "groupId", "personId", "removedAt") VALUES ('${id(4)}', '${real}', '${idOf(inReal)}', now());
    INSERT INTO "Session" (id, "personId", method, "expiresAt") VALUES ('${id(5)}', '${idOf(started)}', 'start-up-link', now());
    INSERT INTO "SignInLink" (id, "tokenHash", "personId", method, "expiresAt")
      VALUES ('${id(6)}', 'x', '${idOf(linked)}', 'start-up-link', now());
    SET session_replication_role = origin;`)
  await applyMigrations(pglite, migrations, { visibility: await readVisibility(sight) })
  const { rows } = await pglite.query<{ email: string }>(`SELECT email FROM "Person" WHERE "isInvented" ORDER BY email`)
  const certain = all.filter((email) => ![runs, inReal, started, linked, outside].includes(email))
  expect(rows.map(({ email }) => email)).toEqual([...certain].sort())
  const unmarked = known.length - rows.length
  tellFigure(
    13,
    'people of an earlier demo',
    `${known.length} people of a demo and beside it: ${rows.length} marked who are certainly invented; as ${unmarked} who may be real nobody looks`,
  )
})

test('given who organizes the demo, then they look as those whom it made, and as nobody else, whatever their address', async () => {
  const { rows: all } = await pglite.query<{ id: string; isInvented: boolean }>('SELECT id, "isInvented" FROM "Person"')
  const organizer = all.find(({ isInvented }) => isInvented)?.id
  await pglite.exec(`SET session_replication_role = replica;
    INSERT INTO "Organizer" (id, "groupId", "personId") VALUES ('${id(7)}', '${demo}', '${organizer}');
    SET session_replication_role = origin;`)
  const { rows } = await pglite.query<{ id: string }>(
    `SELECT id FROM "Person" w WHERE visibility.looks_as('${organizer}', w.id)`,
  )
  const invented = all.filter(({ isInvented }) => isInvented).map((person) => person.id)
  expect(rows.map((person) => person.id).sort()).toEqual(invented.sort())
})

test('given anybody but the loader, then they mark nobody, and nobody who is marked runs the instance', async () => {
  const change = (purpose: string, statement: string) =>
    pglite
      .exec(`BEGIN; SELECT set_config('app.purpose', '${purpose}', true); ${statement}; ROLLBACK`)
      .catch(async (error) => {
        await pglite.exec('ROLLBACK')
        return String(error)
      })
  const make = `INSERT INTO "Person" (id, name, email, "isInvented") VALUES ('${id(8)}', 'Ada', 'ada@reed.invalid', true)`
  const mark = `UPDATE "Person" SET "isInvented" = true WHERE email = 'admin@instance.invalid'`
  for (const purpose of ['', 'test', 'jobs']) expect(await change(purpose, make)).toContain('only the loader')
  for (const purpose of ['', 'test', 'demo']) expect(await change(purpose, mark)).toContain('only the loader')
  expect(await change('demo', make)).not.toContain('only the loader')
  const run = `UPDATE "Person" SET "isInstanceAdmin" = true WHERE "isInvented"`
  expect(await change('demo', run)).toContain('Person_invented_runs_nothing')
  expect(await change('demo', `UPDATE "Person" SET name = 'Ada Vale' WHERE "isInvented"`)).not.toContain('error')
})
