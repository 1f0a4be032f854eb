/**
 * Whose a session is, as far as this process has looked it up. It opens nothing: limits alone count by it, so that the many
 * sessions of one person count as one.
 */

/** How many sessions are remembered; the oldest goes first. */
const most = 20_000

// The server's bundles each hold a copy of this module; what was looked up is kept on the global object.
const slot = globalThis as { concordanceSessions?: Map<string, string> }

function known(): Map<string, string> {
  slot.concordanceSessions ??= new Map()
  return slot.concordanceSessions
}

/** Remembers whose a session is: who signed in to it, whomever they look at a demo as. */
export function noteSession(sessionId: string, personId: string): void {
  const sessions = known()
  sessions.delete(sessionId)
  sessions.set(sessionId, personId)
  const oldest = sessions.size > most ? sessions.keys().next().value : undefined
  if (oldest !== undefined) sessions.delete(oldest)
}

/** The id of the session's person; undefined: this process has not looked it up. */
export function personOfSession(sessionId: string): string | undefined {
  return known().get(sessionId)
}
