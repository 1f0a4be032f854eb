import { asSystem } from './db/transaction.ts'
import { log } from './log.ts'

/** Whether the database answers. Why it does not is for the log alone. */
export async function isHealthy(): Promise<boolean> {
  try {
    await asSystem('health', (tx) => tx.$queryRaw`SELECT 1`)
    return true
  } catch (error) {
    log().error({ err: error }, 'the database does not answer')
    return false
  }
}
