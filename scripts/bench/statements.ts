/** Which statements a view sends to a PostgreSQL server, as the server itself counts them. */
import type { Client } from 'pg'
import { inDatabase } from '#tests/setup/server.ts'
import { median } from './result.ts'

/** Settings with which the server must start. It counts all the time, which costs every statement the same few microseconds. */
export const countingSettings: readonly string[] = [
  'shared_preload_libraries=pg_stat_statements',
  'pg_stat_statements.track_utility=off',
]

/** Views that are counted; the median of an odd number is one of them, whatever a background job does beside one. */
const VIEWS = 5

/** How many statements one `view` sends: all but BEGIN, COMMIT, ROLLBACK and SET, which are no queries. It must be all that runs. */
export function countStatements(url: string, database: string, view: () => Promise<unknown>): Promise<number> {
  return inDatabase(url, database, async (client) => {
    await client.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements')
    const views: number[] = []
    for (let n = 0; n < VIEWS; n++) views.push(await countOne(client, database, view))
    return median(views)
  })
}

async function countOne(client: Client, database: string, view: () => Promise<unknown>): Promise<number> {
  await client.query('SELECT pg_stat_statements_reset()')
  await view()
  const { rows } = await client.query<{ total: number }>(
    `SELECT COALESCE(sum(s.calls), 0)::int AS total FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid
      WHERE d.datname = $1 AND s.query NOT LIKE '%pg_stat_statements%'`,
    [database],
  )
  return rows[0]?.total ?? Number.NaN
}
