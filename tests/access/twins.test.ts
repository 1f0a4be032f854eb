/**
 * Twin worlds (SECURITY.md, promises 1 and 3): every read of the API and every page, as everybody, in a world that has everything and in
 * one that lacks whatever they may not see. Equal answers give nothing away, in no count, order, number or time.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeDatabase } from '#lib/db/connection.ts'
import { settings } from '#lib/settings.ts'
import { rounds, tellFigure } from '#tests/setup/proof.ts'
import { type RunningServer, startServer } from '#tests/setup/running-server.ts'
import type { Actor } from './actors.ts'
import { withoutRequest } from './alike.ts'
import { probes } from './expectations.ts'
import { pageProbes } from './page-expectations.ts'
import { Browser } from './page-probe.ts'
import { attempt } from './probe.ts'
import { leavesOf, makeTwins, TWIN_ACTORS, type Twins, withoutWorld } from './twins.ts'
import type { World } from './world/world.ts'

let twins: Twins
const told = { reads: 0, pages: 0 }

beforeAll(async () => {
  twins = await makeTwins()
}, 120_000)

function worldsOf(actor: Actor): readonly [World, World] {
  const twin = twins.of.get(actor)
  if (twin === undefined) throw new Error(`There is no twin for ${actor}.`)
  return [twins.whole, twin]
}

/** Everybody; in a sample some of them, others for each page, so that nobody is left out. */
function actorsOf(page: number): readonly Actor[] {
  const many = rounds({ sample: 4, whole: TWIN_ACTORS.length })
  return TWIN_ACTORS.filter((_, at) => (at + page * many) % TWIN_ACTORS.length < many)
}

function same(actor: Actor, one: object, other: object): void {
  expect.soft(one, `${actor} learns what is hidden`).toEqual(other)
}

describe('reads of the API', () => {
  const reads = probes.filter(({ route }) => route.startsWith('GET'))

  it.each(reads)('$route: $name', async (probe) => {
    for (const actor of TWIN_ACTORS) {
      const [whole, twin] = worldsOf(actor)
      told.reads += 1
      same(actor, withoutWorld(await attempt(whole, probe, actor)), withoutWorld(await attempt(twin, probe, actor)))
    }
  })
})

describe('pages', () => {
  let server: RunningServer

  beforeAll(async () => {
    // One process at a time has the data: the server finds the worlds as they were left.
    await closeDatabase()
    server = await startServer({ dataDir: settings().dataDir })
  }, 120_000)

  afterAll(() => server?.stop())

  // Whoever holds the secret of an invitation may see what it says. A handler answers with a secret of its own each time.
  const pages = pageProbes
    .filter(({ page, reveals }) => reveals === undefined && !page.startsWith('/api/'))
    .map((probe, index) => ({ ...probe, index }))

  it.each(pages)('$page: $name', async (probe) => {
    const asked = { ...probe, query: `${probe.query ?? ''}${probe.query ? '&' : '?'}_rsc=` }
    const ask = async (world: World, actor: Actor) =>
      leavesOf(
        withoutRequest(withoutWorld(await new Browser(server.baseUrl, world).open(asked, actor, null, { rsc: '1' }))),
      )
    await Promise.all(
      actorsOf(probe.index).map(async (actor) => {
        const [whole, twin] = worldsOf(actor)
        told.pages += 1
        same(actor, await ask(whole, actor), await ask(twin, actor))
      }),
    )
  })
})

afterAll(() => {
  const { reads, pages } = told
  tellFigure(1, 'twin worlds', `${reads} reads and ${pages} pages, the same with and without what is hidden`)
})
