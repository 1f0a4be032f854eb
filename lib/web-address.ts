/**
 * An address on the web as it is kept and followed: `https` or `http`, in the one form that browsers make of it (URL standard), so that
 * `HTTPS://Meet.example`, `https:meet.example` and `https:\\meet.example` lead where they seem to. Null: it is none. White space in one is
 * none, nor one with a name before the site (`https://river.example@elsewhere.example`), which seems to lead where it does not.
 */
export function readWebAddress(typed: string): string | null {
  const url = /\s/.test(typed) ? null : URL.parse(typed)
  if (url === null || `${url.username}${url.password}` !== '') return null
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null
}
