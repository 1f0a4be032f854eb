import { z } from 'zod'
import { declared } from '#lib/api/fields.ts'

/** Any origin will do: only whether a path stays on it counts. */
const somewhere = 'https://own.invalid'

/**
 * Where to go after signing in: a path on this instance, at most 500 characters. Anything that a browser could read as
 * another origin (`//evil`, `/\evil`, `/..//evil`, a scheme, a control character) is null.
 */
export function ownPath(text: string | undefined): string | null {
  if (text === undefined || text.length > 500 || !/^\/[\x21-\x5b\x5d-\x7e]*$/.test(text)) return null
  const url = URL.parse(text, somewhere)
  if (url?.origin !== somewhere) return null
  // What is answered is read once more, by a browser: steps up and down that were taken out may have left "//" in front.
  return url.pathname.startsWith('//') ? null : `${url.pathname}${url.search}${url.hash}`
}

/** A path to return to, as a field of a form or a query. */
export const returnPath = declared(
  'path',
  z.string().refine((text) => ownPath(text) !== null, 'not-an-own-path'),
)
