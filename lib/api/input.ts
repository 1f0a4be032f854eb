/** What comes in with a request, read, bounded and judged by the form that its route declares. */
import type { Context } from 'hono'
import { z } from 'zod'
import { isRefusal, notFound, type Refusal } from '#domain/refusal.ts'
import { isUuid } from '#lib/uuid.ts'
import { maxBytesOf } from './body-bounds.ts'
import { fieldWords } from './field-words.ts'
import type { Proven } from './proven.ts'
import { readJson } from './read-body.ts'
import type { Input, RouteAddress, RouteConfig } from './route.ts'
import { storable } from './storable.ts'

/** The parts of an address: its method, its path below `/api/v1`, and the names of the parameters in it. */
export function partsOf(address: RouteAddress) {
  const [method = '', path = ''] = address.split(' ')
  return { method, path, names: [...path.matchAll(/\{(\w+)\}/g)].map((match) => String(match[1])) }
}

/** Refusals: `not-found` for a parameter that names nothing, `invalid-input`, `payload-too-large`. */
export async function readInput<Address extends RouteAddress, Params, Query, Body>(
  c: Context<Proven>,
  address: Address,
  { params, query, body }: Takes<Params, Query, Body>,
): Promise<Input<Address, Params, Query, Body> | Refusal> {
  const { method, path, names } = partsOf(address)
  const inPath = Object.fromEntries(names.map((name) => [name, c.req.param(name) ?? '']))
  if (names.some((name) => name.endsWith('Id') && !isUuid(inPath[name] ?? ''))) return notFound
  const named = judged(params, pick(inPath, params))
  if (!named.success) return notFound
  const asked = judged(query, c.req.query())
  if (!asked.success) return invalidInput(asked.error)
  const readsBody = body instanceof z.ZodType && !(body instanceof z.ZodFile)
  const sent = readsBody ? await readJson(c.req.raw, maxBytesOf(method, `/api/v1${path}`)) : { json: undefined }
  if (isRefusal(sent)) return sent
  const said = judged(readsBody ? body : undefined, sent.json)
  if (!said.success) return invalidInput(said.error)
  const input = { params: { ...inPath, ...Object(named.data) }, query: asked.data, body: said.data, request: c.req.raw }
  // What the schemas made of it has the types that they declare; which of them there are, only the route's own type knows.
  return input as Input<Address, Params, Query, Body>
}

type Takes<Params, Query, Body> = Pick<
  RouteConfig<Params, Query, Body, unknown, unknown, unknown, unknown>,
  'params' | 'query' | 'body'
>

type Judged = { success: true; data?: unknown } | { success: false; error: z.ZodError }

/** Without a schema nothing is taken. */
function judged(schema: unknown, value: unknown): Judged {
  return schema instanceof z.ZodType ? storable(schema).safeParse(value) : { success: true }
}

function pick(inPath: Readonly<Record<string, string>>, params: unknown): Readonly<Record<string, string>> {
  if (!(params instanceof z.ZodObject)) return {}
  return Object.fromEntries(Object.entries(inPath).filter(([name]) => name in params.shape))
}

/** Names the fields that did not fit, without repeating what was sent. */
export function invalidInput(error: z.ZodError) {
  const fields = error.issues.map((issue) => ({
    field: issue.path.join('.'),
    problem: issue.code,
    message: fieldWords(issue),
  }))
  return { refused: 'invalid-input' as const, fields }
}
