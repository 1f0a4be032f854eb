/** What a value from elsewhere must look like before anybody reads it. */

export type Member = (value: unknown) => boolean

export const isText: Member = (value) => typeof value === 'string'
/** An id that is no plain text could not be hashed. */
export const isPrintable: Member = (value) => typeof value === 'string' && /^[ -~]*$/.test(value)
export const isNumber: Member = (value) => typeof value === 'number' && Number.isSafeInteger(value)
export const isFlag: Member = (value) => typeof value === 'boolean'
/** A UTC instant with milliseconds, as `Date.toISOString` writes it. */
export const isInstant: Member = (value) =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value)) && new Date(value).toISOString() === value

export const oneOf =
  (...words: readonly string[]): Member =>
  (value) =>
    words.some((word) => word === value)

export const orNull =
  (holds: Member): Member =>
  (value) =>
    value === null || holds(value)

/** A member that an object may lack, because it was told only later. */
export interface Optional {
  readonly optional: Member
}

export const optional = (holds: Member): Optional => ({ optional: holds })

/** The members of a type, each with what it must look like; one that the type may lack may be lacking. */
export type Members<T> = {
  readonly [Name in keyof T]-?: object extends Pick<T, Name> ? Optional : Member
}

/** An object with exactly these members, in any order. */
export function exactly<T extends object>(members: Members<T>): Member {
  const holds = new Map<string, Member | Optional>(Object.entries(members))
  const required = [...holds].filter(([, member]) => typeof member === 'function').map(([name]) => name)
  return (value) =>
    isPlain(value) &&
    required.every((name) => Object.hasOwn(value, name)) &&
    Object.entries(value).every(([name, own]) => {
      const member = holds.get(name)
      return member !== undefined && (typeof member === 'function' ? member : member.optional)(own)
    })
}

/** An object in which every member looks so, whatever it is called. */
export const each =
  (holds: Member): Member =>
  (value) =>
    isPlain(value) && Object.values(value).every(holds)

export const both =
  (one: Member, other: Member): Member =>
  (value) =>
    one(value) && other(value)

export const either =
  (...ones: readonly Member[]): Member =>
  (value) =>
    ones.some((holds) => holds(value))

export const listOf =
  (holds: Member): Member =>
  (value) =>
    Array.isArray(value) && value.every(holds)

/** What a text says as JSON; undefined: nothing. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** An object of JSON, and no list. */
export function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
