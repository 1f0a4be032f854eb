/** What a value from elsewhere must look like before anybody reads it. */

export type Member = (value: unknown) => boolean

export const isText: Member = (value) => typeof value === 'string'
/** An id that is no plain text could not be hashed. */
export const isPrintable: Member = (value) => typeof value === 'string' && /^[ -~]*$/.test(value)
export const isNumber: Member = (value) => typeof value === 'number' && Number.isSafeInteger(value)
export const isTextOrNull: Member = (value) => value === null || isText(value)

export const oneOf =
  (...words: readonly string[]): Member =>
  (value) =>
    words.some((word) => word === value)

/** An object with these members of its own, and maybe others. */
export const has =
  (members: Readonly<Record<string, Member>>): Member =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(members).every(([name, holds]) => Object.hasOwn(value, name) && holds((value as never)[name]))

export const listOf =
  (holds: Member): Member =>
  (value) =>
    Array.isArray(value) && value.every(holds)

/** What a text says as JSON; null: nothing. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
