/**
 * Promise 19 of SECURITY.md on a running server: forty clients of one person, who load pages without a pause, do not make
 * another person wait. What the other waits is compared with what they waited just before, in the same run. And clients that leave
 * before they have their answers keep nobody from theirs.
 */
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sealedCookie } from '#lib/auth/session-cookie.ts'
import { closeDatabase } from '#lib/db/connection.ts'
import { settings } from '#lib/settings.ts'
import type { Actor } from '#tests/access/actors.ts'
import { makeWorld, type World } from '#tests/access/world/world.ts'
import { rounds, tellFigure } from '#tests/setup/proof.ts'
import { type RunningServer, startServer } from '#tests/setup/running-server.ts'

const clients = 40
const pages = rounds({ sample: 30, whole: 300 })
/** Milliseconds that others wait more at most. */
const most = 250
/** Connections that are dropped, each later by a millisecond than the one before, up to twenty. */
const dropped = rounds({ sample: 600, whole: 10_000 })

let world: World
let server: RunningServer

beforeAll(async () => {
  world = await makeWorld()
  // One process at a time has the data: the server finds the world as it was left.
  await closeDatabase()
  // The load is what is looked at here, and not the limit that ends it.
  server = await startServer({ dataDir: settings().dataDir, env: { PAGES_PER_MINUTE: '9999999' } })
}, 120_000)

afterAll(() => server?.stop())

const cookieOf = async (actor: Actor): Promise<string> =>
  (await sealedCookie(world.viewers[actor]?.sessionId ?? '')).split(';')[0] ?? ''

/** Opens a page and returns how long that took, in milliseconds. */
function open(path: string, cookie: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const began = performance.now()
    const sent = request(server.baseUrl + path, { agent, headers: { cookie } }, (answer) => {
      answer.resume().on('error', reject)
      answer.once('end', () => {
        // What is beyond the measure of the API is answered too, and costs a turn like the rest.
        if (answer.statusCode === 200 || (path.startsWith('/api/') && answer.statusCode === 429))
          resolve(performance.now() - began)
        else reject(new Error(`${path}: ${answer.statusCode}`))
      })
    })
    sent.on('error', reject).end()
  })
}

/** The median and the slowest tenth of some loads, one after the other. */
async function waits(path: string, cookie: string): Promise<{ median: number; tenth: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const times: number[] = []
  for (let n = 0; n < pages; n += 1) times.push(await open(path, cookie, agent))
  agent.destroy()
  const sorted = times.sort((a, b) => a - b)
  const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? 0
  return { median: at(0.5), tenth: at(0.9) }
}

/** What forty clients ask without a pause: pages, which take long, and views, of which the embedded database answers many in a row. */
const asked = [
  { name: 'pages', proof: 'forty clients of one person', at: () => textPath() },
  { name: 'views', proof: 'forty clients of one person that ask for views', at: () => '/api/v1/groups' },
] as const

const textPath = () => `/groups/${world.ids.groupId}/texts/${world.ids.textId}`

describe.each(asked)('given forty clients of one person that ask for $name without a pause', ({ proof, at }) => {
  it(`then another person waits at most ${most} ms more for a page`, async () => {
    const path = textPath()
    const [mine, others] = [await cookieOf('organizer'), await cookieOf('head')]
    await waits(path, mine)
    const alone = await waits(path, others)
    const agent = new Agent({ keepAlive: true, maxSockets: clients })
    let goOn = true
    let loaded = 0
    const load = Array.from({ length: clients }, async () => {
      while (goOn) {
        await open(at(), mine, agent)
        loaded += 1
      }
    })
    const beside = await waits(path, others)
    goOn = false
    await Promise.all(load)
    agent.destroy()
    const told = (ms: number): string => `${Math.round(ms)} ms`
    tellFigure(
      19,
      proof,
      `${pages} pages of another person beside ${loaded} of theirs: median ${told(alone.median)} alone, ${told(beside.median)} beside them (${(beside.median / alone.median).toFixed(1)} times, ${told(beside.median - alone.median)} more); slowest tenth ${told(alone.tenth)} and ${told(beside.tenth)}`,
    )
    expect(loaded).toBeGreaterThan(clients)
    expect(beside.median - alone.median).toBeLessThan(most)
  }, 120_000)
})

describe('given clients that drop their connection while they are answered', () => {
  it('then neither they nor others wait for those answers', async () => {
    const mine = await cookieOf('organizer')
    const { port, host } = new URL(server.baseUrl)
    for (let n = 0; n < dropped; n += 1) {
      const socket = connect(Number(port), '127.0.0.1').on('error', () => undefined)
      await once(socket, 'connect')
      socket.pause().write(requestOf(n, host, mine))
      await wait(n % 20)
      if (n % 40 < 20) socket.destroy()
      else socket.resetAndDestroy()
    }
    for (const cookie of [mine, await cookieOf('head')])
      expect(await waits('/api/v1/me', cookie)).toMatchObject({ median: expect.any(Number) })
    tellFigure(19, 'dropped connections', `${dropped} dropped within 20 ms: the same person and another are answered`)
  }, 600_000)
})

/** A look at a list, at a page, or a write without words, in one of the ways in which answers are packed. */
function requestOf(n: number, host: string, cookie: string): string {
  const [line, body] = [
    ['GET /api/v1/groups', ''],
    ['GET /', ''],
    ['POST /api/v1/groups', '{}'],
  ][n % 3] as [string, string]
  const encoding = ['gzip', 'br', 'identity'][Math.floor(n / 3) % 3]
  return [
    `${line} HTTP/1.1`,
    `Host: ${host}`,
    `Origin: ${server.baseUrl}`,
    `Cookie: ${cookie}`,
    `Accept-Encoding: ${encoding}`,
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
    '',
    body,
  ].join('\r\n')
}
