import type { z } from 'zod'

/** The largest whole number of a column (PostgreSQL `integer`); the least is one further from zero. */
const largest = 2_147_483_647

/**
 * A schema whose output the database can keep, in whichever field: no text with a NUL or half a character (PostgreSQL, "Character
 * Types"; Unicode §3.9), no number beyond a column's. The router asks it of all input at once, so that no field can forget it.
 */
export function storable<Schema extends z.ZodType>(schema: Schema): Schema {
  return schema.superRefine((value, context) => {
    for (const { path, message } of unkeptIn(value, [])) context.addIssue({ code: 'custom', path: [...path], message })
  })
}

interface Unkept {
  readonly path: readonly string[]
  /** Its words stand in messages/en/fields.json. */
  readonly message: 'text-ill-formed' | 'number-too-far'
}

/** As deep as the schema that `value` has passed. */
function unkeptIn(value: unknown, path: readonly string[]): readonly Unkept[] {
  if (typeof value === 'string')
    return value.isWellFormed() && !value.includes('\0') ? [] : [{ path, message: 'text-ill-formed' }]
  if (typeof value === 'number')
    return value >= -largest - 1 && value <= largest ? [] : [{ path, message: 'number-too-far' }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => unkeptIn(inner, [...path, name]))
}
