/**
 * Every route × every actor (SECURITY.md, promises 1–3). The routes come from the API itself, the answers were written by
 * hand. Whoever may not know of a thing gets, byte for byte, what a thing that does not exist gets; and no answer to
 * anybody holds a word that is not for them. Whoever is refused has changed nothing; what the others change is undone before the
 * next one tries.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backgroundDone } from '#lib/background.ts'
import { keptLetters } from '#lib/mail/mailbox.ts'
import { tellFigure } from '#tests/setup/proof.ts'
import { countStatements } from '#tests/setup/statements.ts'
import { ACTORS, type Actor, IN_BILATERAL, IN_GROUP } from './actors.ts'
import { probes } from './expectations.ts'
import { comparesToMissing, isOpenTo, judge, missedIn, toldIn } from './judge.ts'
import { lettersSince, toldByMail } from './letters.ts'
import { attempt, everyRoute, type Missing, type Probe, type Reply } from './probe.ts'
import { saidToShow, shownAt } from './shows.ts'
import { things } from './table.ts'
import { noteChanges, undoChanges } from './world/changes.ts'
import { makeWorld, type World } from './world/world.ts'
import '#tests/setup/outbox.ts'

/** Where a hidden thing costs more than a missing one, by whom it does, each with the reason for which it gives nothing away. */
const costsMore: readonly (readonly [route: string, by: readonly Actor[]])[] = [
  // They know of the meeting, and are looked for among those who conduct it.
  ['GET /meetings/{meetingId}/closing', ['third-party', 'other-party', 'observer', 'delegate', 'head']],
  // The draft is theirs; there is nothing in it to export.
  ['GET /meetings/{meetingId}/record.json', ['organizer']],
  ['GET /meetings/{meetingId}/record.md', ['organizer']],
  // They know of the meeting; whether their party keeps a conclusion is read in the conclusion. Nothing names it to them.
  ['GET /conclusions/{conclusionId}', ['left-party']],
  ['GET /conclusions/{conclusionId}/diff', ['left-party']],
  ['POST /conclusions/{conclusionId}/withdraw', ['left-party']],
  // They read the draft; its words are no commitment yet.
  ['POST /commitments/{commitmentId}/done', IN_BILATERAL],
  // They know of the group; in it a party of another group costs what a missing one does.
  ['POST /groups/{groupId}/invitations', IN_GROUP],
  // Nothing names an invitation to anybody but those who look after it, and its id cannot be guessed.
  ['POST /invitations/{invitationId}/confirmation', ACTORS],
  ['DELETE /invitations/{invitationId}', ACTORS],
  ['POST /invitations/{invitationId}/renewal', ACTORS],
]

/** Worlds for reads and for writes: what one person may ask of the instance in a minute is bounded. */
let worlds: { readonly read: World; readonly write: World }
let cells = 0
let judged = 0
let costs = 0
let letters = 0
let leaks = 0

beforeAll(async () => {
  worlds = { read: await makeWorld(), write: await makeWorld() }
  await noteChanges()
})

afterAll(() => {
  const routes = new Set(probes.map(({ route }) => route)).size
  const figure = `${routes} routes × ${ACTORS.length} actors, in ${probes.length} states = ${cells} cells, ${leaks} leaks`
  tellFigure(1, 'routes', figure)
  tellFigure(
    1,
    'cost of routes',
    `${costs} hidden cells, each by the same statements as a missing one, but on ${costsMore.length} routes where others know of it or nothing names it`,
  )
  tellFigure(3, 'routes', `${judged} open reads × ${things.length} marked things, each there or not as the table says`)
  tellFigure(3, 'mail', `${letters} letters that acts caused, none with a marked thing that is not for its reader`)
})

it('has cells for every route that there is, and for no other', async () => {
  const tried = new Set(probes.map(({ route }) => route))
  expect([...tried].sort()).toEqual((await everyRoute()).sort())
})

it('is said of every read what it is for', () => {
  const reads = probes.filter(({ route, open }) => route.startsWith('GET') && open.length > 0)
  expect(reads.filter(({ route, name }) => shownAt(route, name) === undefined)).toEqual([])
  const names = new Set(reads.map(({ route, name }) => `${route}: ${name}`))
  expect(saidToShow.filter((said) => said.startsWith('GET ') && !names.has(said))).toEqual([])
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
  const missing = comparesToMissing(probe, actor) ? await counted(() => tryAndUndo(world, probe, actor, 'all')) : null
  const childless = by.includes(actor) ? await tryAndUndo(world, probe, actor, { param }) : null
  const { result: reply, asked } = await counted(() => tryAndUndo(world, probe, actor))
  cells += 1
  if (missing !== null) judgeCost(`${probe.route}: ${probe.name}`, actor, asked, missing.asked)
  const told = toldIn(world.canaries, actor, reply)
  leaks += told.length
  expect.soft(told, `told to ${actor}: ${told}`).toEqual([])
  leaks += judge(probe, actor, reply, missing?.result ?? null)
  if (probe.route.startsWith('GET') && isOpenTo(probe, actor)) {
    judged += 1
    const missed = missedIn(world.canaries, actor, reply, shownAt(probe.route, probe.name) ?? [])
    expect.soft(missed, `not told to ${actor}: ${missed}`).toEqual([])
  }
  if (childless !== null) expect.soft(reply, `${actor} learns that there is such a ${param}`).toEqual(childless)
}

/** One attempt, after which the world is as it was; what is refused has left it so. Of those that read, all are asked together. */
async function tryAndUndo(world: World, probe: Probe, actor: Actor, missing: Missing = null): Promise<Reply> {
  const [newest] = keptLetters()
  const reply = await attempt(world, probe, actor, missing)
  if (probe.route.startsWith('GET')) return reply
  await backgroundDone()
  for (const letter of lettersSince(newest)) {
    letters += 1
    expect.soft(toldByMail(world, letter), `told by mail to ${letter.to.address}`).toEqual([])
  }
  if (reply.status < 400) await undoChanges()
  else await expectNoChange(actor)
  return reply
}

/** What is asked of the database for an answer; what the tests ask to undo it is left out. */
async function counted<T>(work: () => Promise<T>): Promise<{ result: T; asked: readonly string[] }> {
  const { result, statements } = await countStatements(work)
  return { result, asked: statements.filter((sql) => !sql.includes('noted.')) }
}

/** Hidden and missing cost the same statements, so that no clock tells one from the other. */
function judgeCost(cell: string, actor: Actor, hidden: readonly string[], missing: readonly string[]): void {
  if (costsMore.some(([route, by]) => cell.startsWith(`${route}:`) && by.includes(actor))) return
  costs += 1
  expect.soft(hidden, `${cell} costs ${actor} other statements than a missing thing`).toEqual(missing)
}

async function expectNoChange(by: string): Promise<void> {
  const changed = await undoChanges()
  leaks += changed.length
  expect.soft(changed, `changed without leave by ${by}`).toEqual([])
}
