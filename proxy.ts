import { type NextRequest, NextResponse } from 'next/server'
import { securityHeaders } from '#lib/api/security-headers.ts'
import { endEarlierCookies } from '#lib/auth/cookie-name.ts'

/**
 * What every page carries: a strict Content Security Policy with a nonce of its own, and headers that keep the page out of
 * frames, caches and other people's logs. It is no wall: who may see what is decided where the data is read.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const policy = contentSecurityPolicy(nonce)
  const headers = ownHeaders(request.headers)
  // Next reads the nonce for its own scripts from the policy of the request.
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  for (const [name, value] of securityHeaders()) response.headers.set(name, value)
  const sent = request.cookies.getAll().map(({ name }) => name)
  for (const line of endEarlierCookies(sent, process.env.BASE_URL?.startsWith('https:') === true))
    response.headers.append('set-cookie', line)
  return response
}

export const config = {
  // Everything but the build's own files, which are public and cached for good, and the API: what passes here is kept in memory
  // with its body, and the API's answers carry their headers themselves (lib/api/security-headers.ts).
  matcher: ['/((?!_next/static/|icon\\.svg$|api/v1/|api/auth/).*)'],
}

/** What a client may not say about itself: the policy, and what Next tells itself (SECURITY.md, attack 31). */
function ownHeaders(inbound: Headers): Headers {
  const kept = new Headers(inbound)
  for (const name of [...kept.keys()])
    if (name.startsWith('x-middleware-') || name.startsWith('content-security-policy') || name === 'x-nonce')
      kept.delete(name)
  return kept
}

const isDevelopment = process.env.NODE_ENV === 'development'

function contentSecurityPolicy(nonce: string): string {
  return [
    `default-src 'self'`,
    // The development server rebuilds code in the browser with eval.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    // Style sheets are files; a component may set a measure (`style="…"`) on an element, but no sheet.
    `style-src 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ')
}
