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

/**
 * Whether a text is the canonical form of the value that it was parsed to. `JSON.stringify` writes it so but for the order of members and
 * for what cannot be hashed, which it writes as escapes; only where it does not answer is the form itself made, which takes several
 * times as long.
 *
 * @param value what `JSON.parse` made of `text`.
 */
export function isCanonical(value: Json, text: string): boolean {
  if (!text.includes('\\u') && isInOrder(value) && JSON.stringify(value) === text) return true
  try {
    return canonicalJson(value) === text
  } catch {
    return false
  }
}

/** Whether the members of all objects stand in the order of their names. */
function isInOrder(value: Json): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (isList(value)) return value.every(isInOrder)
  const names = Object.keys(value)
  return names.every((name, at) => at === 0 || (names[at - 1] ?? '') < name) && Object.values(value).every(isInOrder)
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
