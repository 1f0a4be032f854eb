/** Which request's act is being carried out, so that its own transaction can say under its key that it was done. */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Tx } from '#lib/db/prisma.ts'

/** The key under which somebody sent a request. */
export interface RequestKey {
  readonly personId: string
  readonly key: string
}

/** Stands in the place of an answer's status from the commit of the act until the answer is kept. */
export const actedStatus = 102

const here = new AsyncLocalStorage<RequestKey>()

/** Carries out what a request asks, under its key. */
export function actingUnder<T>(key: RequestKey, work: () => Promise<T>): Promise<T> {
  return here.run(key, work)
}

/**
 * Says in the transaction of an act that the request that asked for it has acted: whatever becomes of its answer, or of the process, it
 * never acts a second time. Nothing where no request with a key asked.
 */
export async function noteActed(tx: Tx): Promise<void> {
  const key = here.getStore()
  if (key === undefined) return
  await tx.idempotencyKey.updateMany({ where: { ...key, status: null }, data: { status: actedStatus } })
}
