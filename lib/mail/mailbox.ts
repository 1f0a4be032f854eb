import type { Letter } from './mail.ts'

/** A message that no mail server took, as it was printed. */
export interface KeptLetter extends Letter {
  readonly at: Date
}

const most = 50

// The server's bundles each hold a copy of this module; they share the letters through the global object.
const slot = globalThis as { concordanceMailbox?: KeptLetter[] }

/** What was printed for want of a mail server, newest first; at most fifty, and nothing in production. */
export function keptLetters(): readonly KeptLetter[] {
  return slot.concordanceMailbox ?? []
}

/** Keeps a letter for the development server's page. */
export function keepLetter(letter: Letter): void {
  if (process.env.NODE_ENV === 'production') return
  slot.concordanceMailbox = [{ ...letter, at: new Date() }, ...keptLetters()].slice(0, most)
}
