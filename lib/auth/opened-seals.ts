/**
 * Seals of cookies that this process has opened: to open one takes three turns of the event loop and a fiftieth of a page, and every
 * request needs it twice. It proves nothing more than opening does: whether the session runs is looked up each time.
 */
import { createHash } from 'node:crypto'

/** How many are remembered; the oldest goes first. */
const most = 10_000

/** What stood in a seal. */
interface Opened {
  readonly sessionId: string
  /** From when on it is void, in milliseconds since 1970. */
  readonly endsAt: number
}

// The server's bundles each hold a copy of this module; what was opened is kept on the global object.
const slot = globalThis as { concordanceSeals?: Map<string, Opened> }

function opened(): Map<string, Opened> {
  slot.concordanceSeals ??= new Map()
  return slot.concordanceSeals
}

/** The session in a seal that was opened with this secret and is not void yet; null: it must be opened. */
export function openedBefore(token: string, secret: string): string | null {
  const known = opened().get(keyOf(token, secret))
  return known !== undefined && known.endsAt > Date.now() ? known.sessionId : null
}

/** Remembers what stood in a seal. */
export function noteOpened(token: string, secret: string, seal: Opened): void {
  const seals = opened()
  seals.set(keyOf(token, secret), seal)
  const oldest = seals.size > most ? seals.keys().next().value : undefined
  if (oldest !== undefined) seals.delete(oldest)
}

/** The seal itself is not kept: whoever came to read this memory could sign in with it. */
function keyOf(token: string, secret: string): string {
  return createHash('sha256').update(secret).update('\0').update(token).digest('base64')
}
