/**
 * Every page × every actor (SECURITY.md, promises 1–3), on a running server. The pages come from the app/ tree, the answers were
 * written by hand. Whoever may not know of a thing gets, byte for byte, what they get of one that does not exist.
 */
import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeDatabase } from '#lib/db/connection.ts'
import { settings } from '#lib/settings.ts'
import { tellFigure } from '#tests/setup/proof.ts'
import { type RunningServer, startServer } from '#tests/setup/running-server.ts'
import { ACTORS, type Actor, IN_GROUP, SIGNED_IN } from './actors.ts'
import { outcomeOf, saidBy } from './alike.ts'
import { missedIn, toldIn } from './judge.ts'
import { pageProbes } from './page-expectations.ts'
import { Browser, everyPage, type PageProbe } from './page-probe.ts'
import type { Reply } from './probe.ts'
import { saidToShow, shownAt } from './shows.ts'
import { things } from './table.ts'
import { makeWorld, type World } from './world/world.ts'

let world: World
let server: RunningServer
let browser: Browser
let cells = 0
let judged = 0
let leaks = 0

beforeAll(async () => {
  world = await makeWorld()
  // One process at a time has the data: the server finds the world as it was left.
  await closeDatabase()
  server = await startServer({ dataDir: settings().dataDir })
  browser = new Browser(server.baseUrl, world)
}, 120_000)

afterAll(async () => {
  const pages = new Set(pageProbes.map(({ page }) => page)).size
  const figure = `${pages} pages × ${ACTORS.length} actors, in ${pageProbes.length} states = ${cells} cells, ${leaks} leaks`
  tellFigure(1, 'pages', figure)
  tellFigure(3, 'pages', `${judged} open cells × ${things.length} marked things, each there or not as the table says`)
  await server?.stop()
})

it('has cells for every page that there is, and for no other', () => {
  const tried = new Set(pageProbes.map(({ page }) => page))
  expect([...tried].sort()).toEqual([...everyPage()].sort())
})

it('is said of every page what it is for', () => {
  const open = pageProbes.filter((probe) => probe.open.length > 0)
  expect(open.filter(({ page, name }) => shownAt(page, name) === undefined)).toEqual([])
  const names = new Set(open.map(({ page, name }) => `${page}: ${name}`))
  expect(saidToShow.filter((said) => said.startsWith('/') && !names.has(said))).toEqual([])
})

describe.each(pageProbes)('$page: $name', (probe) => {
  it('opens for whom the table says', async () => {
    await Promise.all(ACTORS.map((actor) => tryOne(probe, actor)))
  }, 60_000)
})

it('answers alike wherever an address leads nowhere', async () => {
  const at = (page: string): PageProbe => ({ page, name: 'nowhere', open: [] })
  for (const actor of ACTORS) {
    const one = await browser.open(at('/no-such-page'), actor)
    const other = await browser.open(at('/no-such-place'), actor)
    expect.soft(one.status).toBe(404)
    expect.soft(saidBy(one)).toEqual(saidBy({ ...other, body: other.body.replaceAll('no-such-place', 'no-such-page') }))
  }
})

/** As a page, and as what the browser fetches when it goes from page to page. */
async function tryOne(probe: PageProbe, actor: Actor): Promise<void> {
  for (const asked of [probe, { ...probe, query: `${probe.query ?? ''}${probe.query ? '&' : '?'}_rsc=` }]) {
    const headers: Record<string, string> = asked === probe ? {} : { rsc: '1' }
    const reply = await browser.open(asked, actor, null, headers)
    cells += 1
    const told = toldIn(world.canaries, actor, reply).filter((thing) => probe.reveals?.includes(thing) !== true)
    leaks += told.length
    expect.soft(told, `told to ${actor}: ${told}`).toEqual([])
    if (probe.open.includes(actor)) {
      judged += 1
      const missed = missedIn(world.canaries, actor, reply, shownAt(probe.page, probe.name) ?? [])
      expect.soft(missed, `not told to ${actor}: ${missed}`).toEqual([])
      if (isDrawn(reply)) expect.soft(reply.body, `not named to ${actor}`).toContain('<h1')
    }
    await judgePage(asked, actor, reply, headers)
  }
}

/** A page that is there to be read, and leads on to no other: everybody who may open it is told by its heading where they are. */
function isDrawn({ status, body }: Reply): boolean {
  return status === 200 && body.startsWith('<') && !body.includes('NEXT_REDIRECT')
}

async function judgePage(probe: PageProbe, actor: Actor, reply: Reply, headers: Record<string, string>): Promise<void> {
  const outcome = outcomeOf(reply)
  const cell = `${actor} ${JSON.stringify(headers)}: ${reply.status} ${reply.body.slice(0, 200)}`
  if (probe.open.includes(actor))
    return expect.soft([outcome, reply.status < 400], `closed to ${cell}`).toEqual(['open', true])
  if (probe.closed?.includes(actor)) return expect.soft(outcome, `open to ${cell}`).toBe('missing')
  const inGroup = probe.parentKnown ? 'last' : 'in-group'
  const missing = await browser.openMissing(probe, actor, IN_GROUP.includes(actor) ? inGroup : 'all', headers)
  const [said, saidOfNothing] = [saidBy(reply), saidBy(missing)]
  if (outcome === 'open' || !isDeepStrictEqual(said, saidOfNothing)) leaks += 1
  expect.soft(said, `not like a missing thing to ${cell}`).toEqual(saidOfNothing)
  expect.soft(outcome, `not as a missing thing to ${cell}`).toBe(SIGNED_IN.includes(actor) ? 'missing' : 'sign-in')
}
