/**
 * How large a body may be, by method and path: known before any of it is read, for the server refuses what is larger by its
 * guard (lib/server), and reads no more of it (lib/api/input.ts). Routes that take more than others are named here and nowhere else.
 */
import { maxTextBytes } from '#domain/text/decode.ts'

/** Bytes of a body of the API, unless its route is named below. */
export const usualBytes = 256 * 1024

/** Bytes that somebody may send who is not signed in, and that anybody may send at any time. */
export const smallBytes = 16 * 1024

/** Bytes of the bodies that may be larger, by the address of their route. */
const largeBodies = {
  /** A file that is brought in. */
  'POST /groups/{groupId}/texts': maxTextBytes,
  /** Words that are brought in: JSON may write a character with six bytes; most are written as they are. */
  'POST /groups/{groupId}/texts/pasted': maxTextBytes * 3,
  /** What an edit of a draft answered. */
  'POST /texts/{textId}/draft/undo': 512 * 1024,
} as const

const patterns = Object.entries(largeBodies).map(([address, maxBytes]) => {
  const [method = '', path = ''] = address.split(' ')
  return { method, path: new RegExp(`^/api/v1${path.replaceAll(/\{\w+\}/g, '[^/]+')}/?$`), maxBytes }
})

/** The bound in bytes of a request's body; 0: it takes none. `pathname` is that of the address, or a route's with its braces. */
export function maxBytesOf(method: string, pathname: string): number {
  if (!bodied.has(method) || !pathname.startsWith('/api/')) return 0
  if (!pathname.startsWith('/api/v1/')) return smallBytes
  return patterns.find((one) => one.method === method && one.path.test(pathname))?.maxBytes ?? usualBytes
}

/** Methods whose requests may carry a body. */
const bodied = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])
