/**
 * Loaded into a server before anything else: writes each statement, with the address of the page or the act for which it
 * reaches the database, as a line of JSON to the file that STATEMENTS_FILE names. A line is there before the answer is.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { subscribe } from 'node:diagnostics_channel'
import { appendFileSync } from 'node:fs'

const asked = new AsyncLocalStorage()

subscribe('http.server.request.start', ({ request }) => asked.enterWith(request.url))
subscribe('concordance:statement', (sql) => {
  const url = asked.getStore()
  if (url !== undefined) appendFileSync(String(process.env.STATEMENTS_FILE), `${JSON.stringify({ url, sql })}\n`)
})
