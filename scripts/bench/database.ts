/** What a PostgreSQL server of this machine uses. */
import { inDatabase } from '#tests/setup/server.ts'
import { privateMb, scheduledMs } from './process.ts'

/** Processor time so far of each process of a PostgreSQL server, in milliseconds, by process id. */
export type Effort = ReadonlyMap<number, number>

/**
 * What every process of a PostgreSQL server has used so far, as Linux tells it below /proc. That is more than `pg_stat_statements`
 * counts, which leaves out the parsing, the beginning and the end of a statement, and the protocol. The process that answers this
 * is not in it.
 */
export function effortOf(cluster: string): Promise<Effort> {
  return inDatabase(cluster, 'postgres', async (client) => {
    const { rows } = await client.query<{ pid: number }>(
      'SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()',
    )
    return new Map(
      await Promise.all(rows.map(async ({ pid }) => [pid, await scheduledMs(pid).catch(() => 0)] as const)),
    )
  })
}

/** Processor time between two looks, in milliseconds; what a process used that ended in between is lost. */
export function spentMs(before: Effort, after: Effort): number {
  return [...after].reduce((sum, [pid, ms]) => sum + ms - (before.get(pid) ?? 0), 0)
}

/** The connections that the product keeps open, and the memory of its own that each takes of the server, in MB: the mean. */
export function openConnections(cluster: string): Promise<{ readonly count: number; readonly mb: number }> {
  return inDatabase(cluster, 'postgres', async (client) => {
    const { rows } = await client.query<{ pid: number }>(
      "SELECT pid FROM pg_stat_activity WHERE application_name = 'concordance'",
    )
    const each = await Promise.all(rows.map(({ pid }) => privateMb(pid)))
    return { count: each.length, mb: each.reduce((sum, mb) => sum + mb, 0) / each.length }
  })
}
