/** What the server refuses by the head of a request alone, before it looks at who asks and before any of the body is read. */
import type { Refusal } from '#domain/refusal.ts'
import { maxBytesOf, smallBytes } from '#lib/api/body-bounds.ts'

/** The head of a request, as far as the guard judges it. */
export interface Head {
  readonly method: string
  /** The address as it was sent, with what follows a question mark. */
  readonly target: string
  /** The path of its address as it was sent, without what follows a question mark. */
  readonly pathname: string
  /** Bytes of the body: 0 for none, null for a body that does not say (chunked). */
  readonly declared: number | null
  readonly headerCount: number
}

/** Headers of a request; browsers and proxies send some thirty. */
const mostHeaders = 100

const ofPages = ['GET', 'HEAD']

/** The methods of an address. What the framework would refuse is refused here, where each answer has its headers. */
function methodsOf(pathname: string): readonly string[] {
  if (pathname.startsWith('/api/v1/')) return ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']
  return pathname.startsWith('/api/auth/') ? ['GET', 'HEAD', 'POST'] : ofPages
}

export type HeadRefusal =
  | Refusal<'address-unclear' | 'too-many-headers' | 'method-not-allowed'>
  | (Refusal<'payload-too-large'> & { readonly maxBytes: number })

/** Writes go to the API alone; a body is no larger than its route takes; an address is the same to whoever reads it. */
export function refuseHead({ method, target, pathname, declared, headerCount }: Head): HeadRefusal | null {
  if (headerCount > mostHeaders) return { refused: 'too-many-headers' }
  if (!methodsOf(pathname).includes(method)) return { refused: 'method-not-allowed' }
  if (!isClear(target)) return { refused: 'address-unclear' }
  const maxBytes = maxBytesOf(method, pathname)
  return declared !== null && declared <= maxBytes ? null : refuseUnlessChunked(declared, maxBytes)
}

function refuseUnlessChunked(declared: number | null, maxBytes: number): HeadRefusal | null {
  return declared === null && maxBytes > 0 ? null : { refused: 'payload-too-large', maxBytes }
}

/**
 * Whether an address means to the framework what it means here. The framework takes steps (`..`) out of a path, reads a backslash
 * as a slash and an address with a host by its path: a page behind `/_next/static/../` would cost no turn, and one behind
 * `/api/v1/../` could be written to. Browsers and programs take steps out before they send (RFC 3986, 6.2.2.3). And it leads on from an
 * address of the API with a slash too many, in an answer that carries nothing of what an answer of the API does. A file of the build
 * has one address: spelled in a hundred ways it would be packed a hundred times.
 */
function isClear(target: string): boolean {
  const path = target.split(/[?#]/, 1)[0] ?? ''
  const read = decoded(path)
  if (!path.startsWith('/') || read === null || read.includes('\\') || read.split('/').some(isStep)) return false
  if (read.replaceAll(/\/+/g, '/').startsWith('/_next/') && (read !== path || read.includes('//'))) return false
  return !isOfApi(path) || !/\/(?:\/|$)/.test(read)
}

function isStep(part: string): boolean {
  return part === '.' || part === '..'
}

/** Null: a percent sign begins nothing, or bytes are no UTF-8. */
function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}

/** Whether only somebody who is signed in may send it. */
export function wantsSession({ declared }: Head): boolean {
  return declared === null || declared > smallBytes
}

/** Whether a path is one of the API, or of signing in. */
export function isOfApi(pathname: string): boolean {
  return pathname.startsWith('/api/')
}

/** The build's own files and the public folder's: they cost little, and a page needs many at once. What is none there is no page. */
export function isStatic(pathname: string): boolean {
  return pathname.startsWith('/_next/static/') || pathname === '/icon.svg'
}

/** What the development server asks of itself. */
export function isOfDevelopment(pathname: string): boolean {
  return pathname.startsWith('/_next/') || pathname.startsWith('/__nextjs')
}
