/**
 * Attack 57 of SECURITY.md on a running server: connections that promise a large body, send nearly all of it and stall hold
 * little memory, are ended in time, and keep nobody else from being answered.
 */
import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rounds, tellFigure } from '#tests/setup/proof.ts'
import { type RunningServer, startServer } from '#tests/setup/running-server.ts'
import { cookieOfStart } from '#tests/setup/served-cookie.ts'

const many = rounds({ sample: 160, whole: 400 })
/** Whether to wait until the last of them has had its turn and its time, which takes some minutes where somebody is signed in. */
const waitsForAll = rounds({ sample: 0, whole: 1 }) === 1
/** Megabytes that one stalled connection may hold of the server's memory. */
const mostMegabytes = 0.3
const promised = 10_400_000
const sent = Buffer.alloc(9_900_000, 'x')

let server: RunningServer
let cookie: string

beforeAll(async () => {
  server = await startServer()
  cookie = await cookieOfStart(server)
  // Whatever is loaded with the first request is no part of what a connection costs.
  for (let asked = 0; asked < 100; asked += 1) for (const path of ['/groups', '/api/v1/me']) await ask(path)
}, 120_000)

afterAll(() => server?.stop())

const ask = async (path: string): Promise<number> =>
  (await fetch(`${server.baseUrl}${path}`, { headers: { cookie } })).status

/** Megabytes of the server's process that are in memory. */
function resident(): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes) / 1024
}

interface Stalled {
  readonly socket: Socket
  readonly over: Promise<void>
}

/** One of `many`; a quarter of them comes from each of four addresses of this machine. */
function stall(index: number, head: readonly string[]): Stalled {
  const { port, hostname } = new URL(server.baseUrl)
  const socket = connect({ host: '127.0.0.1', port: Number(port), localAddress: `127.0.0.${2 + (index % 4)}` })
  const over = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  // A server that refuses may end the connection while it is still written to.
  socket.on('error', () => undefined)
  socket.resume()
  socket.write([...head, `host: ${hostname}:${port}`, `content-length: ${promised}`, '', ''].join('\r\n'))
  socket.write(sent)
  return { socket, over }
}

/** The most that the server took while it answered others. */
async function mostWhileOthersAsk(): Promise<number> {
  let most = 0
  for (let asked = 0; asked < 40; asked += 1) {
    expect(await ask('/api/v1/me')).toBe(200)
    most = Math.max(most, resident())
  }
  return most
}

const post = 'POST /api/v1/groups/0190a000-0000-7000-8000-000000000001/texts/pasted HTTP/1.1'

describe.each([
  ['anonymous', () => [post, `origin: ${server.baseUrl}`]],
  ['signed in', () => [post, `origin: ${server.baseUrl}`, `cookie: ${cookie}`]],
  ['to a page', () => ['POST /groups HTTP/1.1', `cookie: ${cookie}`]],
] as const)('given stalled bodies, %s', (who, head) => {
  it('then each holds little memory, others are answered, and the server ends them', async () => {
    const before = resident()
    const stalled = Array.from({ length: many }, (_, index) => stall(index, head()))
    const each = Math.max(0, (await mostWhileOthersAsk()) - before) / many
    if (who === 'signed in' && !waitsForAll) for (const { socket } of stalled) socket.destroy()
    await Promise.all(stalled.map(({ over }) => over))
    tellFigure(
      14,
      `stalled bodies, ${who}`,
      `${many} connections that sent 9.9 of 10.4 MB: ${each.toFixed(2)} MB each, all ended`,
    )
    expect(each).toBeLessThan(mostMegabytes)
    expect(await ask('/api/v1/me')).toBe(200)
  }, 240_000)
})
