import { oneOf } from '#lib/db/one-of.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { signInMethods, type Viewer } from '#lib/db/viewer.ts'
import { proveMyGroups } from '#store/access/group.ts'
import { readAddresses } from '#store/party/addresses.ts'
import type { Account } from './views.ts'

/** The account of the viewer; one statement. */
export async function findAccount(tx: Tx, viewer: Viewer, now: Date): Promise<Account> {
  const [first] = await proveMyGroups(tx, viewer)
  const person = await tx.person.findUniqueOrThrow({
    where: { id: viewer.personId },
    relationLoadStrategy: 'join',
    select: {
      name: true,
      timeZone: true,
      language: true,
      isInstanceAdmin: true,
      sessions: {
        where: { endedAt: null, expiresAt: { gt: now } },
        orderBy: { createdAt: 'desc' },
        take: 50,
        select: { id: true, method: true, createdAt: true },
      },
    },
  })
  const { sessions, ...account } = person
  const email = (await readAddresses(tx, [viewer.personId])).get(viewer.personId) ?? ''
  return {
    ...account,
    email,
    viewerZone: account.timeZone ?? first?.zone ?? 'UTC',
    isPerspective: viewer.method === 'demo',
    sessions: sessions.map(({ id, method, createdAt }) => ({
      id,
      method: oneOf(signInMethods, method),
      createdAt: createdAt.toISOString(),
      isThis: id === viewer.sessionId,
    })),
  }
}
