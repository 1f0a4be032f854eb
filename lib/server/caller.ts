/** For whom a request counts to the server's guard: a person, or the network of somebody who is not signed in. */
import type { IncomingMessage } from 'node:http'
import { networkOfAddress } from '#lib/api/network.ts'
import { personOfSession } from '#lib/auth/known-sessions.ts'
import { sessionIdIn } from '#lib/auth/session-cookie.ts'

/** Whom a request is counted for. */
export interface Caller {
  /** One name for all requests that count together. */
  readonly name: string
  /** Whose session it is, once it was looked up; null: not known yet, or nobody's. */
  readonly personId: string | null
  /** The address, or the /64 of it, that the request comes from. */
  readonly network: string
  /** Of a sealed cookie; whether the session still runs is not known yet. */
  readonly sessionId: string | null
}

/**
 * A cookie that this instance sealed counts for its session's person, without a look into the database: who that is, was
 * noted when the session was looked up last. A cookie that anybody could have made counts for nobody.
 */
export async function callerOf({ headers }: IncomingMessage): Promise<Caller> {
  const network = networkOfAddress(String(headers['x-forwarded-for'] ?? ''))
  const sessionId = await sessionIdIn(headers.cookie ?? '')
  if (sessionId === null) return { name: `network ${network}`, personId: null, network, sessionId }
  const personId = personOfSession(sessionId) ?? null
  return { name: `person ${personId ?? sessionId}`, personId, network, sessionId }
}
