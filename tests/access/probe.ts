import { request } from '#tests/setup/people.ts'
import { DELETE, GET, PATCH, POST, PUT } from '../../app/api/v1/[[...path]]/route.ts'
import type { Actor } from './actors.ts'
import type { World } from './world/world.ts'

/** One way to try a route, and who may do what by it: written by hand from the table "Who sees what". */
export interface Probe {
  /** As `openapi.json` names it: `GET /texts/{textId}`. */
  readonly route: string
  /** In which state, or as what. */
  readonly name: string
  /** For each parameter of the path, the name of the world's id, or a literal beginning with `=`. */
  readonly params?: Readonly<Record<string, string>>
  readonly query?: string
  readonly body?: (ids: World['ids']) => unknown
  /** Who is let do it. Whoever is not named here or in `sees` gets what a missing thing gets. */
  readonly open: readonly Actor[]
  /** Know of it, and are told that this act is for others. */
  readonly sees?: readonly Actor[]
  /** The code by which those to whom it is open are refused here, because of how things stand and not of who they are. */
  readonly refused?: string
  /** Those who have to do with it and are refused by a code of its own: what they know, and why it is not for them. */
  readonly told?: Readonly<Partial<Record<Actor, string>>>
  /** A parameter of the path whose thing these do not know of, though they know of what it is part of: it answers them like a missing one. */
  readonly unseen?: { readonly param: string; readonly by: readonly Actor[] }
}

export interface Reply {
  readonly status: number
  readonly body: string
  readonly headers: string
}

/** The API, by method. */
export const handlers: Readonly<Record<string, (request: Request) => Response | Promise<Response>>> = {
  DELETE,
  GET,
  PATCH,
  POST,
  PUT,
}

/** An id that nothing has. */
export const missingId = '01990000-0000-7000-8000-000000000000'

/** Which ids of the path are those of missing things; `all` of them, or one parameter's. */
export type Missing = 'all' | { readonly param: string } | null

let network = 0

/** What the probe answers to an actor. */
export async function attempt(world: World, probe: Probe, actor: Actor, missing: Missing = null): Promise<Reply> {
  const [method = '', path = ''] = probe.route.split(' ')
  const handler = handlers[method]
  if (handler === undefined) throw new Error(`The API has no ${method}.`)
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => idIn(world, probe, name, missing))
  // Requests of one network are bounded; each comes from one of its own.
  network += 1
  const from = { 'x-forwarded-for': `10.${network >> 16}.${(network >> 8) & 255}.${network & 255}` }
  const body = probe.body?.(world.ids)
  const sent = await request(world.viewers[actor], method, filled + (probe.query ?? ''), body, from)
  const response = await handler(sent)
  return {
    status: response.status,
    body: await response.text(),
    headers: JSON.stringify([...response.headers].filter(([name]) => name !== 'date').sort()),
  }
}

function idIn({ ids }: World, { params = {} }: Probe, name: string, missing: Missing): string {
  const key = params[name] ?? name
  if (key.startsWith('=')) return key.slice(1)
  if (missing === 'all' || missing?.param === name) return missingId
  const id = ids[key]
  if (id === undefined) throw new Error(`The world has no ${key}.`)
  return id
}

/** Every route there is, from the document that the API itself gives. */
export async function everyRoute(): Promise<string[]> {
  const response = await GET(await request(null, 'GET', '/openapi.json'))
  const { paths } = (await response.json()) as { paths: Record<string, Record<string, unknown>> }
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace('/api/v1', '')}`),
  )
}
