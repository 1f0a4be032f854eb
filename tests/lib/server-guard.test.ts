/** The server's guard on raw connections: each thing that a client may do wrong has an answer, and keeps nobody else waiting. */
import { EventEmitter, once } from 'node:events'
import { request as ask } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import { noteSession } from '#lib/auth/known-sessions.ts'
import { sealedCookie } from '#lib/auth/session-cookie.ts'
import { noteSeesMeeting } from '#lib/server/crowds.ts'
import type { GuardOptions, Handle } from '#lib/server/guard.ts'
import { mostStill } from '#lib/server/limits.ts'
import { readSettings } from '#lib/settings.ts'
import { say } from '#lib/words/say.ts'
import { head, raw } from '#tests/setup/raw.ts'
import { freePort } from '#tests/setup/server.ts'
import { openServer } from '../../scripts/set-up/port.ts'

process.env.AUTH_SECRET = 'a secret of the tests, which is long enough'

const sessions = Array.from({ length: 9 }, (_, n) => `0190a000-0000-7000-8000-00000000000${n}`)
const cookies = await Promise.all(sessions.map(async (id) => (await sealedCookie(id)).split(';')[0] ?? ''))
const [cookie = '', ended = ''] = cookies

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** Tells the length of the body that it was given. */
const measure: Handle = async (request, response) => {
  // As the framework hands it on: no stream that was read before.
  const body = await new Response(request as unknown as ReadableStream).text()
  response.end(`took ${body.length}`)
}

/** Works on each request until it is told to end the one that began first. */
function held() {
  const begun: { readonly url: string | undefined; readonly cookie: string | undefined }[] = []
  const ends: (() => void)[] = []
  const handle: Handle = ({ url, headers }, response) =>
    new Promise<void>((resolve) => {
      begun.push({ url, cookie: headers.cookie })
      ends.push(() => {
        response.end('done')
        resolve()
      })
    })
  return { handle, begun, endOne: () => ends.shift()?.() }
}

interface Served {
  readonly port: number
  /** How many connections the server has. */
  readonly connections: () => Promise<number>
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Response>
}

async function served(
  handle: Handle = measure,
  env: Record<string, string> = {},
  more: Partial<GuardOptions> = {},
  within = 10_000,
): Promise<Served> {
  const port = await freePort()
  const { server, answerWith } = await openServer(readSettings({ PORT: String(port), ...env }), { within })
  // As scripts/serve.ts listens: without an answer, a wish to speak another protocol would hang.
  server.on('upgrade', () => undefined)
  const isLive = async (id: string) => id !== sessions[1]
  answerWith(handle, { isDevelopment: false, pagesPerMinute: 600, isLive, ...more })
  closing.push(async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  })
  const { port: open } = server.address() as AddressInfo
  const connections = () =>
    new Promise<number>((resolve, reject) => {
      server.getConnections((error, count) => (error ? reject(error) : resolve(count)))
    })
  return { port: open, connections, get: (path, headers = {}) => fetch(`http://127.0.0.1:${open}${path}`, { headers }) }
}

const upload = 'POST /api/v1/groups/0190a000-0000-7000-8000-000000000009/texts HTTP/1.1'
const statusOf = (answer: string): number => Number(answer.split(' ')[1])

describe('given a body that is larger than its route takes, when its head has come', () => {
  it.each([
    ['a file beyond its bound', [upload, 'Content-Length: 5242881', `Cookie: ${cookie}`], 413],
    ['a file from nobody who is signed in', [upload, 'Content-Length: 5242880'], 401],
    ['a file in a session that has ended', [upload, 'Content-Length: 5242880', `Cookie: ${ended}`], 401],
    ['a file without a length from nobody', [upload, 'Transfer-Encoding: chunked'], 401],
    ['a sign-in of 17 KB', ['POST /api/v1/sign-in-links HTTP/1.1', 'Content-Length: 17000'], 401],
    ['an act of 257 KB', ['PATCH /api/v1/me HTTP/1.1', 'Content-Length: 263000', `Cookie: ${cookie}`], 413],
    ['a body for next-auth', ['POST /api/auth/callback/link HTTP/1.1', 'Content-Length: 17000'], 413],
    ['a body with a look', ['GET /api/v1/me HTTP/1.1', 'Content-Length: 1'], 413],
    ['a body with a look at a page', ['GET /groups HTTP/1.1', 'Transfer-Encoding: chunked'], 413],
    ['something sent to a page', ['POST /groups HTTP/1.1', 'Content-Length: 10400000', `Cookie: ${cookie}`], 405],
    ['something sent beside the API', ['POST /api%2Fv1/me HTTP/1.1', 'Content-Length: 9'], 405],
  ] as const)('then %s is refused before any of it is read, and the connection ends', async (_, lines, status) => {
    let worked = 0
    const { port } = await served(() => {
      worked += 1
    })
    const answer = await raw(port, head(...lines)).ended
    expect(statusOf(answer)).toBe(status)
    expect(answer).toMatch(/^Connection: close\r$/im)
    expect(answer).toContain('no-store')
    expect(worked).toBe(0)
  })

  it('then a client that goes on sending reads the answer all the same', async () => {
    const { port } = await served()
    const response = await new Promise<{ status: number | undefined; told: string }>((resolve, reject) => {
      const sent = ask({ port, method: 'POST', path: '/api/v1/me', headers: { 'content-length': 4_000_000 } }, (got) =>
        text(got).then((told) => resolve({ status: got.statusCode, told }), reject),
      )
      sent.on('error', reject)
      for (let n = 0; n < 40; n += 1) sent.write('x'.repeat(100_000))
      sent.end()
    })
    expect(response.status).toBe(413)
    expect(JSON.parse(response.told)).toMatchObject({ refused: 'payload-too-large', status: 413 })
  })
})

describe('given an address that the framework would read as another than the guard', () => {
  it.each([
    ['a page behind the files of the build', 'GET', '/_next/static/../../groups'],
    ['a page behind a file', 'GET', '/icon.svg/../groups'],
    ['a page behind the API', 'GET', '/api/v1/../../groups'],
    ['something sent to a page behind the API', 'POST', '/api/v1/../../groups'],
    ['an address of the API with a slash behind it', 'GET', '/api/v1/me/'],
    ['the same, written as a number', 'GET', '/api/v1/me%2F'],
    ['an address of the API with two slashes', 'GET', '/api/v1//me'],
    ['a file of the build by a number instead of a letter', 'GET', '/_next/static/chunks/%61.js'],
    ['a file of the build with a slash too many', 'GET', '/_next/static//chunks/a.js'],
    ['a file of the build whose folder is spelled otherwise', 'GET', '/%5Fnext/static/chunks/a.js'],
    ['steps up that are written as numbers', 'GET', '/_next/static/%2E%2e/.%2e/groups'],
    ['a step up behind a slash that is written as a number', 'GET', '/_next/static/..%2f..%2fgroups'],
    ['a step that leads nowhere', 'GET', '/api/v1/./me'],
    ['slashes the other way', 'GET', '/_next/static/..\\..\\groups'],
    ['the same, written as numbers', 'GET', '/_next/static/..%5c..%5cgroups'],
    ['half a number', 'GET', '/invitations/secret%'],
    ['a number that begins no letter', 'GET', '/groups/%ff'],
    ['an address for a proxy', 'GET', 'http://elsewhere.example/groups'],
    ['an address of this instance for a proxy', 'GET', 'http://localhost/api/v1/me'],
    ['no address', 'GET', '*'],
  ])('then %s is refused before anything works on it', async (_, method, address) => {
    let worked = 0
    const { port } = await served((_request, response) => {
      worked += 1
      response.end()
    })
    const answer = await raw(port, head(`${method} ${address} HTTP/1.1`, 'Connection: close', `Cookie: ${cookie}`))
      .ended
    expect(statusOf(answer)).toBe(400)
    expect(answer).toContain('no-store')
    expect(worked).toBe(0)
  })

  it.each(['/groups/a.b..c/..d', '/groups?to=/../x&half=%', '/groups/%E2%80%A6', '/groups#..'])(
    'then %s, which is one address for both, comes through',
    async (address) => {
      const { port } = await served()
      expect(statusOf(await raw(port, head(`GET ${address} HTTP/1.1`, 'Connection: close')).ended)).toBe(200)
    },
  )
})

describe('given an address that looks like a file and is none', () => {
  it('then it is counted as a page', async () => {
    const { get } = await served(undefined, {}, { pagesPerMinute: 1 })
    expect((await get('/favicon.ico')).status).toBe(200)
    expect((await get('/favicon.ico')).status).toBe(429)
  })
})

describe('given a body within its bound', () => {
  it.each([
    ['small, from anybody', ['POST /api/v1/sign-in-links HTTP/1.1', 'Content-Length: 16384'], 'x'.repeat(16_384)],
    ['large, from somebody', [upload, 'Content-Length: 2000000', `Cookie: ${cookie}`], 'x'.repeat(2_000_000)],
    ['empty', ['POST /api/v1/sign-in-links HTTP/1.1', 'Content-Length: 0'], ''],
  ] as const)('then it comes through whole: %s', async (_, lines, body) => {
    const { port } = await served()
    const connection = raw(port, head(...lines) + body)
    expect(await connection.until(`took ${body.length}`)).toMatch(/^HTTP\/1.1 200/)
    connection.socket.destroy()
  })

  it('then it comes through in pieces without a length too, and not beyond the bound', async () => {
    const { port } = await served()
    const lines = head('PATCH /api/v1/me HTTP/1.1', 'Transfer-Encoding: chunked', `Cookie: ${cookie}`)
    const piece = `4000\r\n${'x'.repeat(0x4000)}\r\n`
    const within = raw(port, `${lines}${piece.repeat(16)}0\r\n\r\n`)
    await within.until(`took ${16 * 0x4000}`)
    within.socket.destroy()
    expect(statusOf(await raw(port, `${lines}${piece.repeat(17)}0\r\n\r\n`).ended)).toBe(413)
  })

  it('then nobody works on it before all of it has come', async () => {
    let worked = 0
    const { port } = await served((_request, response) => {
      worked += 1
      response.end('done')
    })
    const connection = raw(port, `${head('POST /api/v1/me HTTP/1.1', 'Content-Length: 4')}abc`)
    expect((await (await served()).get('/')).status).toBe(200)
    expect(worked).toBe(0)
    connection.socket.write('d')
    await connection.until('done')
    expect(worked).toBe(1)
    connection.socket.destroy()
  })

  it('then a client that asks first is told to go on, or refused before it has sent anything', async () => {
    const { port } = await served()
    const expects = (length: number) =>
      raw(port, head('POST /api/v1/me HTTP/1.1', `Content-Length: ${length}`, 'Expect: 100-continue'))
    const welcome = expects(4)
    await welcome.until('HTTP/1.1 100 Continue')
    welcome.socket.write('abcd')
    await welcome.until('took 4')
    welcome.socket.destroy()
    const answer = await expects(4_000_000).ended
    expect(statusOf(answer)).toBe(413)
    expect(answer).not.toContain('100 Continue')
    const other = await raw(port, head('GET / HTTP/1.1', 'Expect: a-miracle', 'Connection: close')).ended
    expect(statusOf(other)).toBe(417)
  })
})

describe('given clients that are slow, or gone', () => {
  const hasty = { time: (maxBytes: number) => ({ maxBytes, withinMs: 60_000, idleMs: 60 }) }

  it('then a head that does not end is answered 408, and so is a connection that says nothing', async () => {
    const { port } = await served(measure, {}, {}, 100)
    const lines = raw(port, 'GET / HTTP/1.1\r\nHost: localhost\r\nX-One: ')
    const silent = raw(port, '')
    expect(statusOf(await lines.ended)).toBe(408)
    expect(statusOf(await silent.ended)).toBe(408)
  })

  it('then a body that stalls is answered 408', async () => {
    const { port } = await served(measure, {}, hasty)
    const answer = await raw(port, `${head('POST /api/v1/me HTTP/1.1', 'Content-Length: 9')}abc`).ended
    expect(statusOf(answer)).toBe(408)
    expect(answer).toContain(say('refusals', 'too-slow'))
  })

  it('then a body that trickles on is ended by the time for all of it', async () => {
    const { port } = await served(measure, {}, { time: (maxBytes) => ({ maxBytes, withinMs: 100, idleMs: 60_000 }) })
    const connection = raw(port, head('POST /api/v1/me HTTP/1.1', 'Content-Length: 9000'))
    const trickle = setInterval(() => connection.socket.write('x'), 5)
    expect(statusOf(await connection.ended)).toBe(408)
    clearInterval(trickle)
  })

  it('then a connection that is closed on one side before its request is whole ends', async () => {
    const { port } = await served()
    expect(statusOf(await raw(port, 'GET / HTTP/1.1\r\nHost: lo', { half: true }).ended)).toBe(400)
    expect(await raw(port, `${head('POST /api/v1/me HTTP/1.1', 'Content-Length: 9')}abc`, { half: true }).ended).toBe(
      '',
    )
  })

  it('then what waits for somebody who went away is not begun', async () => {
    const { handle, begun, endOne } = held()
    const { port, connections } = await served(handle)
    const path = (name: string) => raw(port, head(`GET /${name} HTTP/1.1`))
    const first = ['a', 'b'].map(path)
    await expect.poll(() => begun.length).toBe(2)
    const gone = path('gone')
    await expect.poll(connections).toBe(3)
    const stays = path('stays')
    await expect.poll(connections).toBe(4)
    gone.socket.destroy()
    await expect.poll(connections).toBe(3)
    endOne()
    await expect.poll(() => begun.length).toBe(3)
    expect(begun[2]?.url).toBe('/stays')
    for (const { socket } of [...first, stays]) socket.destroy()
    endOne()
    endOne()
  })
})

describe('given requests that no browser makes', () => {
  it.each([
    ['OPTIONS / HTTP/1.1', 405],
    ['TRACE / HTTP/1.1', 405],
    ['OPTIONS /api/v1/me HTTP/1.1', 405],
    ['TRACE /api/v1/me HTTP/1.1', 405],
    ['CONNECT example.invalid:443 HTTP/1.1', 405],
    ['DELETE /groups HTTP/1.1', 405],
    ['POST /api/health HTTP/1.1', 405],
    ['PUT /api/auth/csrf HTTP/1.1', 405],
    ['NONSENSE / HTTP/1.1', 400],
    ['GET / HTTP/9.9', 400],
    ['OPTIONS * HTTP/1.1', 405],
  ])('then %s is answered %d', async (line, status) => {
    const { port } = await served()
    expect(statusOf(await raw(port, head(line, 'Connection: close')).ended)).toBe(status)
  })

  it('then HEAD is answered like GET, without a body', async () => {
    const { port } = await served()
    const answer = await raw(port, head('HEAD / HTTP/1.1', 'Connection: close')).ended
    expect(answer).toMatch(/^HTTP\/1.1 200/)
    expect(answer.split('\r\n\r\n')[1]).toBe('')
  })

  it('then more headers than any request needs are refused', async () => {
    const { port } = await served()
    const lines = (count: number) => Array.from({ length: count }, (_, n) => `X-${n}: y`)
    expect(statusOf(await raw(port, head('GET / HTTP/1.1', 'Connection: close', ...lines(90))).ended)).toBe(200)
    expect(statusOf(await raw(port, head('GET / HTTP/1.1', 'Connection: close', ...lines(500))).ended)).toBe(431)
    expect(statusOf(await raw(port, head('GET / HTTP/1.1', `X-Long: ${'y'.repeat(20_000)}`)).ended)).toBe(431)
  })

  it.each(['websocket', 'h2c'])('then a wish for %s is not heard: the page is answered', async (protocol) => {
    const { port } = await served()
    const lines = [`Upgrade: ${protocol}`, 'Connection: Upgrade', 'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==']
    const connection = raw(port, head('GET / HTTP/1.1', ...lines))
    expect(await connection.until('took 0')).toMatch(/^HTTP\/1.1 200/)
    connection.socket.destroy()
  })

  it('then two lengths, or a length and pieces, are malformed', async () => {
    const { port } = await served()
    const post = 'POST /api/v1/me HTTP/1.1'
    expect(statusOf(await raw(port, head(post, 'Content-Length: 3', 'Content-Length: 4')).ended)).toBe(400)
    expect(statusOf(await raw(port, head(post, 'Content-Length: 3', 'Transfer-Encoding: chunked')).ended)).toBe(400)
  })

  it('then requests behind each other are answered in their order, and not without end', async () => {
    const { port } = await served((request, response) => void response.end(`at ${request.url};`))
    const some = raw(port, Array.from({ length: 8 }, (_, n) => head(`GET /${n} HTTP/1.1`)).join(''))
    const answered = (await some.until('at /7;')).match(/at \/\d;/g)
    expect(answered).toEqual(Array.from({ length: 8 }, (_, n) => `at /${n};`))
    some.socket.destroy()
    let most = 0
    let now = 0
    const { port: other } = await served(async (_request, response) => {
      now += 1
      most = Math.max(most, now)
      await new Promise((resolve) => setImmediate(resolve))
      response.end('done')
      now -= 1
    })
    const flood = raw(other, Array.from({ length: 500 }, (_, n) => head(`GET /${n} HTTP/1.1`)).join(''))
    await flood.until('429')
    flood.socket.destroy()
    expect(most).toBeLessThanOrEqual(2)
  })
})

describe('given more connections than one address may hold', () => {
  it('then those beyond are told to come again, and other addresses are served', async () => {
    const { port } = await served(measure, { CONNECTIONS_PER_ADDRESS: '3' })
    const held = Array.from({ length: 3 }, () => raw(port, 'GET / HT'))
    await Promise.all(held.map(({ socket }) => once(socket, 'connect')))
    const beyond = await raw(port, head('GET / HTTP/1.1')).ended
    expect(statusOf(beyond)).toBe(503)
    expect(beyond).toContain('Retry-After: ')
    const elsewhere = raw(port, head('GET / HTTP/1.1'), { from: '127.0.0.9' })
    expect(await elsewhere.until('took 0')).toMatch(/^HTTP\/1.1 200/)
    elsewhere.socket.destroy()
    for (const { socket } of held) socket.destroy()
    await expect
      .poll(async () => statusOf(await raw(port, head('GET / HTTP/1.1', 'Connection: close')).ended))
      .toBe(200)
  })

  it('then behind a proxy of one’s own, whose connections they all are, none is refused', async () => {
    const { port } = await served(measure, { CONNECTIONS_PER_ADDRESS: '1', TRUSTED_PROXIES: '1' })
    const held = raw(port, 'GET / HT')
    await once(held.socket, 'connect')
    const answer = await raw(port, head('GET / HTTP/1.1', 'Connection: close', 'X-Forwarded-For: 198.51.100.1')).ended
    expect(statusOf(answer)).toBe(200)
    held.socket.destroy()
  })
})

describe('given many pages within a minute', () => {
  const few = { pagesPerMinute: 3 }
  const asPage = { accept: 'text/html,*/*' }

  it('then whoever loops is asked to wait, in words, and others are not', async () => {
    const { get } = await served(measure, {}, few)
    for (let n = 0; n < 3; n += 1) expect((await get('/groups', { ...asPage, cookie })).status).toBe(200)
    const answer = await get('/groups', { ...asPage, cookie })
    expect(answer.status).toBe(429)
    const seconds = Number(answer.headers.get('retry-after'))
    expect(seconds).toBeGreaterThan(0)
    const page = await answer.text()
    expect(page).toMatch(/<h1>Many pages were opened here within one minute\. In (one second|\d+ seconds) there/)
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'.*style-src 'sha256-/)
    expect((await get('/groups', { cookie: cookies[2] ?? '' })).status).toBe(200)
    expect((await get('/sign-in')).status).toBe(200)
  })

  it('then the files of the build and the API have their own measure', async () => {
    const { get } = await served(measure, {}, few)
    for (let n = 0; n < 9; n += 1) {
      expect((await get('/_next/static/one.js')).status).toBe(200)
      expect((await get('/api/v1/me')).status).toBe(200)
    }
  })

  it('then a cookie that somebody made up is nobody', async () => {
    const { get } = await served(measure, {}, few)
    for (let n = 0; n < 3; n += 1) await get('/', { cookie: `concordance.session=made-up-${n}` })
    expect((await get('/', { cookie: 'concordance.session=made-up-3' })).status).toBe(429)
  })
})

describe('given 40 requests of one person at once', () => {
  it('then two are worked on, the others wait, and another person’s begins at once', async () => {
    const { handle, begun, endOne } = held()
    const { get } = await served(handle)
    const many = Array.from({ length: 40 }, (_, n) => get(`/page-${n}`, { cookie }))
    await expect.poll(() => begun.length).toBe(2)
    const other = get('/', { cookie: cookies[2] ?? '' })
    await expect.poll(() => begun.length).toBe(3)
    expect(begun[2]?.cookie).toBe(cookies[2])
    const all = Promise.all([...many, other])
    for (let n = 0; n < 41; n += 1) {
      await expect.poll(() => begun.length).toBeGreaterThan(n)
      endOne()
    }
    expect((await all).map(({ status }) => status)).toEqual(Array(41).fill(200))
  })
})

describe('given clients that go before they have their answers', () => {
  const leaving = Array.from({ length: 40 }, (_, n) => `/groups/${n}`)

  /** Asks for pages of one person and leaves each as soon as it is worked on; then asks for one more, and stays. */
  async function leaveAndAsk(handle: Handle, more: Partial<GuardOptions> = {}): Promise<Response> {
    const begun = new EventEmitter()
    const { port, get } = await served(
      (request, response) => {
        if (request.url === '/groups/stays') return void response.end('stays')
        begun.emit('page')
        return handle(request, response)
      },
      {},
      more,
    )
    for (const path of leaving) {
      const isBegun = once(begun, 'page')
      const client = raw(port, head(`GET ${path} HTTP/1.1`, `Cookie: ${cookie}`, 'Accept-Encoding: gzip'))
      await isBegun
      client.socket.destroy()
    }
    return get('/groups/stays', { cookie })
  }

  it('then what waits for the end of an answer that cannot go any more keeps nobody from theirs', async () => {
    // As the framework does: the last word is said, and then it waits for that to have gone.
    const answer = await leaveAndAsk(async (_, response) => {
      await once(response, 'close')
      response.setHeader('content-type', 'text/html')
      response.write('a page')
      response.end()
      await once(response, 'finish')
    })
    expect(await answer.text()).toBe('stays')
  })

  it('then what never ends keeps its turn for so long and not longer', async () => {
    const answer = await leaveAndAsk(() => new Promise(() => undefined), { aloneMs: 1 })
    expect(await answer.text()).toBe('stays')
  })
})

describe('given many who act on one meeting at once', () => {
  const [crowded = '', other = ''] = ['0190b000-0000-7000-8000-000000000001', '0190b000-0000-7000-8000-000000000002']
  const act = (port: number, meetingId: string, as: number) =>
    fetch(`http://localhost:${port}/api/v1/meetings/${meetingId}/arrivals`, {
      method: 'POST',
      headers: { cookie: cookies[as] ?? '' },
    })

  it('then four are worked on, and an act on another meeting or of whoever sees nothing there begins at once', async () => {
    const { handle, begun, endOne } = held()
    const { port } = await served(handle)
    for (const [n, id] of sessions.entries()) {
      noteSession(id, id)
      if (n < 8) noteSeesMeeting(id, n < 7 ? crowded : other)
    }
    const crowd = Array.from({ length: 7 }, (_, n) => act(port, crowded, n))
    await expect.poll(() => begun.length).toBe(4)
    const elsewhere = act(port, other, 7)
    await expect.poll(() => begun.length).toBe(5)
    // They do not see what stands in it: that others act there is not told by how long they wait.
    const blind = act(port, crowded, 8)
    await expect.poll(() => begun.length).toBe(6)
    expect(begun.map(({ cookie: of }) => of).slice(4)).toEqual([cookies[7], cookies[8]])
    const all = Promise.all([...crowd, elsewhere, blind])
    for (let n = 0; n < 9; n += 1) {
      await expect.poll(() => begun.length).toBeGreaterThan(n)
      endOne()
    }
    expect((await all).map(({ status }) => status)).toEqual(Array(9).fill(200))
  })
})

describe('given answers that nobody takes', () => {
  const long = Buffer.alloc(32 * 1024 * 1024, 'x')
  const answer: Handle = async ({ url }, response) => {
    response.end(url === '/long' ? long : 'done')
    await new Promise((resolve) => response.once('close', resolve))
  }
  /** Asks for so many long pages from a network, and takes nothing of them. */
  const stall = (port: number, network: number, times: number) =>
    Array.from({ length: times }, () => {
      const asked = raw(port, head('GET /long HTTP/1.1', `X-Forwarded-For: 198.51.100.${network}`))
      asked.socket.pause()
      return asked
    })

  it('then more networks than have turns keep nobody else from theirs', async () => {
    const { port, get, connections } = await served(answer, { TRUSTED_PROXIES: '1' })
    const stalled = Array.from({ length: 20 }, (_, n) => stall(port, n, 2)).flat()
    await expect.poll(connections, { timeout: 20_000 }).toBe(40)
    for (let n = 0; n < 5; n += 1) expect((await get('/', { 'x-forwarded-for': '203.0.113.1' })).status).toBe(200)
    for (const { socket } of stalled) socket.destroy()
  })

  it('then of one network the oldest end beyond a bound, and others stay', async () => {
    const { port, connections } = await served(answer, { TRUSTED_PROXIES: '1' })
    const other = stall(port, 1, 1)
    await expect.poll(connections).toBe(1)
    const many = stall(port, 2, mostStill.ofOne + 6)
    await expect.poll(connections, { timeout: 20_000 }).toBe(1 + mostStill.ofOne)
    expect(other[0]?.socket.destroyed).toBe(false)
    for (const { socket } of [...other, ...many]) socket.destroy()
  })
})

describe('given files of the build that nobody takes', () => {
  it('then the oldest end beyond a bound', async () => {
    const long = Buffer.alloc(32 * 1024 * 1024, 'x')
    const { port, connections } = await served(
      (_, response) => void response.end(long),
      {},
      { stillFiles: { ofOne: 3, all: 9 } },
    )
    const many = Array.from({ length: 8 }, () => {
      const asked = raw(port, head('GET /_next/static/one.js HTTP/1.1'))
      asked.socket.pause()
      return asked
    })
    await Promise.all(many.map(({ socket }) => once(socket, 'connect')))
    await expect.poll(connections, { timeout: 20_000 }).toBe(3)
    for (const { socket } of many) socket.destroy()
  })
})

describe('given networks that fill the places of all', () => {
  it('then somebody else has a place all the same', async () => {
    const { handle, endOne } = held()
    const { port, get } = await served(handle, { TRUSTED_PROXIES: '1' })
    const many = Array.from({ length: 1_000 }, (_, n) =>
      raw(port, head('GET /flood HTTP/1.1', `X-Forwarded-For: 198.51.100.${n % 20}`)),
    )
    await expect.poll(() => many.some(({ read }) => read().includes('503')), { timeout: 20_000 }).toBe(true)
    const mine = get('/mine', { 'x-forwarded-for': '203.0.113.1' })
    const ending = setInterval(endOne, 1)
    expect((await mine).status).toBe(200)
    clearInterval(ending)
    for (const { socket } of many) socket.destroy()
  })
})
