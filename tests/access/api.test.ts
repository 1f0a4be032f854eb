/**
 * Every route × every actor (SECURITY.md, promises 1–3). The routes come from the API itself, the answers were written by
 * hand. Whoever may not know of a thing gets, byte for byte, what a thing that does not exist gets; and no answer to
 * anybody holds a word that is not for them. Whoever is refused has changed nothing; what the others change is undone before the
 * next one tries.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backgroundDone } from '#lib/background.ts'
import { tellFigure } from '#tests/setup/proof.ts'
import { ACTORS, type Actor } from './actors.ts'
import { probes } from './expectations.ts'
import { comparesToMissing, judge, toldIn } from './judge.ts'
import { attempt, everyRoute, type Missing, type Probe, type Reply } from './probe.ts'
import { noteChanges, undoChanges } from './world/changes.ts'
import { makeWorld, type World } from './world/world.ts'

/** Worlds for reads and for writes: what one person may ask of the instance in a minute is bounded. */
let worlds: { readonly read: World; readonly write: World }
let cells = 0
let leaks = 0

beforeAll(async () => {
  worlds = { read: await makeWorld(), write: await makeWorld() }
  await noteChanges()
})

afterAll(() => {
  const routes = new Set(probes.map(({ route }) => route)).size
  const figure = `${routes} routes × ${ACTORS.length} actors, in ${probes.length} states = ${cells} cells, ${leaks} leaks`
  tellFigure(1, 'routes', figure)
})

it('has cells for every route that there is, and for no other', async () => {
  const tried = new Set(probes.map(({ route }) => route))
  expect([...tried].sort()).toEqual((await everyRoute()).sort())
})

describe.each(probes)('$route: $name', (probe) => {
  it('answers everybody as the table says', async () => {
    const reads = probe.route.startsWith('GET')
    for (const actor of ACTORS) await tryOne(reads ? worlds.read : worlds.write, probe, actor)
    if (reads) await expectNoChange('who reads')
  }, 60_000)
})

async function tryOne(world: World, probe: Probe, actor: Actor): Promise<void> {
  const { param, by } = probe.unseen ?? { param: '', by: [] }
  const missing = comparesToMissing(probe, actor) ? await tryAndUndo(world, probe, actor, 'all') : null
  const childless = by.includes(actor) ? await tryAndUndo(world, probe, actor, { param }) : null
  const reply = await tryAndUndo(world, probe, actor)
  cells += 1
  const told = toldIn(world.canaries, actor, reply)
  leaks += told.length
  expect.soft(told, `told to ${actor}: ${told}`).toEqual([])
  leaks += judge(probe, actor, reply, missing)
  if (childless !== null) expect.soft(reply, `${actor} learns that there is such a ${param}`).toEqual(childless)
}

/** One attempt, after which the world is as it was; what is refused has left it so. Of those that read, all are asked together. */
async function tryAndUndo(world: World, probe: Probe, actor: Actor, missing: Missing = null): Promise<Reply> {
  const reply = await attempt(world, probe, actor, missing)
  if (probe.route.startsWith('GET')) return reply
  await backgroundDone()
  if (reply.status < 400) await undoChanges()
  else await expectNoChange(actor)
  return reply
}

async function expectNoChange(by: string): Promise<void> {
  const changed = await undoChanges()
  leaks += changed.length
  expect.soft(changed, `changed without leave by ${by}`).toEqual([])
}
