import { readdirSync } from 'node:fs'
import path from 'node:path'
import { sealedCookie } from '#lib/auth/session-cookie.ts'
import type { Actor } from './actors.ts'
import { missingId, type Reply } from './probe.ts'
import type { World } from './world/world.ts'

/** One way to open a page, and for whom it opens: written by hand from the table "Who sees what". */
export interface PageProbe {
  /** Where it lies below app/, without groups of routes: `/groups/[groupId]/texts`. */
  readonly page: string
  /** In which state, or as what. */
  readonly name: string
  /** For each part of the path in brackets, the name of the world's id, or a literal beginning with `=`. */
  readonly params?: Readonly<Record<string, string>>
  /** What is asked of it; a name of the world's ids in brackets stands for that id, of a thing that is there. */
  readonly query?: string
  /** For whom it opens, or who are led on from it. Nobody else learns more than of a page about a missing thing. */
  readonly open: readonly Actor[]
  /** Belong to the group, and find nothing here: that there is such a page is no secret to them. */
  readonly closed?: readonly Actor[]
  /** What the last part of the path is said to be part of is known to the group. */
  readonly parentKnown?: true
  /** Opens without signing in too. */
  readonly public?: true
  /** Whoever holds the secret in its address reads these words. */
  readonly reveals?: readonly string[]
}

/** Which parts of the path name missing things: all of them, all below the group, or the last. */
export type Missing = 'all' | 'in-group' | 'last' | null

const passing = ['date', 'keep-alive', 'connection', 'content-length']

/** Opens pages on a running server. */
export class Browser {
  readonly #origin: string
  readonly #world: World
  readonly #missing = new Map<string, Promise<Reply>>()

  constructor(origin: string, world: World) {
    this.#origin = origin
    this.#world = world
  }

  /** What the server answers, without what differs between any two answers. */
  async open(
    probe: PageProbe,
    actor: Actor,
    missing: Missing = null,
    headers: Record<string, string> = {},
  ): Promise<Reply> {
    const sent = { redirect: 'manual', headers: { ...headers, ...(await this.cookieOf(actor)) } } as const
    const response = await fetch(`${this.#origin}${pathOf(this.#world, probe, missing)}`, sent)
    const kept = [...response.headers].filter(([name]) => !passing.includes(name))
    const ids = this.#idsOf(probe)
    return {
      status: response.status,
      body: withoutIds(await response.text(), ids),
      headers: withoutIds(JSON.stringify(kept.sort()), ids),
    }
  }

  /** What the server answers of a missing thing: one answer for whatever is missed at the same address. */
  openMissing(
    probe: PageProbe,
    actor: Actor,
    missing: Exclude<Missing, null>,
    headers: Record<string, string>,
  ): Promise<Reply> {
    const asked = JSON.stringify([pathOf(this.#world, probe, missing), actor, headers])
    const known = this.#missing.get(asked) ?? this.open(probe, actor, missing, headers)
    this.#missing.set(asked, known)
    return known
  }

  /** The address of a page as the world fills it. */
  addressOf(probe: PageProbe): string {
    return `${this.#origin}${pathOf(this.#world, probe, null)}`
  }

  async cookieOf(actor: Actor): Promise<Record<string, string>> {
    const viewer = this.#world.viewers[actor]
    return viewer === null ? {} : { cookie: (await sealedCookie(viewer.sessionId)).split(';')[0] ?? '' }
  }

  #idsOf({ params = {}, page }: PageProbe): readonly string[] {
    return namesIn(page).flatMap((name) => this.#world.ids[params[name] ?? name] ?? [])
  }
}

function pathOf({ ids }: World, { page, params = {}, query = '' }: PageProbe, missing: Missing): string {
  const filled = page.replace(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => {
    const key = params[name] ?? name
    if (key.startsWith('=')) return key.slice(1)
    const last = name === namesIn(page).at(-1)
    if (missing === 'all' || (missing === 'in-group' && name !== 'groupId') || (missing === 'last' && last))
      return missingId
    const id = ids[key]
    if (id === undefined) throw new Error(`The world has no ${key}.`)
    return id
  })
  return filled + query.replace(/\[(\w+)\]/g, (_, name: string) => ids[name] ?? name)
}

export function namesIn(page: string): readonly string[] {
  return [...page.matchAll(/\[(?:\.\.\.)?(\w+)\]/g)].map((match) => String(match[1]))
}

/** The address stands in the page itself. */
function withoutIds(text: string, ids: readonly string[]): string {
  return ids.reduce((all, id) => all.replaceAll(id, missingId), text)
}

/** Every page and every handler below app/, but the API, which has a list of its own. */
export function everyPage(): readonly string[] {
  const app = path.resolve(import.meta.dirname, '..', '..', 'app')
  const files = readdirSync(app, { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file) && !file.startsWith('api/v1/'))
    .map((file) => `/${path.dirname(file)}`.replaceAll(/\/\([^)]+\)/g, '').replace(/^\/\.?$/, '') || '/')
}
