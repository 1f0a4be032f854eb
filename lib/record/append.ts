import { createHash, randomBytes } from 'node:crypto'
import { genesisHash, append as link } from '#domain/record/chain.ts'
import type { RecordEntry } from '#domain/record/entry.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'

/** Whose record: a meeting's. */
export interface RecordOf {
  readonly groupId: string
  readonly meetingId: string
}

/**
 * Appends entries to a meeting's record in the transaction of the act that they tell of. The head's row is locked, last of
 * all locks, so that simultaneous acts get one order and the chain has no fork.
 *
 * @returns the new head.
 */
export async function append(
  tx: Tx,
  { groupId, meetingId }: RecordOf,
  entries: readonly RecordEntry[],
  at: Date,
): Promise<{ sequence: number; hash: string }> {
  let head = await lockHead(tx, groupId, meetingId)
  if (entries.length === 0) return head
  const links = entries.map((entry) => {
    const next = link({ meetingId, ...head }, { entry, salt: randomBytes(32).toString('hex'), at }, sha256)
    head = { sequence: next.sequence, hash: next.hash }
    const conclusionId = 'conclusion' in entry ? entry.conclusion.id : null
    return { ...next, groupId, kind: entry.kind, at, conclusionId }
  })
  await tx.recordEntry.createMany({ data: links })
  await tx.recordHead.update({ where: { meetingId }, data: head })
  return head
}

/** SHA-256 of the UTF-8 bytes of a text, in lower-case hex: what domain/ is given where it hashes. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

async function lockHead(tx: Tx, groupId: string, meetingId: string): Promise<{ sequence: number; hash: string }> {
  const [head] = await tx.$queryRaw<{ sequence: number; hash: string }[]>(Prisma.sql`
    INSERT INTO "RecordHead" ("meetingId", "groupId", sequence, hash) VALUES (${meetingId}::uuid, ${groupId}::uuid, 0, ${genesisHash})
    ON CONFLICT ("meetingId") DO UPDATE SET sequence = "RecordHead".sequence
    RETURNING sequence, hash`)
  if (head === undefined) throw new Error('the head of the record is neither there nor made')
  return head
}
