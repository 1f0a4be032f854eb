import { decode, encode } from 'next-auth/jwt'
import { authSecret, settings } from '#lib/settings.ts'
import { cookieName } from './cookie-name.ts'
import { noteOpened, openedBefore } from './opened-seals.ts'

/** Whole days a sign-in lasts; the session's row can end it at any moment before. */
export const sessionDays = 30

/** Whether the instance is served by https, as the configured address says; no header can change that. */
export function isSecure(): boolean {
  return settings().baseUrl.startsWith('https:')
}

/** The cookie that next-auth writes. */
export function sessionCookieName(): string {
  return cookieName('concordance.session', isSecure())
}

/** A Set-Cookie header that signs a browser in: sealed like next-auth's own, so that one function reads both. */
export async function sealedCookie(sessionId: string): Promise<string> {
  const maxAge = sessionDays * 86_400
  const seal = await encode({ token: { sub: sessionId }, secret: authSecret(), maxAge })
  return setCookie(seal, maxAge)
}

/** A Set-Cookie header that makes a browser forget its session. */
export function forgottenCookie(): string {
  return setCookie('', 0)
}

function setCookie(value: string, maxAge: number): string {
  const secure = isSecure() ? '; Secure' : ''
  return `${sessionCookieName()}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure}`
}

/** The session id sealed in a Cookie header, or null. Proves nothing yet: the row must be looked up. */
export async function sessionIdIn(cookieHeader: string): Promise<string | null> {
  const name = sessionCookieName()
  const pair = cookieHeader.split('; ').find((part) => part.startsWith(`${name}=`))
  if (pair === undefined) return null
  return openSeal(pair.slice(name.length + 1))
}

async function openSeal(token: string): Promise<string | null> {
  const secret = authSecret()
  const known = openedBefore(token, secret)
  if (known !== null) return known
  try {
    const claims = await decode({ token, secret })
    if (typeof claims?.sub !== 'string') return null
    if (typeof claims.exp === 'number') noteOpened(token, secret, { sessionId: claims.sub, endsAt: claims.exp * 1000 })
    return claims.sub
  } catch {
    return null
  }
}
