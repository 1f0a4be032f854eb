import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { Prisma } from '#lib/db/prisma.ts'
import { languageOfGroups, rememberStandings, type StandingRow } from '#lib/db/standings.ts'
import { asWhoReads } from '#lib/db/transaction.ts'
import { provenViewer, type SignInMethod, type Viewer } from '#lib/db/viewer.ts'
import { isUuid } from '#lib/uuid.ts'
import { noteSession } from './known-sessions.ts'
import { sessionIdIn } from './session-cookie.ts'

/**
 * Who asks, for pages, API and streams alike: opens the cookie's seal and looks the session's row up, every time, so that a
 * sign-out or a removal takes effect with the next request. Null: nobody. One statement; a page reads on in its transaction,
 * in which it is known already what the viewer is in their groups.
 */
export async function readViewer(cookieHeader: string): Promise<Viewer | null> {
  const sessionId = await sessionIdIn(cookieHeader)
  if (sessionId === null || !isUuid(sessionId)) return null
  return asWhoReads<Session, Viewer | null>(sessionOf(sessionId, new Date()), async (tx, session) => {
    if (session === null) return null
    const { personId, signedInId, method, isNamed, standings } = session
    const language = session.language ?? languageOfGroups(standings)
    // Whoever looks at a demo as somebody else counts as who they are, and takes nothing of what is theirs.
    noteSession(sessionId, signedInId)
    const viewer = provenViewer({ personId, sessionId, method, language, isNamed })
    if (tx !== null) rememberStandings(tx, viewer, standings)
    return viewer
  })
}

interface Session {
  /** Who signed in, whomever they look at a demo as. */
  readonly signedInId: string
  readonly method: SignInMethod
  /** The language that the person's account names. */
  readonly language: string | null
  readonly isNamed: boolean
  readonly standings: readonly StandingRow[]
}

/** The session that runs now, if it does: whom it names, how they signed in, and what they are in their groups. */
function sessionOf(sessionId: string, now: Date): Prisma.Sql {
  return Prisma.sql`SELECT r."personId", r."signedInId", r.method, r.language, r."isNamed", r.standings
    FROM visibility.reader_of_session(${sessionId}::uuid, ${now}::timestamptz) r`
}

/**
 * The viewer of the page that is being rendered, looked up once per request: read from the header as the API and the server's
 * guard read it, so that of two cookies of one name the same counts for all.
 */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  return readViewer((await headers()).get('cookie') ?? '')
})

/**
 * The viewer of a page that only signed-in people may open; sends everybody else to sign in and back to `path`, and whoever has not
 * said their name to say it first.
 */
export async function requireViewer(path: string): Promise<Viewer> {
  const viewer = (await currentViewer()) ?? redirect(`/sign-in?to=${encodeURIComponent(path)}`)
  return viewer.isNamed ? viewer : redirect(`/welcome?to=${encodeURIComponent(path)}`)
}
