/**
 * One text for one value, so that anybody can hash it again in any language: the canonical form of RFC 8785. No white
 * space; members sorted by the UTF-16 units of their names; numbers and strings as ECMAScript writes them.
 */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }

/**
 * @throws on what JSON cannot give back as it was: numbers that are not finite, lone surrogates and NUL (no database keeps
 * them), and anything that is no JSON. Texts are checked where they come in; one that arrives here is a broken expectation.
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  if (typeof value === 'string') return canonicalString(value)
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object' && isPlain(value)) return canonicalMembers(value)
  throw new TypeError('Only JSON has a canonical form.')
}

function canonicalString(text: string): string {
  if (!text.isWellFormed() || text.includes('\0'))
    throw new TypeError('Canonical JSON holds well-formed text without NUL.')
  return JSON.stringify(text)
}

function canonicalMembers(value: { readonly [name: string]: Json }): string {
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${members.map(([name, member]) => `${canonicalString(name)}:${canonicalJson(member)}`).join(',')}}`
}

function isList(value: unknown): value is readonly Json[] {
  return Array.isArray(value)
}

/** A date or a map would come back as something else. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
