import { startUpEmail } from '#lib/auth/start-up-link.ts'
import { oneOf } from '#lib/db/one-of.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { type SignInMethod, signInMethods, type Viewer } from '#lib/db/viewer.ts'
import { proveMyGroups } from '#store/access/group.ts'
import { readAddresses } from '#store/party/addresses.ts'
import type { Account } from './views.ts'

/** Whether somebody may say another address without a proof: who runs the instance and signed in by its start-up link. */
export function mayMove({ isInstanceAdmin }: { readonly isInstanceAdmin: boolean }, method: SignInMethod): boolean {
  return isInstanceAdmin && method === 'start-up-link'
}

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
    hasOwnAddress: email !== startUpEmail,
    isPerspective: viewer.method === 'demo',
    can: { changeAddress: mayMove(account, viewer.method) },
    // Whoever looks at the demo as another learns nothing of where that other is signed in.
    sessions: (viewer.method === 'demo' ? [] : sessions).map(({ id, method, createdAt }) => ({
      id,
      method: oneOf(signInMethods, method),
      createdAt: createdAt.toISOString(),
      isThis: id === viewer.sessionId,
    })),
  }
}
