/** The API's document (OpenAPI 3.1), written from the routes themselves: what each takes, answers and refuses, with examples. */
import { z } from 'zod'
import { sessionCookieName } from '#lib/auth/session-cookie.ts'
import { settings } from '#lib/settings.ts'
import { exampleOf } from './example.ts'
import { partsOf } from './input.ts'
import { type JsonSchema, jsonSchemaOf } from './json-schema.ts'
import { isWrite } from './log-answer.ts'
import { codesOf, type Problems, problemNamed } from './problem-document.ts'
import { type AnyRoute, FileAnswer } from './route.ts'
import { statusOf } from './statuses.ts'

/** The API's document (OpenAPI 3.1), as far as this instance writes one. */
export interface OpenApi {
  readonly openapi: '3.1.0'
  readonly info: { readonly title: string; readonly version: string; readonly description: string }
  readonly servers: readonly { readonly url: string }[]
  /** By path, then by method. */
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>
    readonly examples: Readonly<Record<string, { readonly value: unknown }>>
    readonly parameters: Readonly<Record<string, Parameter>>
    readonly securitySchemes: Readonly<Record<string, object>>
  }
}

interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly security: readonly object[]
  readonly parameters: readonly (Parameter | Reference)[]
  readonly requestBody?: { readonly required: true; readonly content: Content }
  readonly responses: Readonly<Record<string, ResponseObject>>
}

interface Reference {
  readonly $ref: string
}

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly schema: JsonSchema
  readonly description?: string
}

type Content = Readonly<Record<string, Media>>

interface Media {
  readonly schema: JsonSchema
  readonly example?: unknown
  readonly examples?: Readonly<Record<string, Reference>>
}

interface ResponseObject {
  readonly description: string
  readonly content?: Content
}

/** Writes the document of these routes, with an example of each answer, body and refusal. */
export function documentOf(routes: readonly AnyRoute[]): OpenApi {
  const problems: Problems = { schemas: {}, examples: {} }
  const paths: Record<string, Record<string, Operation>> = {}
  for (const route of routes) {
    const { method, path } = partsOf(route.address)
    paths[`/api/v1${path}`] = { ...paths[`/api/v1${path}`], [method.toLowerCase()]: operationOf(route, problems) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Concordance', version: '1', description: about },
    servers: [{ url: settings().baseUrl }],
    paths,
    components: {
      ...problems,
      parameters: { IdempotencyKey: idempotencyKey },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: sessionCookieName() } },
    },
  }
}

const about =
  'People sign in by links that are mailed to them; the cookie of a session is what proves who asks. Whatever changes something ' +
  'carries the header `Origin` with the address of this instance. Every refusal is a problem document (RFC 9457) whose `refused` ' +
  'is its code, and what a person may not know of answers like what does not exist.'

const idempotencyKey: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', maxLength: 100 },
  description:
    'Makes a request one act, however often it is sent within a day. Sent again, it is answered with the ids alone of what the ' +
    'first one made.',
}

function operationOf(route: AnyRoute, problems: Problems): Operation {
  const { address, isPublic, config } = route
  const { method } = partsOf(address)
  return {
    operationId: operationIdOf(address),
    summary: config.summary,
    security: isPublic ? [] : [{ session: [] }],
    parameters: [
      ...pathParameters(route, problems),
      ...queryParameters(config.query, problems),
      ...(isWrite(method) && !isPublic ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
    ],
    ...bodyOf(config.body, problems),
    responses: { ...doneResponse(config, problems), ...refusedResponses(route, problems) },
  }
}

/** `POST /meetings/{meetingId}/close`: `postMeetingsMeetingIdClose`. */
function operationIdOf(address: AnyRoute['address']): string {
  const { method, path } = partsOf(address)
  const words = path.split(/[^A-Za-z]+/).filter((word) => word !== '')
  return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
}

function pathParameters({ address, config }: AnyRoute, { schemas }: Problems): readonly Parameter[] {
  return partsOf(address).names.map((name) => {
    const own: z.ZodType = config.params?.shape[name] ?? (name.endsWith('Id') ? z.uuid() : z.string())
    return { name, in: 'path', required: true, schema: jsonSchemaOf(own, 'input', schemas) }
  })
}

function queryParameters(query: z.ZodObject | undefined, { schemas }: Problems): readonly Parameter[] {
  if (query === undefined) return []
  const { properties = {}, required = [] } = jsonSchemaOf(query, 'input', schemas)
  return Object.entries(properties).flatMap(([name, schema]) =>
    typeof schema === 'boolean' ? [] : [{ name, in: 'query', required: required.includes(name), schema }],
  )
}

function bodyOf(body: z.ZodType | undefined, { schemas }: Problems): Pick<Operation, 'requestBody'> {
  if (body === undefined) return {}
  const schema = jsonSchemaOf(body, 'input', schemas)
  if (body instanceof z.ZodFile)
    return { requestBody: { required: true, content: { 'application/octet-stream': { schema } } } }
  return {
    requestBody: { required: true, content: { 'application/json': { schema, example: exampleOf(schema, schemas) } } },
  }
}

function doneResponse({ answer, status }: AnyRoute['config'], { schemas }: Problems): Operation['responses'] {
  if (answer === undefined) return { 204: { description: 'Done' } }
  if (answer instanceof FileAnswer) {
    const { mediaType, example } = answer
    const schema = { type: typeof example === 'string' ? 'string' : 'object' } as const
    return { 200: { description: 'The file', content: { [mediaType]: { schema, example } } } }
  }
  const schema = jsonSchemaOf(answer, 'output', schemas)
  return {
    [status ?? 200]: {
      description: status === 201 ? 'Made' : 'Done',
      content: { 'application/json': { schema, example: exampleOf(schema, schemas) } },
    },
  }
}

/** One response for each status, with each code that has it. */
function refusedResponses(route: AnyRoute, problems: Problems): Operation['responses'] {
  const codes = codesOf(route)
  const statuses = [...new Set(codes.map((code) => statusOf[code]))].sort()
  return Object.fromEntries(
    statuses.map((status) => {
      const here = codes.filter((code) => statusOf[code] === status)
      const refs = here.map((code) => ({ code, name: problemNamed(code, route.config, problems) }))
      const schemas = refs.map(({ name }) => ({ $ref: `#/components/schemas/${name}` }))
      const examples = Object.fromEntries(
        refs.map(({ code, name }) => [code, { $ref: `#/components/examples/${name}` }]),
      )
      const [first = {}] = schemas
      const schema = schemas.length === 1 ? first : { oneOf: schemas }
      return [status, { description: here.join(', '), content: { 'application/problem+json': { schema, examples } } }]
    }),
  )
}
