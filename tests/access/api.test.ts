/**
 * Every route × every actor (SECURITY.md, promises 1–3). The routes come from the API itself, the answers were written by
 * hand. Whoever may not know of a thing gets, byte for byte, what a thing that does not exist gets; and no answer to
 * anybody holds a word that is not for them.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ACTORS, type Actor } from './actors.ts'
import { probes } from './expectations.ts'
import { judge, rank, toldIn } from './judge.ts'
import { attempt, everyRoute, type Probe } from './probe.ts'
import { makeWorld, type World } from './world/world.ts'

let calm: World
let cells = 0
let leaks = 0

beforeAll(async () => {
  calm = await makeWorld()
})

afterAll(() => {
  const routes = new Set(probes.map(({ route }) => route)).size
  console.log(`${routes} routes × ${ACTORS.length} actors, in ${probes.length} states = ${cells} cells, ${leaks} leaks`)
})

it('has cells for every route that there is, and for no other', async () => {
  const tried = new Set(probes.map(({ route }) => route))
  expect([...tried].sort()).toEqual((await everyRoute()).sort())
})

describe.each(probes)('$route: $name', (probe) => {
  it('answers everybody as the table says', async () => {
    const reads = probe.route.startsWith('GET')
    // Whom it is closed to changes nothing; each of the others finds the world as it was.
    const world = reads ? calm : await makeWorld()
    for (const actor of ACTORS)
      await tryOne(!reads && rank(probe, actor) === 2 ? await makeWorld() : world, probe, actor)
  }, 60_000)
})

async function tryOne(world: World, probe: Probe, actor: Actor): Promise<void> {
  // Where the path names nothing, there is nothing to miss, and one attempt may be all there is.
  const missing = probe.route.includes('{') ? await attempt(world, probe, actor, 'all') : null
  const { param, by } = probe.unseen ?? { param: '', by: [] }
  const childless = by.includes(actor) ? await attempt(world, probe, actor, { param }) : null
  const reply = await attempt(world, probe, actor)
  cells += 1
  const told = toldIn(world.canaries, actor, reply)
  leaks += told.length
  expect.soft(told, `told to ${actor}: ${told}`).toEqual([])
  leaks += judge(probe, actor, reply, missing)
  if (childless !== null) expect.soft(reply, `${actor} learns that there is such a ${param}`).toEqual(childless)
}
