/**
 * What is hidden takes as long as what is missing (SECURITY.md, promise 1 and attack 12), on a running server. Of each noun one that is
 * hidden and one that is missing are asked for in turns; told is how well the times tell them apart: the share of pairs, of all that
 * can be made, in which the hidden one took longer. One half is no better than a coin.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sealedCookie } from '#lib/auth/session-cookie.ts'
import { closeDatabase } from '#lib/db/connection.ts'
import { asSystem } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { settings } from '#lib/settings.ts'
import { missingId } from '#tests/access/probe.ts'
import { makeWorld, type World } from '#tests/access/world/world.ts'
import { signedIn } from '#tests/setup/people.ts'
import { rounds, tellFigure } from '#tests/setup/proof.ts'
import { type RunningServer, startServer } from '#tests/setup/running-server.ts'

const PAIRS = rounds({ sample: 40, whole: 2000 })
/** How far from one half the share may lie. Forty pairs scatter more than two thousand. */
const BOUND = rounds({ sample: 35, whole: 10 }) / 100

const nouns = [
  { noun: 'meeting', at: '/meetings/', id: 'bilateralId', below: '' },
  { noun: 'record', at: '/meetings/', id: 'closedId', below: '/record.json' },
  { noun: 'conclusion', at: '/conclusions/', id: 'putId', below: '' },
  { noun: 'text', at: '/texts/', id: 'limitedTextId', below: '' },
  { noun: 'party', at: '/parties/', id: 'foreignPartyId', below: '' },
  { noun: 'group', at: '/groups/', id: 'foreignGroupId', below: '' },
] as const

/** What one person may ask in a minute is bounded: so many ask in turn. */
const ASKING = Math.ceil((2 * PAIRS * nouns.length) / 400)

let world: World
let server: RunningServer
let cookies: readonly string[]
let asked = 0

beforeAll(async () => {
  world = await makeWorld()
  const viewers: Viewer[] = []
  for (let n = 0; n < ASKING; n++) viewers.push(await signedIn('Tove Lind'))
  const { groupId = '', thirdId = '' } = world.ids
  const members = viewers.map(({ personId }) => ({ groupId, partyId: thirdId, personId, role: 'delegate' }))
  await asSystem('test', (tx) => tx.partyMember.createMany({ data: members }), { write: true })
  cookies = await Promise.all(viewers.map(async ({ sessionId }) => (await sealedCookie(sessionId)).split(';')[0] ?? ''))
  await closeDatabase()
  server = await startServer({ dataDir: settings().dataDir })
}, 120_000)

afterAll(() => server?.stop())

/** Milliseconds until the whole answer is there; whatever it is about, it says that there is nothing. */
async function timed(path: string, cookie: string): Promise<number> {
  const from = performance.now()
  const response = await fetch(`${server.baseUrl}/api/v1${path}`, { headers: { cookie } })
  await response.arrayBuffer()
  const took = performance.now() - from
  expect(response.status).toBe(404)
  return took
}

/** The share of pairs in which one of `long` is longer than one of `short`; equal ones count half. */
function shareLonger(long: readonly number[], short: readonly number[]): number {
  const longer = long.map((one) => short.reduce((sum, other) => sum + (one > other ? 1 : one === other ? 0.5 : 0), 0))
  return longer.reduce((sum, count) => sum + count, 0) / (long.length * short.length)
}

describe.each(nouns)('a hidden $noun', ({ noun, at, id, below }) => {
  it('takes as long as a missing one', async () => {
    const hidden: number[] = []
    const missing: number[] = []
    for (let pair = -5; pair < PAIRS; pair++) {
      asked += 1
      const cookie = cookies[asked % cookies.length] ?? ''
      const one = () => timed(`${at}${world.ids[id]}${below}`, cookie)
      const other = () => timed(`${at}${missingId}${below}`, cookie)
      const first = pair % 2 === 0 ? await one() : await other()
      const second = pair % 2 === 0 ? await other() : await one()
      // The first few find a server that has not run this yet.
      if (pair < 0) continue
      hidden.push(pair % 2 === 0 ? first : second)
      missing.push(pair % 2 === 0 ? second : first)
    }
    const share = shareLonger(hidden, missing)
    expect(Math.abs(share - 0.5)).toBeLessThan(BOUND)
    tellFigure(
      1,
      `time of a ${noun}`,
      `${PAIRS} pairs: the hidden one took longer in ${(share * 100).toFixed(1)} of 100`,
    )
  }, 900_000)
})
