/** An example of what a JSON schema describes, put together from the examples of its fields. */
import type { JsonSchema } from './json-schema.ts'

type Named = Readonly<Record<string, JsonSchema>>
type Inner = JsonSchema | boolean | undefined

/** `named`: the schemas to which it refers, by their names. */
export function exampleOf(schema: Inner, named: Named): unknown {
  if (schema === undefined || typeof schema === 'boolean') return null
  const { example, examples, default: usual, const: only, enum: choices } = schema
  const told = [example, examples?.[0], only, choices?.[0]].find((one) => one !== undefined)
  if (told !== undefined) return told
  if (schema.$ref !== undefined) return exampleOf(named[schema.$ref.split('/').at(-1) ?? ''], named)
  const options = schema.oneOf ?? schema.anyOf
  if (options !== undefined) return exampleOf(options[0], named)
  return usual === undefined ? exampleOfType(schema, named) : usual
}

/** Texts of a form that JSON Schema knows by name. */
const formatted: Readonly<Record<string, string>> = {
  uuid: '0190a000-0000-7000-8000-000000000001',
  date: '2027-03-31',
  'date-time': '2027-03-04T16:00:00.000Z',
}

function exampleOfType(schema: JsonSchema, named: Named): unknown {
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, inner]) => [name, exampleOf(inner, named)]),
      )
    case 'array':
      return [schema.items].flat().map((item) => exampleOf(item, named))
    case 'integer':
    case 'number':
      return schema.minimum ?? 1
    case 'boolean':
      return true
    case 'string':
      return formatted[schema.format ?? ''] ?? 'text'
    default:
      return null
  }
}
