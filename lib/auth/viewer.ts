import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import type { Tx } from '#lib/db/prisma.ts'
import { asSystem } from '#lib/db/transaction.ts'
import { provenViewer, type SignInMethod, type Viewer } from '#lib/db/viewer.ts'
import { liveInDemoOnly } from './perspective.ts'
import { sessionCookieName, sessionIdIn } from './session-cookie.ts'

/**
 * Who asks, for pages, API and streams alike: opens the cookie's seal and looks the session's row up, every time, so that a
 * sign-out or a removal takes effect with the next request. Null: nobody.
 */
export async function readViewer(cookieHeader: string): Promise<Viewer | null> {
  const sessionId = await sessionIdIn(cookieHeader)
  return sessionId === null ? null : asSystem('sign-in', (tx) => viewerOf(tx, sessionId))
}

async function viewerOf(tx: Tx, sessionId: string): Promise<Viewer | null> {
  const session = await tx.session.findFirst({
    where: { id: sessionId, endedAt: null, expiresAt: { gt: new Date() } },
    select: { personId: true, actsAsId: true, method: true },
  })
  if (session === null) return null
  const { personId, actsAsId } = session
  if (actsAsId !== null && (await liveInDemoOnly(tx, [personId, actsAsId])))
    return provenViewer({ personId: actsAsId, sessionId, method: 'demo' })
  return provenViewer({ personId, sessionId, method: session.method as SignInMethod })
}

/** The viewer of the page that is being rendered, looked up once per request. */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  const name = sessionCookieName()
  const value = (await cookies()).get(name)?.value
  return value === undefined ? null : readViewer(`${name}=${value}`)
})

/** The viewer of a page that only signed-in people may open; sends everybody else to sign in and back to `path`. */
export async function requireViewer(path: string): Promise<Viewer> {
  return (await currentViewer()) ?? redirect(`/sign-in?to=${encodeURIComponent(path)}`)
}
