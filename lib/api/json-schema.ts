/** The forms of what goes in and out as JSON Schema (2020-12), which is what OpenAPI 3.1 speaks. */
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { exampleOfText } from './fields.ts'

export type JsonSchema = z.core.JSONSchema.JSONSchema

/**
 * The schema of what comes in (`input`: before it is normalised) or goes out. What has a name in it (`viewOf`) is put into `named`
 * and referred to.
 *
 * @throws when two forms have one name.
 */
export function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output', named: Record<string, JsonSchema>): JsonSchema {
  const { $schema: _, $defs = {}, ...own } = z.toJSONSchema(schema, { io, unrepresentable: 'any', override: told })
  for (const [name, form] of Object.entries(referring($defs))) {
    if (named[name] !== undefined && !isDeepStrictEqual(named[name], form))
      throw new Error(`Two forms are called ${name}: one of them is another thing.`)
    named[name] = form
  }
  return referring(own)
}

/** Leaves out what zod says of a schema that tells a reader of the document nothing, and says what a text is like. */
function told({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodTypes; jsonSchema: JsonSchema }): void {
  const text = zodSchema instanceof z.ZodType ? exampleOfText(zodSchema) : undefined
  if (text !== undefined) jsonSchema.examples = [text]
  // That its type is read-only in TypeScript; in OpenAPI it would mean that it is never sent.
  delete jsonSchema.readOnly
  // Zod's own way of finding what its format says.
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
}

/** Schemas whose references lead to where the document keeps what is named. */
function referring<Schemas>(schemas: Schemas): Schemas {
  const moved = (key: string, value: unknown) =>
    key === '$ref' ? String(value).replace('#/$defs/', '#/components/schemas/') : value
  return JSON.parse(JSON.stringify(schemas, moved))
}
