/** Of those who were there before people of the demo had a mark, nobody is marked who may be real. */
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyMigrations, readMigrations } from '#lib/db/migrate.ts'
import { people } from '#prisma/demo/scenario/people.ts'
import { tellFigure } from '#tests/setup/proof.ts'

const folder = path.join(import.meta.dirname, '..', '..', 'prisma', 'migrations')
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
  await applyMigrations(pglite, migrations)
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
