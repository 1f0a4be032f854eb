import type { Conclusion } from '#domain/conclusion/conclusion.ts'
import type { LaterRows } from '#domain/record/replay/rows.ts'
import type { ExportVerdict } from '#domain/record/verify-export.ts'
import { type Bounds, computeApart } from './threads.ts'

/** As of an exported record; and of a conclusion whose rows say otherwise than its record, by the title in its row. */
export type StoredVerdict =
  | ExportVerdict
  | { readonly intact: false; readonly fault: 'rows-differ'; readonly title: string }

/** A conclusion as its rows have it, with what happened after its adoption. */
export interface StoredConclusion {
  readonly conclusion: Conclusion
  readonly later: LaterRows
}

/** Against what a record is checked. */
export interface Against {
  /** Stored beside it; null: the record is read as far as a party sees it, and ends where it ends. */
  readonly stored: { readonly sequence: number; readonly hash: string } | null
  /** Of an earlier export, kept elsewhere; null: none was named. */
  readonly exported: { readonly sequence: number; readonly hash: string } | null
  /** All conclusions of the meeting, each of which must say what the record tells; null: they are not compared. */
  readonly rows: readonly StoredConclusion[] | null
}

/** A record as long as it can be is read in that time (lib/api/throttle.ts). */
const bounds: Bounds = { time: 120_000, memory: 600 }

/** Checks a record, given as the pieces of its export, in a thread of its own. Null: it took too much. */
export function verifyApart(
  personId: string,
  pieces: AsyncIterable<string>,
  against: Against,
): Promise<StoredVerdict | null> {
  return computeApart(personId, 'verify-thread.ts', { data: against, pieces }, bounds)
}
