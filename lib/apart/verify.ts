import type { ExportVerdict } from '#domain/record/verify-export.ts'
import { type Bounds, computeApart } from './threads.ts'

/** The heads against which a record is checked. */
export interface Heads {
  /** Stored beside it; null: the record is read as far as a party sees it, and ends where it ends. */
  readonly stored: { readonly sequence: number; readonly hash: string } | null
  /** Of an earlier export, kept elsewhere; null: none was named. */
  readonly exported: { readonly sequence: number; readonly hash: string } | null
}

/** A record as long as it can be is read in that time (lib/api/pace.ts). */
const bounds: Bounds = { time: 120_000, memory: 600 }

/** Checks a record, given as the pieces of its export, in a thread of its own. Null: it took too much. */
export function verifyApart(
  personId: string,
  pieces: AsyncIterable<string>,
  heads: Heads,
): Promise<ExportVerdict | null> {
  return computeApart(personId, 'verify-thread.ts', { data: heads, pieces }, bounds)
}
