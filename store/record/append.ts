import { createHash, randomBytes, randomUUIDv7 } from 'node:crypto'
import { genesisHash, linkAfter as link } from '#domain/record/chain.ts'
import type { RecordEntry } from '#domain/record/entry.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import { takeWaiting } from './waiting-notes.ts'

/** Whose record: a meeting's. */
export interface RecordOf {
  readonly groupId: string
  readonly meetingId: string
}

interface Head {
  readonly sequence: number
  readonly hash: string
  /** Since when notes of the meeting wait to be told; null: none do. */
  readonly notesSince: Date | null
}

/**
 * Appends entries to a meeting's record in the transaction of the act that they tell of, behind the notes that waited to be
 * told. The head's row is locked, last of all locks, so that simultaneous acts get one order and the chain has no fork.
 *
 * @returns the new head.
 */
export async function append(
  tx: Tx,
  { groupId, meetingId }: RecordOf,
  entries: readonly RecordEntry[],
  at: Date,
): Promise<{ sequence: number; hash: string }> {
  const { notesSince, ...before } = await lockHead(tx, groupId, meetingId)
  const waiting = notesSince === null ? [] : await takeWaiting(tx, meetingId)
  if (waiting.length === 0 && entries.length === 0) return before
  let head = before
  const links = [...waiting, ...entries].map((entry) => {
    const next = link({ meetingId, ...head }, { entry, salt: randomBytes(32).toString('hex'), at }, sha256)
    head = { sequence: next.sequence, hash: next.hash }
    return { ...next, groupId, kind: entry.kind, at, size: next.payload?.length ?? 0, ...foundBy(entry) }
  })
  await writeLinks(tx, meetingId, links, head)
  return head
}

/** Writes entries and moves the head behind them; one statement. */
async function writeLinks(
  tx: Tx,
  meetingId: string,
  links: readonly object[],
  { sequence, hash }: { readonly sequence: number; readonly hash: string },
): Promise<void> {
  const rows = links.map((one) => ({ ...one, id: randomUUIDv7() }))
  const moved = await tx.$executeRaw(Prisma.sql`
    WITH told AS (INSERT INTO "RecordEntry" (id, "groupId", "meetingId", sequence, kind, at, payload, salt, "payloadHash",
        "previousHash", hash, "conclusionId", "notedItemId", size)
      SELECT r.id, r."groupId", r."meetingId", r.sequence, r.kind, r.at, r.payload, r.salt, r."payloadHash",
        r."previousHash", r.hash, r."conclusionId", r."notedItemId", r.size
      FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r(id uuid, "groupId" uuid, "meetingId" uuid, sequence int,
        kind text, at timestamptz, payload text, salt text, "payloadHash" text, "previousHash" text, hash text,
        "conclusionId" uuid, "notedItemId" uuid, size int))
    UPDATE "RecordHead" SET sequence = ${sequence}, hash = ${hash}, "notesSince" = NULL WHERE "meetingId" = ${meetingId}::uuid`)
  if (moved !== 1) throw new Error('The head of a record that was locked is not there.')
}

/** SHA-256 of the UTF-8 bytes of a text, in lower-case hex: what domain/ is given where it hashes. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** The columns by which an entry is found. */
function foundBy(entry: RecordEntry): { conclusionId: string | null; notedItemId: string | null } {
  return {
    conclusionId: 'conclusion' in entry ? entry.conclusion.id : null,
    notedItemId: entry.kind === 'note-written' ? entry.item.id : null,
  }
}

async function lockHead(tx: Tx, groupId: string, meetingId: string): Promise<Head> {
  const [head] = await tx.$queryRaw<Head[]>(Prisma.sql`
    INSERT INTO "RecordHead" ("meetingId", "groupId", sequence, hash) VALUES (${meetingId}::uuid, ${groupId}::uuid, 0, ${genesisHash})
    ON CONFLICT ("meetingId") DO UPDATE SET sequence = "RecordHead".sequence
    RETURNING sequence, hash, "notesSince"`)
  if (head === undefined) throw new Error('the head of the record is neither there nor made')
  return head
}
