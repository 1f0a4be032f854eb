/**
 * The second wall on a server: the account as which the product runs owns nothing and sees nothing; a transaction sees what its role
 * and its viewer may.
 */
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { Client } from 'pg'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { applyMigrations, readMigrations } from '#lib/db/migrate.ts'
import { letIn, readVisibility } from '#lib/db/visibility.ts'
import { inDatabase } from '#tests/setup/server.ts'

const prisma = path.resolve(import.meta.dirname, '..', '..', 'prisma')
const name = `w_${randomUUID().slice(0, 8)}`
const ada = randomUUID()
const groups = [randomUUID(), randomUUID()] as const

const source = inject('databaseSource')
const cluster = source.kind === 'server' ? source.url : ''

/** A connection to the new database by another account. */
async function by<T>(account: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({
    connectionString: Object.assign(new URL(cluster), { username: account, pathname: name }).href,
  })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function migrated(client: Client): Promise<void> {
  const connection = {
    query: (sql: string, values?: unknown[]) => client.query(sql, values),
    exec: (script: string) => client.query(script),
  }
  await applyMigrations(connection, await readMigrations(path.join(prisma, 'migrations')), {
    visibility: await readVisibility(path.join(prisma, 'visibility')),
  })
  await letIn(connection, `${name}_app`)
}

beforeAll(async () => {
  await inDatabase(cluster, 'postgres', async (client) => {
    await client.query(`CREATE ROLE ${name}_owner LOGIN`)
    await client.query(`CREATE ROLE ${name}_app LOGIN NOINHERIT`)
    await client.query(`CREATE DATABASE ${name} OWNER ${name}_owner`)
  })
  await inDatabase(cluster, name, (client) => client.query(`GRANT CREATE ON SCHEMA public TO ${name}_owner`))
}, 60_000)

test('given an owner who may not grant the roles, then it is told what an administrator has to run', async () => {
  await expect(by(`${name}_owner`, migrated)).rejects.toThrow(
    `GRANT concordance_reader, concordance_writer, concordance_system TO ${name}_owner;`,
  )
})

describe('given an account of the product that owns nothing', () => {
  beforeAll(async () => {
    await inDatabase(cluster, 'postgres', (client) =>
      client.query(
        `GRANT concordance_reader, concordance_writer, concordance_system TO ${name}_owner WITH ADMIN OPTION`,
      ),
    )
    await by(`${name}_owner`, async (client) => {
      await migrated(client)
      await client.query(`INSERT INTO "Person"(id, email, name) VALUES ('${ada}', 'ada@river.invalid', 'Ada')`)
      for (const id of groups) {
        await client.query(`INSERT INTO "Group"(id, name, "timeZone") VALUES ('${id}', 'River council', 'UTC')`)
        await client.query(
          `INSERT INTO "Party"(id, "groupId", name, "shortName", "timeZone") VALUES (gen_random_uuid(), '${id}', 'Weir', 'Weir', 'UTC')`,
        )
      }
      await client.query(
        `INSERT INTO "Organizer"(id, "groupId", "personId") VALUES (gen_random_uuid(), '${groups[0]}', '${ada}')`,
      )
    })
  }, 60_000)

  /** In a transaction of this role, in Ada's name or for a purpose. */
  const as = <T>(role: string, work: (client: Client) => Promise<T>, purpose = ''): Promise<T> =>
    by(`${name}_app`, async (client) => {
      await client.query('BEGIN')
      const person = purpose === '' ? ada : ''
      await client.query(
        `SELECT set_config('app.person_id', $1, true), set_config('app.purpose', $2, true),
        set_config('role', $3, true)`,
        [person, purpose, `concordance_${role}`],
      )
      return work(client)
    })
  const parties = async (client: Client) =>
    (await client.query<{ groupId: string }>('SELECT "groupId" FROM "Party"')).rows.map(({ groupId }) => groupId)

  test('then it reads nothing by itself', async () => {
    await expect(by(`${name}_app`, parties)).rejects.toThrow('permission denied')
  })

  test('when it takes back its role in a transaction, then it reads nothing', async () => {
    const work = as('reader', async (client) => {
      await client.query('RESET ROLE')
      return parties(client)
    })
    await expect(work).rejects.toThrow('permission denied')
  })

  test.each(['reader', 'writer'])('then a %s finds the rows of their groups alone', async (role) => {
    expect(await as(role, parties)).toEqual([groups[0]])
  })

  test('then a writer changes no row of another group, and makes none there', async () => {
    const changed = await as('writer', (client) => client.query(`UPDATE "Party" SET name = 'Ferry'`))
    expect(changed.rowCount).toBe(1)
    const made = as('writer', (client) =>
      client.query(
        `INSERT INTO "Party"(id, "groupId", name, "shortName", "timeZone") VALUES (gen_random_uuid(), '${groups[1]}', 'F', 'F', 'UTC')`,
      ),
    )
    await expect(made).rejects.toThrow('row-level security')
  })

  test.each([
    ['jobs', 2],
    ['limits', 0],
    ['health', 0],
  ])('then for the purpose %s the system finds the rows of %i groups', async (purpose, count) => {
    expect(await as('system', parties, purpose)).toHaveLength(count)
  })

  test('then every table of a group is held by a policy for each role', async () => {
    const open = await by(`${name}_owner`, (client) =>
      client.query(`SELECT c.relname FROM pg_class c
        JOIN pg_attribute a ON a.attrelid = c.oid AND (a.attname = 'groupId' OR (c.relname = 'Group' AND a.attname = 'id'))
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND (NOT c.relrowsecurity OR 3 > (
          SELECT count(DISTINCT r.rolname) FROM pg_policy p JOIN pg_roles r ON r.oid = ANY(p.polroles) WHERE p.polrelid = c.oid))`),
    )
    expect(open.rows).toEqual([])
  })
})
