/** The statements by which something is read or done. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { subscribe } from 'node:diagnostics_channel'

const noted = new AsyncLocalStorage<string[]>()
const brackets = ['BEGIN', 'COMMIT', 'ROLLBACK']

subscribe('concordance:statement', (sql) => {
  if (typeof sql === 'string' && !brackets.includes(sql)) noted.getStore()?.push(sql)
})

/**
 * Runs `work` and returns, with its result, the text of every statement that reached the database, in order. BEGIN, COMMIT
 * and ROLLBACK are left out; the statement that names the viewer counts.
 */
export async function countStatements<T>(
  work: () => Promise<T>,
): Promise<{ result: T; statements: readonly string[] }> {
  const statements: string[] = []
  const result = await noted.run(statements, work)
  return { result, statements }
}
