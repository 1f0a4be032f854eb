/**
 * What every page carries in its head: a strict Content Security Policy with a nonce of its own, and headers that keep the page out of
 * frames, caches and other people's logs. It is no wall: who may see what is decided where the data is read. It is said here and not in
 * a proxy of the framework, which would make a request and an answer of its own around each page.
 */
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { parseAndValidateFlightRouterState } from 'next/dist/server/app-render/parse-and-validate-flight-router-state.js'
import { securityHeaders } from '#lib/api/security-headers.ts'
import { endEarlierCookies } from '#lib/auth/cookie-name.ts'
import { isStatic } from './request-head.ts'

/**
 * Writes the head of a page, and takes from the request what its client may not say about itself. The build's own files are public and
 * kept for good: they are what their type says. Answers of the API carry their headers themselves (lib/api/security-headers.ts).
 */
export function headPage(request: IncomingMessage, response: ServerResponse, isDevelopment: boolean): void {
  const { headers, url = '' } = request
  const [pathname = ''] = url.split(/[?#]/, 1)
  const isPage = !isStatic(pathname) && !speaksForItself.test(pathname)
  if (isOfFramework.test(pathname)) request.url = url.replace(isOfFramework, '/-')
  forgetClaims(request, isPage)
  if (isStatic(pathname)) response.setHeader('x-content-type-options', 'nosniff')
  if (!isPage) return
  const policy = contentSecurityPolicy(randomBytes(16).toString('base64'), isDevelopment)
  // The framework reads the nonce for its own scripts from the policy of the request.
  headers['content-security-policy'] = policy
  response.setHeader('content-security-policy', policy)
  for (const [name, value] of securityHeaders()) response.setHeader(name, value)
  const isSecure = process.env.BASE_URL?.startsWith('https:') === true
  for (const line of endEarlierCookies(namesIn(headers.cookie ?? ''), isSecure))
    response.appendHeader('set-cookie', line)
}

/** Below these every answer carries its headers itself; elsewhere what is not there is a page. */
const speaksForItself = /^\/api\/(?:v1|auth)\//

/**
 * Pages that the framework shows in the place of others, such as `/_global-error`, have addresses of their own, and would be answered there
 * as pages that are. No page of the product begins so: what asks for one is led to where nothing is.
 */
const isOfFramework = /^\/(?:_|%5f)(?!next\/|_nextjs)/i

/**
 * The policy, and what the framework tells itself (SECURITY.md, attack 31). What its router asks of a page nobody asks of anything else: it
 * would be led elsewhere, without a head. Where it says that it stands, it says in its own form, or nothing.
 */
function forgetClaims({ headers }: IncomingMessage, isPage: boolean): void {
  for (const name in headers)
    if (isClaim(name) || (isOfRouter(name) && !isPage) || (name === 'next-router-state-tree' && !isTree(headers[name])))
      delete headers[name]
}

function isClaim(name: string): boolean {
  return name.startsWith('x-middleware-') || name.startsWith('content-security-policy') || name === 'x-nonce'
}

function isOfRouter(name: string): boolean {
  return name === 'rsc' || name.startsWith('next-')
}

/** By the framework's own reading: what it refuses it would answer with an error of its own, and a trace in the log. */
function isTree(value: string | string[] | undefined): boolean {
  try {
    return parseAndValidateFlightRouterState(value) !== undefined
  } catch {
    return false
  }
}

/** The names of the cookies that came. */
function namesIn(cookieHeader: string): readonly string[] {
  return cookieHeader.split(';').map((pair) => pair.split('=', 1)[0]?.trim() ?? '')
}

function contentSecurityPolicy(nonce: string, isDevelopment: boolean): string {
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
