import { describe, expect, test } from 'vitest'
import { asSystem, asViewer } from '#lib/db/transaction.ts'
import { provenViewer } from '#lib/db/viewer.ts'
import { asOwner } from '#tests/setup/owner.ts'
import { countStatements } from '#tests/setup/statements.ts'

const viewer = provenViewer({
  personId: '0190a000-0000-7000-8000-000000000001',
  sessionId: '0190a000-0000-7000-8000-000000000002',
  method: 'mail-link',
})

const makePerson = (email: string) =>
  asSystem('test', (tx) => tx.person.create({ data: { email, name: 'Ada Brook' } }), { write: true })

/** Runs a statement that fails as a lost race does, but only the first `times` times. */
function losing(times: number, state: '40001' | '40P01') {
  let runs = 0
  return {
    runs: () => runs,
    transaction: () =>
      asViewer(
        viewer,
        async (tx) => {
          runs += 1
          if (runs <= times)
            await tx.$executeRawUnsafe(`DO $$ BEGIN RAISE EXCEPTION 'lost' USING ERRCODE = '${state}'; END $$`)
          return 'saved'
        },
        { write: true },
      ),
  }
}

describe('a transaction names its subject', () => {
  test('given a viewer, the database knows the person inside, and nobody afterwards', async () => {
    const person = (): Promise<{ id: string | null }[]> =>
      asSystem('test', (tx) => tx.$queryRaw`SELECT current_setting('app.person_id', true) AS id`)
    const inside = await asViewer(viewer, (tx) => tx.$queryRaw`SELECT current_setting('app.person_id') AS id`)
    expect(inside).toEqual([{ id: viewer.personId }])
    expect(await person()).toEqual([{ id: '' }])
  })

  test('given a transaction that did not ask to write, the database refuses a change', async () => {
    await expect(
      asViewer(viewer, (tx) => tx.person.create({ data: { email: 'read@only.invalid', name: 'R' } })),
    ).rejects.toThrow('read-only')
  })

  test('given an open transaction, another inside it is refused at once', async () => {
    await expect(asViewer(viewer, () => asViewer(viewer, async () => 1))).rejects.toThrow('pass its tx on')
  })

  test('given a filter whose value is undefined, the query is refused instead of matching everybody', async () => {
    const email = undefined as unknown as string
    await expect(asSystem('test', (tx) => tx.person.findMany({ where: { email } }))).rejects.toThrow('undefined')
  })
})

describe('a transaction is saved whole or not at all', () => {
  test('given an error after a change, nothing is saved', async () => {
    const work = asSystem(
      'test',
      async (tx) => {
        await tx.person.create({ data: { email: 'half@done.invalid', name: 'H' } })
        throw new Error('changed my mind')
      },
      { write: true },
    )
    await expect(work).rejects.toThrow('changed my mind')
    expect(await asSystem('test', (tx) => tx.person.count({ where: { email: 'half@done.invalid' } }))).toBe(0)
  })

  test('given a failed statement whose error was swallowed, the commit is refused and says so', async () => {
    await makePerson('twice@taken.invalid')
    const work = asSystem(
      'test',
      async (tx) => {
        await tx.person.create({ data: { email: 'before@it.invalid', name: 'B' } })
        await tx.person.create({ data: { email: 'twice@taken.invalid', name: 'T' } }).catch(() => 'never mind')
      },
      { write: true },
    )
    await expect(work).rejects.toThrow('nothing was saved')
    expect(await asSystem('test', (tx) => tx.person.count({ where: { email: 'before@it.invalid' } }))).toBe(0)
  })

  test('given an error that only COMMIT finds, it is reported and nothing is saved', async () => {
    await asOwner(async (tx) => {
      await tx.$executeRaw`CREATE TABLE deferred_parent (id int PRIMARY KEY)`
      await tx.$executeRaw`CREATE TABLE deferred_child (parent int REFERENCES deferred_parent DEFERRABLE INITIALLY DEFERRED)`
    })
    const work = asOwner((tx) => tx.$executeRaw`INSERT INTO deferred_child VALUES (7)`)
    await expect(work).rejects.toThrow()
    expect(await asOwner((tx) => tx.$queryRaw`SELECT * FROM deferred_child`)).toEqual([])
  })
})

describe('a lost race runs again', () => {
  test.each(['40001', '40P01'] as const)('given two losses by %s, the third attempt is the answer', async (state) => {
    const race = losing(2, state)
    expect(await race.transaction()).toBe('saved')
    expect(race.runs()).toBe(3)
  })

  test('given nothing but losses, the sixth is reported', async () => {
    const race = losing(99, '40001')
    await expect(race.transaction()).rejects.toThrow()
    expect(race.runs()).toBe(6)
  })
})

describe('what reaches the database', () => {
  test('given an instant, it is stored and read in UTC, whatever the zone of the machine', async () => {
    const createdAt = new Date('2026-03-29T00:30:00.123Z')
    const { id } = await asSystem(
      'test',
      (tx) => tx.person.create({ data: { email: 'on@time.invalid', name: 'O', createdAt } }),
      { write: true },
    )
    const stored = await asSystem(
      'test',
      (tx) => tx.$queryRaw`SELECT "createdAt"::text AS at FROM "Person" WHERE id = ${id}::uuid`,
    )
    expect(stored).toEqual([{ at: '2026-03-29 00:30:00.123+00' }])
    const read = await asSystem('test', (tx) =>
      tx.person.findUniqueOrThrow({ where: { id }, select: { createdAt: true } }),
    )
    expect(read.createdAt).toEqual(createdAt)
  })

  test('given a row with what hangs on it, two statements are sent: the one that names the viewer, and one join', async () => {
    const { id } = await makePerson('with@sessions.invalid')
    const { result, statements } = await countStatements(() =>
      asViewer(viewer, (tx) =>
        tx.person.findUnique({ where: { id }, select: { id: true, sessions: true, memberships: true } }),
      ),
    )
    expect(result).toMatchObject({ id, sessions: [], memberships: [] })
    expect(statements).toHaveLength(2)
  })
})
