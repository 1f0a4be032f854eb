import { createHash, randomBytes } from 'node:crypto'
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
  await tx.recordEntry.createMany({ data: links })
  await tx.recordHead.update({ where: { meetingId }, data: { ...head, notesSince: null } })
  return head
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
