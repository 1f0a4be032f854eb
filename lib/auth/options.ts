import type { NextAuthOptions } from 'next-auth'
import credentials from 'next-auth/providers/credentials'
import { authSecret, settings } from '#lib/settings.ts'
import { cookieName } from './cookie-name.ts'
import { isSecure, sessionCookieName, sessionDays, sessionIdIn } from './session-cookie.ts'
import { redeemSignInLink } from './sign-in-links.ts'

/**
 * next-auth seals and sets the cookie; who somebody is, is decided by the session's row (lib/auth/viewer.ts). The only way
 * in is a single-use token. No passwords, no e-mail provider, no adapter.
 */
export function authOptions(): NextAuthOptions {
  // next-auth reads its own address from here and nowhere else: no Host header has a say (SECURITY.md, attack 21).
  process.env.NEXTAUTH_URL = settings().baseUrl
  return {
    secret: authSecret(),
    useSecureCookies: isSecure(),
    session: { strategy: 'jwt', maxAge: sessionDays * 86_400 },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    cookies: {
      sessionToken: {
        name: sessionCookieName(),
        options: cookieOptions(),
      },
      callbackUrl: { name: cookieName('next-auth.callback-url', isSecure()), options: cookieOptions() },
      csrfToken: { name: cookieName('next-auth.csrf-token', isSecure()), options: cookieOptions() },
    },
    providers: [
      credentials({
        id: 'link',
        name: 'link',
        credentials: { token: {} },
        authorize: async (sent, request) => {
          if (typeof sent?.token !== 'string') return null
          const before = await sessionIdIn(String(request.headers?.cookie ?? ''))
          const sessionId = await redeemSignInLink(sent.token, before)
          return sessionId === null ? null : { id: sessionId }
        },
      }),
    ],
    callbacks: {
      // Only the session's id is sealed: nothing that a client sends to the session endpoint can add to it.
      jwt: ({ token, user }) => ({ sub: user?.id ?? token.sub ?? '' }),
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) => (url.startsWith(`${baseUrl}/`) ? url : baseUrl),
    },
  }
}

function cookieOptions() {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() } as const
}
