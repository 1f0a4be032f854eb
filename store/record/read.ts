import type { Link } from '#domain/record/chain.ts'
import type { RecordEntry, RecordKind, RecordLine } from '#domain/record/entry.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import { waitingNotes } from './waiting-notes.ts'

/** Which part of a record; without bounds the whole. */
export interface Part {
  readonly first?: number
  /** Up to and including. */
  readonly last?: number
  /** What is closed to the reader: these links keep their place without what they say. Absent: nothing is. */
  readonly closed?: (line: RecordLine) => boolean
}

/** How much of a record one statement reads: entries, and the characters beyond which no further one is begun. */
export const batchOf = { entries: 200, characters: 100_000 } as const

/** A link as it is stored, with what finds it: both outlive an erased payload. What is closed to its reader names no conclusion. */
export interface StoredLink extends Link {
  readonly kind: string
  readonly conclusionId: string | null
}

/**
 * The next links of a record from `first` on, as many as a batch holds and at least one; none: it is at its end. The chain only
 * grows, so that batches up to one head are one record, in however many transactions they are read. One statement.
 */
export async function readBatch(
  tx: Tx,
  meetingId: string,
  { first, last, closed }: Required<Pick<Part, 'first' | 'last'>> & { readonly closed: Part['closed'] | undefined },
): Promise<readonly StoredLink[]> {
  const end = Math.min(last, first + batchOf.entries - 1)
  const rows = await tx.$queryRaw<(Omit<StoredLink, 'at'> & { at: Date })[]>(Prisma.sql`
    SELECT "meetingId", sequence, kind, at, payload, salt, "payloadHash", "previousHash", hash, "conclusionId" FROM (
      SELECT e.*, sum(size) OVER (ORDER BY sequence) - size AS before FROM "RecordEntry" e
      WHERE "meetingId" = ${meetingId}::uuid AND sequence BETWEEN ${first} AND ${end}) b
    WHERE before < ${batchOf.characters} ORDER BY sequence`)
  const links = rows.map((row) => ({ ...row, at: row.at.toISOString() }))
  return links.map((link) =>
    isClosed(link, closed) ? { ...link, payload: null, salt: null, conclusionId: null } : link,
  )
}

function isClosed(link: Link, closed: Part['closed']): boolean {
  return closed !== undefined && linesOf([link]).some(closed)
}

/** The links of a part that is known to be short, such as a page, in their order; one statement. */
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
  return links.map((link) => (isClosed(link, closed) ? { ...link, payload: null, salt: null } : link))
}

/** What the links say. Only this program writes payloads, and the chain shows when one was changed. */
export function linesOf(links: readonly Pick<Link, 'sequence' | 'at' | 'payload'>[]): readonly RecordLine[] {
  return links.map(({ sequence, at, payload }) => ({
    sequence,
    at,
    entry: payload === null ? null : (JSON.parse(payload) as RecordEntry),
  }))
}

/** What minutes are made of. */
export interface MinutesLines {
  readonly lines: readonly RecordLine[]
  /** The last entry; null: nothing is recorded. */
  readonly head: { readonly sequence: number; readonly hash: string } | null
}

/** Each of these takes the place of the one before. */
const replacing = [
  'time-offered',
  'offer-declined',
  'rescheduled',
  'venue-changed',
  'description-changed',
  'statement-minutes-changed',
  'resolution-limit-changed',
] as const satisfies readonly RecordKind[]

interface Row {
  sequence: number
  at: Date
  payload: string | null
  /** Null: the notes wait to be told, and stand behind what is recorded. */
  hash: string | null
}

/**
 * What the minutes of a record are made of; one statement. Of the notes of an item, of the versions of a conclusion, of the
 * agendas and of the plans it reads the last alone, up to the last putting of the minutes: what came before them shows nowhere. What comes
 * after that is read whole, for it may be an annex. Of a record without end also the notes that wait to be told.
 */
export async function readMinutes(tx: Tx, meetingId: string, { first = 1, last }: Part): Promise<MinutesLines> {
  const end = last ?? 2_147_483_647
  const rows = await tx.$queryRaw<Row[]>(Prisma.sql`
    WITH own AS (SELECT id, sequence, kind, payload IS NULL AS erased, CASE kind
        WHEN 'note-written' THEN "notedItemId"::text WHEN 'version-made' THEN "conclusionId"::text
        WHEN 'agenda-changed' THEN 'agenda' WHEN 'opened' THEN 'agenda'
        ELSE CASE WHEN kind = ANY(${[...replacing]}::text[]) THEN kind END END AS thing,
        COALESCE(max(sequence) FILTER (WHERE kind = 'record-put') OVER (), ${end}) AS put
      FROM "RecordEntry" WHERE "meetingId" = ${meetingId}::uuid AND sequence BETWEEN ${first} AND ${end}),
    marked AS (SELECT own.*,
        max(sequence) FILTER (WHERE NOT erased AND sequence <= put) OVER (PARTITION BY thing) AS latest FROM own)
    SELECT e.sequence, e.at, e.payload, e.hash FROM marked m
      JOIN "RecordEntry" e ON e.id = m.id
      WHERE m.thing IS NULL OR m.erased OR m.kind = 'opened' OR m.sequence > m.put OR m.sequence = m.latest
    UNION ALL SELECT h.sequence + w.place, h."notesSince", w.payload, NULL FROM (${waitingNotes(meetingId)}) w
      JOIN "RecordHead" h ON h."meetingId" = ${meetingId}::uuid
      WHERE ${last === undefined} AND h."notesSince" IS NOT NULL
    ORDER BY sequence`)
  const told = rows.findLast((row) => row.hash !== null)
  return {
    lines: linesOf(rows.map((row) => ({ ...row, at: row.at.toISOString() }))),
    head: told === undefined ? null : { sequence: told.sequence, hash: told.hash ?? '' },
  }
}
