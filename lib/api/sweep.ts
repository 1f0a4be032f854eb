import { asSystem } from '#lib/db/transaction.ts'

const day = 86_400_000

/** Deletes what has served its time: counters, kept answers, sign-in links, and sessions a month after their end. */
export async function sweepExpired(now: Date): Promise<void> {
  const before = (days: number) => ({ lt: new Date(now.getTime() - days * day) })
  await asSystem(
    'jobs',
    async (tx) => {
      await tx.rateLimiterFlexible.deleteMany({ where: { expire: before(0) } })
      await tx.idempotencyKey.deleteMany({ where: { createdAt: before(1) } })
      await tx.signInLink.deleteMany({ where: { expiresAt: before(1) } })
      await tx.session.deleteMany({ where: { expiresAt: before(30) } })
    },
    { write: true },
  )
}
