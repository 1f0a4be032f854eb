import { mostIn } from '#domain/limits.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { asSystem } from '#lib/db/transaction.ts'
import type { SignInMethod, Viewer } from '#lib/db/viewer.ts'
import { sessionDays } from './session-cookie.ts'

/** Starts a session and ends the one that the same browser had (`before`). Returns the new session's id. */
export async function startSession(
  tx: Tx,
  personId: string,
  method: SignInMethod,
  now: Date,
  before: string | null,
): Promise<string> {
  if (before !== null) await tx.session.updateMany({ where: { id: before, endedAt: null }, data: { endedAt: now } })
  await endOldest(tx, personId, now)
  const expiresAt = new Date(now.getTime() + sessionDays * 86_400_000)
  const { id } = await tx.session.create({
    data: { personId, method, createdAt: now, lastSeenAt: now, expiresAt },
    select: { id: true },
  })
  return id
}

/** Of one person's sessions the oldest end before there are too many. */
async function endOldest(tx: Tx, personId: string, now: Date): Promise<void> {
  const live = { personId, endedAt: null, expiresAt: { gt: now } }
  const beyond = await tx.session.findMany({
    where: live,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    skip: mostIn.sessions - 1,
    take: 100,
    select: { id: true },
  })
  if (beyond.length === 0) return
  await tx.session.updateMany({ where: { id: { in: beyond.map(({ id }) => id) } }, data: { endedAt: now } })
}

/** Ends the viewer's session, or every session of whoever signed in to it. The next request finds none. */
export async function endSessions({ sessionId }: Viewer, which: 'this' | 'all'): Promise<void> {
  await asSystem(
    'sign-in',
    async (tx) => {
      const { personId } = await tx.session.findUniqueOrThrow({ where: { id: sessionId }, select: { personId: true } })
      const where = which === 'this' ? { id: sessionId } : { personId }
      await tx.session.updateMany({ where: { ...where, endedAt: null }, data: { endedAt: new Date() } })
    },
    { write: true },
  )
}
