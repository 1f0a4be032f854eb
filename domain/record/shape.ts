/** What a value from elsewhere must look like before anybody reads it. */

export type MemberCheck = (value: unknown) => boolean

/** Any text. */
export const isText: MemberCheck = (value) => typeof value === 'string'
/** An id that is no plain text could not be hashed. */
export const isPrintable: MemberCheck = (value) => typeof value === 'string' && /^[ -~]*$/.test(value)
/** A whole number that a double holds exactly. */
export const isNumber: MemberCheck = (value) => typeof value === 'number' && Number.isSafeInteger(value)
/** True or false. */
export const isFlag: MemberCheck = (value) => typeof value === 'boolean'
/** A UTC instant with milliseconds, as `Date.toISOString` writes it. */
export const isInstant: MemberCheck = (value) =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value)) && new Date(value).toISOString() === value

/** One of these words. */
export const oneOfWords =
  (...words: readonly string[]): MemberCheck =>
  (value) =>
    words.some((word) => word === value)

/** This, or null. */
export const orNull =
  (holds: MemberCheck): MemberCheck =>
  (value) =>
    value === null || holds(value)

/** A member that an object may lack, because it was told only later. */
export interface Optional {
  readonly optional: MemberCheck
}

/** A member that may be absent. */
export const optional = (holds: MemberCheck): Optional => ({ optional: holds })

/** The members of a type, each with what it must look like; one that the type may lack may be lacking. */
export type Members<T> = {
  readonly [Name in keyof T]-?: object extends Pick<T, Name> ? Optional : MemberCheck
}

/** An object with exactly these members, in any order. */
export function exactly<T extends object>(members: Members<T>): MemberCheck {
  const holds = new Map<string, MemberCheck | Optional>(Object.entries(members))
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
  (holds: MemberCheck): MemberCheck =>
  (value) =>
    isPlain(value) && Object.values(value).every(holds)

/** What both hold. */
export const bothHold =
  (one: MemberCheck, other: MemberCheck): MemberCheck =>
  (value) =>
    one(value) && other(value)

/** What one of them holds. */
export const oneHolds =
  (...ones: readonly MemberCheck[]): MemberCheck =>
  (value) =>
    ones.some((holds) => holds(value))

/** A list whose entries all hold. */
export const listShape =
  (holds: MemberCheck): MemberCheck =>
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
