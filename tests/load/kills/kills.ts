/** Round upon round of kills on the database of this test file, and what was seen of them. */
import { expect, inject } from 'vitest'
import { closeDatabase } from '#lib/db/connection.ts'
import { settings } from '#lib/settings.ts'
import { type Held, heldMeeting, meetingOf } from '#tests/setup/meetings.ts'
import { rounds } from '#tests/setup/proof.ts'
import { type SpawnedServer, spawnServer } from '#tests/setup/spawn-server.ts'
import { mustHoldItself } from './found.ts'
import { type Done, killUnderLoad, type Moment, mustBeThereOnce, sendAgain } from './round.ts'
import { seeded, seedOfRun } from './seeded.ts'
import { kindsOfActs } from './writers.ts'

/** Answers in a round, and turns afterwards, at most. A turn is far shorter than a write takes, all of them about as long. */
const most: Moment = { answers: rounds({ sample: 25, whole: 60 }), turns: 1_000 }

/**
 * Kills a server under load so many times, on the database of the settings, and starts it again each time.
 *
 * @returns what was seen, as a figure.
 */
export async function killsUnderLoad(kills: number): Promise<string> {
  const seed = seedOfRun()
  console.log(`KILLS_SEED=${seed} kills at the same moments again`)
  const choose = seeded(seed)
  const meetings = await meetingsFor(kills)
  await closeDatabase()
  let server = await start()
  try {
    const past: Done[] = []
    for (const [index, held] of meetings.entries()) {
      const moment = { answers: choose(most.answers), turns: choose(most.turns) }
      const round = `round ${index + 1} of seed ${seed}, killed after ${moment.answers} answers and ${moment.turns} turns`
      await named(round, async () => {
        const done = await killUnderLoad(server, held, `round ${index + 1}`, moment)
        server = await start()
        await Promise.all(done.map((one) => checked(server, one)))
        past.push(...done)
      })
    }
    // What was there after its own kill is there after all later ones.
    for (const done of past) await mustBeThereOnce(server.baseUrl, done)
    expect(await server.stop()).toBe(0)
    return figureOf(kills, past)
  } finally {
    await server.kill()
  }
}

/** Before anything is sent again, then after all of it was. */
async function checked(server: SpawnedServer, done: Done): Promise<void> {
  await mustBeThereOnce(server.baseUrl, done)
  await sendAgain(server.baseUrl, done)
  await mustBeThereOnce(server.baseUrl, done)
  await mustHoldItself(server.baseUrl, done.held)
}

/** In each round a bilateral and a meeting of three parties, which were not in a round before: no meeting holds conclusions without end. */
async function meetingsFor(kills: number): Promise<readonly (readonly Held[])[]> {
  const groups = [await heldMeeting(2), await heldMeeting(3)]
  const made: Held[][] = []
  for (let round = 0; round < kills; round++) {
    const held: Held[] = []
    for (const group of groups)
      held.push({ ...group, ...(await meetingOf(group.groupId, group.sides, { ...group, state: 'open' })) })
    made.push(held)
  }
  return made
}

function start(): Promise<SpawnedServer> {
  const { dataDir, databaseUrl = '' } = settings()
  return spawnServer({ dataDir, distDir: inject('distDir'), env: { DATABASE_URL: databaseUrl } })
}

/** A failure tells in which round it was. */
async function named(round: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    throw new Error(`In ${round}: ${error instanceof Error ? error.message : error}`, { cause: error })
  }
}

function figureOf(kills: number, past: readonly Done[]): string {
  const sent = past.flatMap(({ sent }) => sent)
  const late = sent.filter(({ status, late }) => late || status === 0).length
  const heads = past.flatMap(({ heads }) => heads).length
  return `${kills} kills under load, each after 1 to ${most.answers} answers: ${sent.length - late} acknowledged writes of ${kindsOfActs} kinds, all sent again under their keys, 0 lost, 0 doubled; ${late} without an answer, sent again at once under theirs: none twice; ${past.length} records hold ${heads} heads exported before; 0 failed starts`
}
