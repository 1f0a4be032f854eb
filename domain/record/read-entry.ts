import { canonicalJson, isCanonical, type Json } from '../canonical-json.ts'
import type { RecordEntry } from './entry.ts'
import { isPlain, type MemberCheck, parsed } from './shape.ts'
import { conclusionShapes } from './shapes/conclusion.ts'
import { floorShapes } from './shapes/floor.ts'
import { planShapes } from './shapes/plan.ts'

/** What is wrong with the text of an entry. */
export type EntryFlaw =
  /** No JSON in its canonical form: white space, a member twice or at another place, a number written otherwise. */
  | { readonly flaw: 'not-canonical' }
  /** No kind of entry that this program knows: it was never written by one, or by a later one. */
  | { readonly flaw: 'unknown-kind'; readonly kind: string }
  /** A member is missing, is one too many, or holds what it never holds. */
  | { readonly flaw: 'misshapen'; readonly kind: string }

const shapes: ReadonlyMap<string, MemberCheck> = new Map(
  Object.entries({ ...planShapes, ...floorShapes, ...conclusionShapes }),
)

/** The entry that a payload holds, if it is written exactly as entries are; or what is wrong with it. */
export function readEntry(payload: string): RecordEntry | EntryFlaw {
  const value = parsed(payload)
  if (!isPlain(value) || !isCanonical(value as Json, payload)) return { flaw: 'not-canonical' }
  const kind = typeof value.kind === 'string' ? value.kind : ''
  const shape = shapes.get(kind)
  if (shape === undefined) return { flaw: 'unknown-kind', kind }
  return shape(value) ? (value as RecordEntry) : { flaw: 'misshapen', kind }
}

/** A value that JSON was parsed to is JSON; one that has no canonical form (a lone surrogate) has none. */
export function canonicalOf(value: unknown): string | null {
  try {
    return canonicalJson(value as Json)
  } catch {
    return null
  }
}
