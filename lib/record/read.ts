import type { Link } from '#domain/record/chain.ts'
import type { RecordEntry, RecordLine } from '#domain/record/entry.ts'
import type { Tx } from '#lib/db/prisma.ts'

/** Which part of a record; without bounds the whole. */
export interface Part {
  readonly first?: number
  /** Up to and including. */
  readonly last?: number
  /** What is closed to the reader: these links keep their place without what they say. Absent: nothing is. */
  readonly closed?: (line: RecordLine) => boolean
}

/** The links of a meeting's record in their order; one statement. */
export async function readLinks(
  tx: Tx,
  meetingId: string,
  { first = 1, last, closed }: Part = {},
): Promise<readonly Link[]> {
  const rows = await tx.recordEntry.findMany({
    where: { meetingId, sequence: { gte: first, ...(last === undefined ? {} : { lte: last }) } },
    orderBy: { sequence: 'asc' },
    select: { sequence: true, at: true, payload: true, salt: true, payloadHash: true, previousHash: true, hash: true },
  })
  const links = rows.map((row): Link => ({ ...row, meetingId, at: row.at.toISOString() }))
  if (closed === undefined) return links
  return links.map((link) => (linesOf([link]).some(closed) ? { ...link, payload: null, salt: null } : link))
}

/** What the links say. Only this program writes payloads, and the chain shows when one was changed. */
export function linesOf(links: readonly Link[]): readonly RecordLine[] {
  return links.map(({ sequence, at, payload }) => ({
    sequence,
    at,
    entry: payload === null ? null : (JSON.parse(payload) as RecordEntry),
  }))
}
