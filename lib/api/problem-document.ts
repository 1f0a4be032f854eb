/** What a route refuses, as the API's document describes it: each code with its facts, in words. */
import { z } from 'zod'
import type { RefusalCode } from '#domain/refusal-code.ts'
import { say } from '#lib/words/say.ts'
import { exampleOf } from './example.ts'
import { factsOf } from './facts.ts'
import { partsOf } from './input.ts'
import { type JsonSchema, jsonSchemaOf } from './json-schema.ts'
import { isWrite } from './log-answer.ts'
import type { Declared, FactSchemas, GuardCode } from './route.ts'
import { statusOf } from './statuses.ts'

/** The schemas and examples that the document names. */
export interface Problems {
  readonly schemas: Record<string, JsonSchema>
  readonly examples: Record<string, { value: unknown }>
}

/** Every code with which a route can be refused: by its guards, by how it reads what comes in, and by what it declares itself. */
export function codesOf({ address, isPublic, config }: Declared): readonly RefusalCode[] {
  const { method, names } = partsOf(address)
  const takes = config.query !== undefined || config.body !== undefined
  const guards: Readonly<Record<GuardCode, boolean>> = {
    'invalid-input': takes || isWrite(method),
    'not-signed-in': !isPublic,
    'signed-in-as-another': isWrite(method),
    'foreign-origin': isWrite(method),
    'not-found': names.length > 0 || isWrite(method),
    'answered-before': isWrite(method),
    'key-in-use': isWrite(method),
    'key-reused': isWrite(method),
    'shown-once': config.once === true,
    'payload-too-large': config.body !== undefined,
    'too-many-requests': true,
    'server-fault': true,
    'busy-database': true,
    'too-many-headers': true,
    'too-slow': true,
    'server-busy': true,
  }
  const own = config.refusals ?? []
  return [...new Set([...guardCodes.filter((code) => guards[code]), ...own])]
}

const guardCodes = [
  'invalid-input',
  'not-signed-in',
  'signed-in-as-another',
  'foreign-origin',
  'not-found',
  'answered-before',
  'key-in-use',
  'key-reused',
  'shown-once',
  'payload-too-large',
  'too-many-requests',
  'server-fault',
  'busy-database',
  'too-many-headers',
  'too-slow',
  'server-busy',
] as const satisfies GuardCode[]

/** `version-changed`: `VersionChanged`, put among the problems that the document names. */
export function problemNamed(code: RefusalCode, { facts = {} }: { facts?: FactSchemas }, problems: Problems): string {
  const name = code.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())
  if (name in problems.schemas) return name
  const own = jsonSchemaOf(formOf(code, facts), 'output', problems.schemas)
  const told = Object(exampleOf(own, problems.schemas))
  problems.schemas[name] = {
    type: 'object',
    properties: {
      type: { ...text, const: `/problems/${code}` },
      title: { ...text, description: 'The refusal in words' },
      status: { type: 'integer', const: statusOf[code] },
      refused: { ...text, const: code },
      ...own.properties,
    },
    required: ['type', 'title', 'status', 'refused', ...(own.required ?? [])],
  }
  const title = say('refusals', code, told)
  problems.examples[name] = {
    value: { type: `/problems/${code}`, title, status: statusOf[code], refused: code, ...told },
  }
  return name
}

/** The form of the facts of a refusal; `own`: those of its route. */
export function formOf(code: RefusalCode, own: FactSchemas): z.ZodType {
  const known: FactSchemas = factsOf
  return own[code] ?? known[code] ?? none
}

const none = z.strictObject({})
const text = { type: 'string' } as const
