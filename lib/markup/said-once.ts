/**
 * What stands in a page as prepared HTML is said once: in the markup of the document, and not a second time in what the framework
 * sends for the browser's own rendering. While the document is rendered, the markup waits here under a name of its content, for that one
 * answer; nothing is kept beyond it, so that nothing is shared between people.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'

/** One answer of the server that is being made. */
interface Answer {
  /** It is a whole document; otherwise the data of a page for the router in the browser, which has no markup beside it. */
  readonly isDocument: boolean
  readonly markup: Map<string, string>
}

/**
 * Server components, client components and the server around both are each loaded as modules of their own: what they share is found
 * under this name (components/markup/kept-markup.tsx reads it, which the browser has too).
 */
const shared = Symbol.for('concordance.markup-of-answer')

const holder = globalThis as { [shared]?: AsyncLocalStorage<Answer> }

function answers(): AsyncLocalStorage<Answer> {
  holder[shared] ??= new AsyncLocalStorage()
  return holder[shared]
}

/** What tells when an answer is over: sent, or given up. */
interface Ending {
  once(event: 'close', over: () => void): unknown
}

/** Runs what answers a request, so that prepared HTML finds its way into the document; when the answer is over, it is forgotten. */
export function answering<T>(isDocument: boolean, response: Ending, answer: () => T): T {
  const markup = new Map<string, string>()
  // What the request opened and others use after it, such as a connection to the database, still knows of it.
  response.once('close', () => markup.clear())
  return answers().run({ isDocument, markup }, answer)
}

/** Lays markup down for the document that is being made, and names it; null: there is none, and the markup must go with the data. */
export function layDown(markup: string): string | null {
  const answer = answers().getStore()
  if (answer?.isDocument !== true) return null
  const name = nameOf(markup)
  answer.markup.set(name, markup)
  return name
}

/** A name that only this markup has: for the same words the same, at any time. */
function nameOf(markup: string): string {
  return createHash('sha256').update(markup).digest('base64url').slice(0, 22)
}
