import { OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { isRefusal, notFound, type Refusal } from '#domain/refusal.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { isUuid } from '#lib/uuid.ts'
import { answer, problem } from './answer.ts'
import { maxBytesOf } from './body-bounds.ts'
import { fieldWords } from './field-words.ts'
import { kept } from './kept.ts'
import { readJson } from './read-body.ts'

/** What the guards have proved by the time a handler runs. */
export interface Proven {
  Variables: { viewer: Viewer | null }
}

/** A set of routes of one noun; the app's one door mounts them all. */
export type Door = OpenAPIHono<Proven>

export function openDoor(): Door {
  return new OpenAPIHono<Proven>()
}

/**
 * One route of the API. `body` and `query` are strict zod objects: an unknown field is refused with 400, so that nobody can
 * slip in a role or a date of adoption (SECURITY.md, attack 5), and nothing in them is what no column keeps (`kept`). Path parameters ending in `Id` are UUIDs; anything else in
 * their place answers like a missing object.
 */
export interface RouteOf<Body extends z.ZodType, Query extends z.ZodType> {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** OpenAPI form: `/meetings/{meetingId}/open`. */
  path: string
  summary: string
  body?: Body
  query?: Query
  /** 201 for routes that create; 200 otherwise. A handler that returns nothing answers 204. */
  status?: 200 | 201
  /** Upper bound of the body in bytes; 256 KiB unless told. What is larger is named in body-bounds.ts, so that the server lets it in. */
  maxBytes?: number
}

export interface Input<Body extends z.ZodType, Query extends z.ZodType> {
  params: Record<string, string>
  body: z.output<Body>
  query: z.output<Query>
  /** The request itself, for uploads and headers. */
  request: Request
}

/** A view, a refusal, a ready response, nothing (204), or null: not found. */
export type Answer = Response | Refusal | object | null | undefined

/** A route for somebody who is signed in; anybody else is answered 401 before the input is looked at. */
export function route<Body extends z.ZodType = z.ZodUndefined, Query extends z.ZodType = z.ZodUndefined>(
  door: Door,
  config: RouteOf<Body, Query>,
  handle: (viewer: Viewer, input: Input<Body, Query>) => Promise<Answer>,
): void {
  register(door, config, true, async (viewer, input) =>
    viewer === null ? { refused: 'not-signed-in' } : handle(viewer, input),
  )
}

/** A route that anybody may call: signing in, invitations. */
export function publicRoute<Body extends z.ZodType = z.ZodUndefined, Query extends z.ZodType = z.ZodUndefined>(
  door: Door,
  config: RouteOf<Body, Query>,
  handle: (viewer: Viewer | null, input: Input<Body, Query>) => Promise<Answer>,
): void {
  register(door, config, false, handle)
}

function register<Body extends z.ZodType, Query extends z.ZodType>(
  door: Door,
  config: RouteOf<Body, Query>,
  signedIn: boolean,
  handle: (viewer: Viewer | null, input: Input<Body, Query>) => Promise<Answer>,
): void {
  const names = [...config.path.matchAll(/\{(\w+)\}/g)].map((match) => String(match[1]))
  document(door, config, names, signedIn)
  if ((config.maxBytes ?? 0) > maxBytesOf(config.method.toUpperCase(), `/api/v1${config.path}`))
    throw new Error(
      `${config.path}: name the bound of this body in lib/api/body-bounds.ts; the server would refuse it.`,
    )
  door.on(config.method.toUpperCase(), config.path.replace(/\{(\w+)\}/g, ':$1'), async (c) => {
    const { viewer } = c.var
    if (signedIn && viewer === null) return problem({ refused: 'not-signed-in' })
    const input = await readInput(c, config, names)
    if (isRefusal(input)) return problem(input)
    const result = await handle(viewer, input)
    if (result instanceof Response) return result
    return result === null ? problem(notFound) : answer(result, config.status ?? 200)
  })
}

async function readInput<Body extends z.ZodType, Query extends z.ZodType>(
  c: Context<Proven>,
  config: RouteOf<Body, Query>,
  names: readonly string[],
): Promise<Input<Body, Query> | Refusal> {
  const params = Object.fromEntries(names.map((name) => [name, c.req.param(name) ?? '']))
  if (names.some((name) => name.endsWith('Id') && !isUuid(params[name] ?? ''))) return notFound
  const query = kept(config.query ?? nothing).safeParse(config.query ? c.req.query() : undefined)
  if (!query.success) return invalidInput(query.error)
  const sent = config.body ? await readJson(c.req.raw, config.maxBytes) : { json: undefined }
  if (isRefusal(sent)) return sent
  const body = kept(config.body ?? nothing).safeParse(sent.json)
  if (!body.success) return invalidInput(body.error)
  return { params, query: query.data as z.output<Query>, body: body.data as z.output<Body>, request: c.req.raw }
}

const nothing = z.undefined()

function document<Body extends z.ZodType, Query extends z.ZodType>(
  door: Door,
  config: RouteOf<Body, Query>,
  names: readonly string[],
  signedIn: boolean,
): void {
  const query = config.query instanceof z.ZodObject ? { query: config.query } : {}
  const body = config.body ? { body: { content: { 'application/json': { schema: config.body } } } } : {}
  door.openAPIRegistry.registerPath({
    method: config.method,
    path: config.path,
    summary: config.summary,
    security: signedIn ? [{ session: [] }] : [],
    request: { params: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))), ...query, ...body },
    responses: {
      [config.status ?? 200]: { description: 'Done' },
      default: { description: 'Refused: a problem document (RFC 9457) with the code in `refused`' },
    },
  })
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
