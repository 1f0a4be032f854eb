/**
 * How many transactions of this process write at once. Acts on one meeting wait for each other in the database, each with a connection in
 * its hands: two hundred people who answer one version at once would leave none to whoever only looks, and the last of them would be
 * refused because none came free in time. Beyond this number they wait here, in the order in which they came.
 */

/** Of ten connections (connection.ts) three stay for those who look. */
const MOST = 7

// The server's bundles each hold a copy of this module; the connections are the process's.
const slot = globalThis as { concordanceWrites?: { running: number; readonly waiting: (() => void)[] } }

/** Runs `write` in its turn. */
export async function inWriteTurn<T>(write: () => Promise<T>): Promise<T> {
  slot.concordanceWrites ??= { running: 0, waiting: [] }
  const turns = slot.concordanceWrites
  if (turns.running < MOST) turns.running += 1
  else await new Promise<void>((resolve) => turns.waiting.push(resolve))
  try {
    return await write()
  } finally {
    // Whoever waits takes the turn over.
    const next = turns.waiting.shift()
    if (next === undefined) turns.running -= 1
    else next()
  }
}
