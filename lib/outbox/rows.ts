/** The rows of the outbox: written by an act, taken by one process at a time, and gone once everybody was told. */
import { randomUUID, randomUUIDv7 } from 'node:crypto'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import { asSystem } from '#lib/db/transaction.ts'
import type { OutboxMessage } from './message.ts'

/** A message that this process works on. */
export interface Taken extends OutboxMessage {
  readonly id: string
  /** How often it has failed. */
  readonly failures: number
  /** Under which this process holds it; another one gets another. */
  readonly lease: string
}

/** How long a message is held without a word, in seconds: a process that was killed keeps it from others no longer. */
const leaseSeconds = 30

/** Seconds from one failure to the next attempt; after the last of them the message is parked. */
const pauses = [5, 30, 120, 600, 3_600, 14_400, 43_200] as const

const write = { write: true }

/** Leaves messages, in the transaction of the act that they tell of. One statement, or none. */
export async function writeMessages(tx: Tx, messages: readonly OutboxMessage[]): Promise<void> {
  if (messages.length === 0) return
  const rows = messages.map((message, place) => ({ ...message, place, id: randomUUIDv7() }))
  // Also wakes the other processes, when the transaction is committed.
  await tx.$queryRaw(Prisma.sql`
    WITH made AS (INSERT INTO "OutboxMessage" (id, "groupId", "aggregateId", event, ids)
      SELECT r.id, r."groupId", r."aggregateId", r.event, r.ids FROM json_to_recordset(${JSON.stringify(rows)}::json)
        AS r(place int, id uuid, "groupId" uuid, "aggregateId" uuid, event text, ids jsonb)
      ORDER BY r.place RETURNING id)
    SELECT pg_notify(${channel}, '') IS NULL AS woken FROM made LIMIT 1`)
}

/** The channel on which a commit tells other processes that something waits. */
export const channel = 'concordance_outbox'

/**
 * Takes the next message that is due and that no other waits before; null: there is none. Of any number of processes one gets
 * it, also when the one that had it was killed. A parked one keeps those behind it from nothing.
 */
export async function take(): Promise<Taken | null> {
  const lease = randomUUID()
  const [taken] = await asSystem(
    'outbox',
    (tx) =>
      tx.$queryRaw<Taken[]>(Prisma.sql`UPDATE "OutboxMessage" o
        SET lease = ${lease}::uuid, "leasedUntil" = now() + make_interval(secs => ${leaseSeconds})
        WHERE o.id = (SELECT w.id FROM "OutboxMessage" w
          WHERE w."parkedAt" IS NULL AND w."dueAt" <= now() AND (w."leasedUntil" IS NULL OR w."leasedUntil" <= now())
            AND NOT EXISTS (SELECT 1 FROM "OutboxMessage" b
              WHERE b."aggregateId" = w."aggregateId" AND b.sequence < w.sequence AND b."parkedAt" IS NULL)
          ORDER BY w.sequence LIMIT 1 FOR UPDATE OF w SKIP LOCKED)
        RETURNING o.id, o."groupId", o."aggregateId", o.event, o.ids, o.failures, o.lease`),
    write,
  )
  return taken ?? null
}

/** Holds a message for longer. False: another process has it, because this one was silent for too long, or it is gone. */
export async function renew({ id, lease }: Taken): Promise<boolean> {
  const renewed = await asSystem(
    'outbox',
    (tx) => tx.$executeRaw`UPDATE "OutboxMessage" SET "leasedUntil" = now() + make_interval(secs => ${leaseSeconds})
      WHERE id = ${id}::uuid AND lease = ${lease}::uuid`,
    write,
  )
  return renewed === 1
}

/** Those who were told of a message by this processor, or cannot be, by id. */
export async function toldBy({ id: messageId }: Taken, processor: string): Promise<ReadonlySet<string>> {
  const rows = await asSystem('outbox', (tx) =>
    tx.outboxDelivery.findMany({ where: { messageId, processor }, select: { recipientId: true } }),
  )
  return new Set(rows.map(({ recipientId }) => recipientId))
}

/** Keeps that somebody was told, or cannot be. */
export async function keepOutcome(
  { id: messageId, groupId }: Taken,
  delivered: { readonly processor: string; readonly recipientId: string; readonly outcome: 'told' | 'unreachable' },
): Promise<void> {
  const data = [{ messageId, groupId, ...delivered }]
  await asSystem('outbox', (tx) => tx.outboxDelivery.createMany({ data, skipDuplicates: true }), write)
}

/** Everybody was told: the message goes. */
export async function finish({ id, lease }: Taken): Promise<void> {
  await asSystem('outbox', (tx) => tx.outboxMessage.deleteMany({ where: { id, lease } }), write)
}

/** It failed: it is tried again after a while, longer every time, and in the end parked. Returns whether it was. */
export async function postpone({ id, lease, failures }: Taken): Promise<boolean> {
  const seconds = pauses[failures]
  await asSystem(
    'outbox',
    (tx) =>
      tx.$executeRaw(Prisma.sql`UPDATE "OutboxMessage" SET failures = failures + 1, lease = NULL, "leasedUntil" = NULL,
      "dueAt" = now() + make_interval(secs => ${seconds ?? 0}),
      "parkedAt" = CASE WHEN ${seconds === undefined} THEN now() END
      WHERE id = ${id}::uuid AND lease = ${lease}::uuid`),
    write,
  )
  return seconds === undefined
}

/** Takes all leases away: for a process that is alone with its database, and so holds all that is held. */
export async function endLeases(): Promise<void> {
  await asSystem(
    'outbox',
    (tx) => tx.outboxMessage.updateMany({ where: { lease: { not: null } }, data: { lease: null, leasedUntil: null } }),
    write,
  )
}

/** How many messages are parked. */
export function countParked(): Promise<number> {
  return asSystem('outbox', (tx) => tx.outboxMessage.count({ where: { parkedAt: { not: null } } }))
}
