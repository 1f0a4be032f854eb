import { Client } from 'pg'
import { log } from '#lib/log.ts'
import { settings } from '#lib/settings.ts'
import { channel } from './rows.ts'

/** How long a lost connection is left alone, in milliseconds. What is committed meanwhile is found by looking. */
const pause = 10_000

/**
 * Hears of what other processes commit, on a connection of its own; an embedded database has no other process.
 *
 * @returns ends it.
 */
export function listen(wake: () => void): () => Promise<void> {
  const { databaseUrl: connectionString } = settings()
  if (connectionString === undefined) return async () => {}
  let over = false
  let client: Client | undefined
  const again = (error: unknown) => {
    if (over) return
    log().warn({ err: error }, 'the outbox does not hear of other processes for a moment')
    setTimeout(connect, pause).unref()
  }
  const connect = () => {
    const next = new Client({ connectionString, application_name: 'concordance outbox', keepAlive: true })
    client = next
    let lost = false
    const lose = (error: unknown) => {
      if (lost) return
      lost = true
      next.end().catch(() => {})
      again(error)
    }
    next.on('notification', wake)
    next.on('error', lose)
    next.on('end', () => lose(new Error('The connection ended.')))
    next
      .connect()
      .then(() => next.query(`LISTEN ${channel}`))
      .then(wake, lose)
  }
  connect()
  return async () => {
    over = true
    await client?.end()
  }
}
