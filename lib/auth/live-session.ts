import { asSystem } from '#lib/db/transaction.ts'
import { isUuid } from '#lib/uuid.ts'

/** Whether a session runs now. Tells nothing of what its person may do: that is decided where it is done. */
export async function isLiveSession(sessionId: string): Promise<boolean> {
  if (!isUuid(sessionId)) return false
  const where = { id: sessionId, endedAt: null, expiresAt: { gt: new Date() } }
  return (await asSystem('sign-in', (tx) => tx.session.count({ where }))) > 0
}
