import { createServer, get, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { onceHeader } from '#lib/api/answer.ts'
import { pack } from '#lib/server/packing.ts'

const words = 'The river is measured at three places each week. '.repeat(400)
const unpack: Readonly<Record<string, (packed: Buffer) => Buffer>> = {
  zstd: zstdDecompressSync,
  br: brotliDecompressSync,
  gzip: gunzipSync,
}

let server: Server | undefined

afterEach(() => {
  server?.close()
  server?.closeAllConnections()
})

interface Answer {
  readonly status: number | undefined
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
  /** The body as it was written. */
  readonly text: string
}

/** What a client that takes these forms gets of what `write` writes. */
async function answerTo(
  accepts: string,
  write: (response: ServerResponse) => void | Promise<void>,
  { keptAs = null, headers = {}, method = 'GET' }: { keptAs?: string | null; headers?: object; method?: string } = {},
): Promise<Answer> {
  server = createServer((request, response) => {
    pack(request, response, keptAs)
    void write(response)
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const sent = { 'accept-encoding': accepts, ...headers }
  return new Promise((resolve, reject) => {
    get({ port, method, headers: sent }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part)).on('error', reject)
      response.on('end', () => {
        const body = Buffer.concat(parts)
        const form = response.headers['content-encoding'] ?? 'identity'
        const text = unpack[form]?.(body).toString() ?? body.toString()
        resolve({ status: response.statusCode, headers: response.headers, body, text })
      })
    }).on('error', reject)
  })
}

/** In pieces, as the framework writes a page; it sets no header any more once a head was sent, as the framework does. */
function inPieces(response: ServerResponse, type = 'text/html; charset=utf-8'): void {
  const { setHeader } = response
  response.setHeader = (name, value) => (response.headersSent ? response : setHeader.call(response, name, value))
  response.setHeader('content-type', type)
  for (let at = 0; at < words.length; at += 100) response.write(words.slice(at, at + 100))
  response.end()
}

test.each([
  ['gzip, deflate, br, zstd', 'zstd'],
  ['gzip, deflate, br', 'br'],
  ['gzip', 'gzip'],
  ['zstd;q=0, br; q=0.0, GZIP;q=0.5', 'gzip'],
])('given a page in pieces, when its reader takes %s, then it goes as a whole in %s', async (accepts, form) => {
  const { headers, body, text } = await answerTo(accepts, inPieces)
  expect(headers['content-encoding']).toBe(form)
  expect(headers.vary).toBe('accept-encoding')
  expect(text).toBe(words)
  expect(body.length).toBeLessThan(words.length / 20)
})

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate, zstd', 'zstd'],
  ['gzip', 'gzip'],
])('given a file of the build, when its reader takes %s, then it goes in %s, the smallest', async (accepts, form) => {
  const file = (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'text/javascript' }).end(words)
  }
  const { headers, text } = await answerTo(accepts, file, { keptAs: `/_next/static/${form}.js` })
  expect(headers['content-encoding']).toBe(form)
  expect(text).toBe(words)
})

test('given two pages of which one comes after a pause, and both are short, then their heads are alike', async () => {
  const page = (pause: () => Promise<unknown>) => async (response: ServerResponse) => {
    response.setHeader('content-type', 'text/html')
    response.write('first')
    await pause()
    response.end('last')
  }
  const goneOut = (response: ServerResponse) => async () => {
    while (!response.socket?.bytesWritten) await turn()
  }
  const [quick, slow] = [
    await answerTo(
      'zstd',
      page(async () => undefined),
    ),
    await answerTo('zstd', (response) => page(goneOut(response))(response)),
  ]
  const headOf = ({ headers }: Pick<typeof quick, 'headers'>) => ({ ...headers, date: null })
  expect(headOf(quick)).toEqual(headOf(slow))
  expect([quick.text, slow.text]).toEqual(['firstlast', 'firstlast'])
})

test.each(['', 'identity', 'deflate', 'gzip;q=0'])(
  'given a reader who takes "%s", then nothing is packed',
  async (accepts) => {
    const { headers, text } = await answerTo(accepts, inPieces)
    expect([headers['content-encoding'], headers.vary]).toEqual([undefined, 'accept-encoding'])
    expect(text).toBe(words)
  },
)

test.each([
  ['zstd', null, 'W/"one"', 'zstd'],
  ['gzip', '/_next/static/tag.js', 'W/"one"', 'gzip'],
  ['identity', '/_next/static/tag.js', '"one"', undefined],
])(
  'given a file with a tag of its own, when its reader takes %s, then one tag is not said of several forms',
  async (accepts, keptAs, tag, form) => {
    const file = (response: ServerResponse) => {
      response.writeHead(200, { 'content-type': 'text/javascript', etag: '"one"', vary: 'rsc' }).end(words)
    }
    const { headers, text } = await answerTo(accepts, file, { keptAs })
    expect([headers.etag, headers['content-encoding'], headers.vary]).toEqual([tag, form, 'rsc, accept-encoding'])
    expect(text).toBe(words)
  },
)

test('given an answer that goes on after a pause, then what there is goes out before the rest is known', async () => {
  const { promise: seen, resolve: see } = Promise.withResolvers<void>()
  const written = answerTo('zstd', async (response) => {
    response.setHeader('content-type', 'text/plain')
    response.write('first')
    while (!response.writableNeedDrain && response.writableLength === 0 && !response.socket?.bytesWritten) await turn()
    see()
    response.end(words)
  })
  await seen
  const { headers, text } = await written
  expect(headers['transfer-encoding']).toBe('chunked')
  expect(text).toBe(`first${words}`)
})

test.each([
  ['a picture', (response: ServerResponse) => inPieces(response, 'image/png')],
  ['events that come one by one', (response: ServerResponse) => inPieces(response, 'text/event-stream')],
  [
    'what shows a secret this once',
    (response: ServerResponse) => {
      response.setHeader(onceHeader, 'yes')
      inPieces(response, 'application/json')
    },
  ],
  [
    'what sets a cookie',
    (response: ServerResponse) => {
      response.setHeader('set-cookie', 'a=b')
      inPieces(response)
    },
  ],
  [
    'what is packed already',
    (response: ServerResponse) => {
      response.setHeader('content-encoding', 'identity')
      inPieces(response)
    },
  ],
])('given %s, then it goes as it is', async (_what, write) => {
  const { headers, body } = await answerTo('gzip, br, zstd', write)
  expect(headers.vary).toBeUndefined()
  expect(body.toString()).toBe(words)
})

test('given a part of a file, or its head alone, then its bytes are counted as they are', async () => {
  expect((await answerTo('zstd', inPieces, { headers: { range: 'bytes=0-9' } })).headers.vary).toBe('accept-encoding')
  expect((await answerTo('zstd', inPieces, { method: 'HEAD' })).headers['content-encoding']).toBeUndefined()
})

test('given a short answer with a head of its own, then both arrive as they were written', async () => {
  const { status, headers, text } = await answerTo('zstd', (response) => {
    response.writeHead(409, 'Taken', { 'content-type': 'application/problem+json', 'x-more': 'yes' })
    response.end('{"refused":"key-in-use"}')
  })
  expect([status, headers['x-more'], headers['content-encoding'], text]).toEqual([
    409,
    'yes',
    undefined,
    '{"refused":"key-in-use"}',
  ])
})

test('given a file of the build, then it is packed once for all, and another answer under its address is not taken for it', async () => {
  const type = 'application/javascript'
  const first = await answerTo('gzip', (response) => inPieces(response, type), { keptAs: '/_next/static/a.js' })
  const again = await answerTo('gzip', (response) => inPieces(response, type), { keptAs: '/_next/static/a.js' })
  expect(again.body.equals(first.body)).toBe(true)
  const missing = (response: ServerResponse) => {
    response.statusCode = 404
    response.setHeader('content-type', 'text/html')
    response.end('No '.repeat(1_000))
  }
  expect((await answerTo('gzip', missing, { keptAs: '/_next/static/a.js' })).text).toBe('No '.repeat(1_000))
})

test('given a reader who goes away, then nothing is left of the answer and nothing throws', async () => {
  const { promise: closed, resolve } = Promise.withResolvers<void>()
  const ended = answerTo('zstd', async (response) => {
    response.setHeader('content-type', 'text/plain')
    response.write(words)
    response.once('close', resolve)
    response.socket?.destroy()
    await closed
    response.write(words)
    response.end()
  })
  await expect(ended).rejects.toThrow()
  await closed
})
