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
  const expiresAt = new Date(now.getTime() + sessionDays * 86_400_000)
  const { id } = await tx.session.create({
    data: { personId, method, createdAt: now, lastSeenAt: now, expiresAt },
    select: { id: true },
  })
  return id
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
