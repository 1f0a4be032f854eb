/** Memory that nobody needs any more is given back when nobody waits for an answer. */
import type { Server } from 'node:http'

/** How long nobody asked for anything until it is done, in milliseconds. */
const QUIET_MS = 15_000

/** What the engine offers under `--expose-gc` (scripts/set-up/memory.mjs). */
type Collect = (how: { type: 'major'; execution: 'sync' | 'async'; flavor: 'regular' | 'last-resort' }) => unknown

/**
 * Gives back at once what the start has needed, and later, once after each time of work, what that has needed. Does nothing where the
 * engine does not offer it.
 *
 * @param quietMs how long nobody asks for anything until then; tests wait less.
 */
export function tidyInQuiet(
  server: Server,
  collect: Collect | undefined = globalThis.gc as Collect | undefined,
  quietMs = QUIET_MS,
): void {
  if (collect === undefined) return
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })
  let timer: NodeJS.Timeout | undefined
  const later = () => collect({ type: 'major', execution: 'async', flavor: 'regular' })
  server.on('request', () => {
    timer = timer?.refresh() ?? setTimeout(later, quietMs).unref()
  })
}
