/** What the schema owes to every reference, whichever table it is in. */
import { expect, test } from 'vitest'
import { asSystem } from '#lib/db/transaction.ts'
import { citingNouns } from '#store/citing/register.ts'

/** Foreign keys that no whole index serves: none whose first columns are the key's, in any order. */
const unserved = () =>
  asSystem(
    'test',
    (tx) => tx.$queryRaw<{ name: string }[]>`
      SELECT c.conname AS name FROM pg_constraint c
      WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace AND NOT EXISTS (
        SELECT 1 FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indpred IS NULL
          AND (SELECT array_agg(key ORDER BY key) FROM unnest((i.indkey::int2[])[0:cardinality(c.conkey) - 1]) AS key)
            = (SELECT array_agg(key ORDER BY key) FROM unnest(c.conkey) AS key))
      ORDER BY 1`,
  )

test('every reference has an index that begins with it: what it leads to is deleted without reading the whole table', async () => {
  expect(await unserved()).toEqual([])
})

test('every table that carries its group refers to it', async () => {
  const loose = await asSystem(
    'test',
    (tx) => tx.$queryRaw<{ table: string }[]>`
      SELECT a.attrelid::regclass::text AS table FROM pg_attribute a JOIN pg_class t ON t.oid = a.attrelid
      WHERE a.attname = 'groupId' AND t.relkind = 'r' AND t.relnamespace = 'public'::regnamespace AND NOT EXISTS (
        SELECT 1 FROM pg_constraint c WHERE c.contype = 'f' AND c.conrelid = a.attrelid AND c.conkey = ARRAY[a.attnum]
          AND c.confrelid = '"Group"'::regclass)
      ORDER BY 1`,
  )
  expect(loose).toEqual([])
})

test('what may cite in the database and the register of what cites are the same', async () => {
  const [check] = await asSystem(
    'test',
    (tx) => tx.$queryRaw<{ rule: string }[]>`
      SELECT pg_get_constraintdef(oid) AS rule FROM pg_constraint WHERE conname = 'Citing_kind'`,
  )
  const kinds = [...(check?.rule ?? '').matchAll(/'(\w+)'/g)].map(([, kind]) => kind)
  expect(kinds.toSorted()).toEqual(
    Object.values(citingNouns)
      .map(({ row }) => row)
      .toSorted(),
  )
})
