import { oneOf } from '#lib/db/one-of.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { type SignInMethod, signInMethods, type Viewer } from '#lib/db/viewer.ts'
import { proveMyGroups } from '#store/access/group.ts'
import { readAddresses } from '#store/party/addresses.ts'

/** The signed-in person's own account. */
export interface Account {
  name: string
  email: string
  timeZone: string | null
  /** Tag of the language in which the interface speaks to them; null: that of their group, or of the browser. */
  language: string | null
  /** IANA zone in which their sessions are told: their own, else where they take part first. */
  viewerZone: string
  isInstanceAdmin: boolean
  /** Looks at the demo as this person: nothing of the account can be changed. */
  isPerspective: boolean
  /** Where this person is signed in, newest first; at most 50. */
  sessions: { id: string; method: SignInMethod; createdAt: string; isThis: boolean }[]
}

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
