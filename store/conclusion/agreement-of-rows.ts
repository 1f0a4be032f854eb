/** Whether the rows of conclusions say what the record tells of them: nobody's answer counts that is not in the chain. */
import type { Conclusion } from '#domain/conclusion/conclusion.ts'
import type { Link } from '#domain/record/chain.ts'
import { readEntry } from '#domain/record/read-entry.ts'
import { replay } from '#domain/record/replay/replay.ts'
import { differenceBetween, differenceLater, type LaterRows, type RowsDifference } from '#domain/record/replay/rows.ts'
import type { ChainedLine } from '#domain/record/replay/told.ts'
import { type Fault, verifyPart } from '#domain/record/verify.ts'
import type { Refusal } from '#domain/refusal.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import { log } from '#lib/log.ts'
import { sha256 } from '#store/record/append.ts'

/** The rows say otherwise than the record: the act is not done, and it is reported. */
export const recordDisagrees = { refused: 'record-disagrees' } as const satisfies Refusal

/** The refusal of an act on rows that contradict their record. */
export type RecordDisagrees = typeof recordDisagrees

/** A conclusion as its rows have it, in the meeting in whose record it stands. */
export interface InRows {
  readonly conclusion: Conclusion
  readonly meetingId: string
  /** What the act rests on besides. */
  readonly later?: LaterRows
}

interface Row {
  meetingId: string
  sequence: number
  at: Date
  payload: string | null
  salt: string | null
  payloadHash: string
  previousHash: string
  hash: string
  /** Conclusions of which it tells; of an entry that was erased, of which it told. */
  of: string[]
  headSequence: number | null
  headHash: string | null
}

/**
 * Replays what the record says of these conclusions, under their locks, and compares. What differs is logged, by ids alone. One
 * statement: the links from the first that tells of one of them to the head, with the payloads of those that name one, whatever
 * the columns beside the payload say.
 *
 * @returns the ids of those that differ.
 */
export async function findDisagreeing(tx: Tx, conclusions: readonly InRows[]): Promise<ReadonlySet<string>> {
  if (conclusions.length === 0) return new Set()
  const rows = Map.groupBy(await readRows(tx, conclusions), ({ meetingId }) => meetingId)
  const differing = conclusions.flatMap(({ conclusion, meetingId, later }) => {
    const differs = differenceIn(conclusion, rows.get(meetingId) ?? [], later)
    if (differs === null) return []
    const { id: conclusionId } = conclusion
    log().error({ meetingId, conclusionId, differs }, 'rows of a conclusion disagree with its record')
    return conclusionId
  })
  return new Set(differing)
}

function readRows(tx: Tx, conclusions: readonly InRows[]): Promise<Row[]> {
  const ids = conclusions.map(({ conclusion }) => conclusion.id)
  const meetingIds = conclusions.map(({ meetingId }) => meetingId)
  return tx.$queryRaw<Row[]>(Prisma.sql`
    SELECT e."meetingId", e.sequence, e.at, e."payloadHash", e."previousHash", e.hash, own.of,
      CASE WHEN own.of <> '{}' THEN e.payload END AS payload, CASE WHEN own.of <> '{}' THEN e.salt END AS salt,
      h.sequence AS "headSequence", h.hash AS "headHash"
    FROM (SELECT "meetingId", min(sequence) AS first FROM "RecordEntry"
      WHERE "conclusionId" = ANY(${ids}::uuid[]) AND "meetingId" = ANY(${meetingIds}::uuid[]) GROUP BY "meetingId") begun
    JOIN "RecordEntry" e ON e."meetingId" = begun."meetingId" AND e.sequence >= begun.first
    LEFT JOIN "RecordHead" h ON h."meetingId" = e."meetingId"
    CROSS JOIN LATERAL (SELECT ARRAY(SELECT one::text FROM unnest(${ids}::uuid[]) one
      WHERE one = e."conclusionId" OR strpos(e.payload, one::text) > 0) AS of) own
    ORDER BY e."meetingId", e.sequence`)
}

function differenceIn(
  conclusion: Conclusion,
  rows: readonly Row[],
  later: LaterRows = {},
): RowsDifference | Fault['fault'] | 'unlawful' | null {
  const fault = faultIn(rows)
  if (fault !== null) return fault
  const { conclusions, lost, fault: unlawful } = replay(linesOf(rows, conclusion.id), conclusion.id)
  if (unlawful !== null || lost.size > 0) return 'unlawful'
  const told = conclusions.get(conclusion.id)
  return differenceBetween(conclusion, told, sha256) ?? (told === undefined ? null : differenceLater(later, told))
}

/** Every link follows from the one before, to the stored head; and the payloads that are read are those that were chained. */
function faultIn(rows: readonly Row[]): Fault['fault'] | null {
  const last = rows.at(-1)
  if (last === undefined) return null
  const { meetingId, headSequence, headHash } = last
  const verdict = verifyPart(rows.map(linkOf), sha256)
  if (verdict !== null) return verdict.fault
  const head = { meetingId, sequence: headSequence, hash: headHash }
  return head.sequence === last.sequence && head.hash === last.hash ? null : 'truncated'
}

function linkOf({ meetingId, sequence, at, payload, salt, payloadHash, previousHash, hash }: Row): Link {
  return { meetingId, sequence, at: at.toISOString(), payload, salt, payloadHash, previousHash, hash }
}

/** What is not written as entries are tells nothing: it is as good as erased. */
function linesOf(rows: readonly Row[], id: string): readonly ChainedLine[] {
  return rows
    .filter((row) => row.of.includes(id))
    .map(({ sequence, at, hash, payload }) => {
      const entry = payload === null ? null : readEntry(payload)
      return { sequence, at: at.toISOString(), hash, entry: entry === null || 'flaw' in entry ? null : entry }
    })
}
