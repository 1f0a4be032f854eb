/** Files are read as they are taken: whoever takes one slowly holds a piece, and whoever stops ends the reading. */
import { expect, test } from 'vitest'
import { mostFilesAtOnce, piecesOf, sendFile } from '#lib/api/stream.ts'
import { throttled } from '#lib/api/throttle.ts'
import { tellFigure } from '#tests/setup/proof.ts'

const head = { name: 'record.json', type: 'application/json' }

/** Somebody asks for a file. */
const asked = (personId: string, method = 'GET', signal = new AbortController().signal) => ({
  personId,
  request: { method, signal },
})

/** Pieces without end, and what became of them. */
function endless() {
  const seen = { read: 0, isOver: false }
  async function* pieces(): AsyncGenerator<string, void> {
    try {
      for (;;) {
        seen.read++
        yield 'x'.repeat(100_000)
      }
    } finally {
      seen.isOver = true
    }
  }
  return { seen, pieces: pieces() }
}

/** Long enough for whatever would read ahead. */
const turns = async () => {
  for (let n = 0; n < 50; n++) await new Promise((resolve) => setImmediate(resolve))
}

test('given a file that nobody takes, then nothing of it is read; each piece is read when the one before is taken', async () => {
  const { seen, pieces } = endless()
  const reader = sendFile(asked('slow'), pieces, head).body?.getReader()
  await turns()
  expect(seen.read).toBe(0)
  await reader?.read()
  await reader?.read()
  await turns()
  expect(seen.read).toBe(2)
  await reader?.cancel()
})

test('given somebody who stops taking, then the reading ends', async () => {
  const { seen, pieces } = endless()
  const reader = sendFile(asked('gone'), pieces, head).body?.getReader()
  await reader?.read()
  await reader?.cancel()
  expect(seen.isOver).toBe(true)
})

test('given one who takes as many as may be at once, then a further one is refused until one ends; others get theirs', async () => {
  const readers = Array.from({ length: mostFilesAtOnce }, () =>
    sendFile(asked('many'), endless().pieces, head).body?.getReader(),
  )
  const refused = sendFile(asked('many'), endless().pieces, head)
  expect(refused.status).toBe(429)
  expect((await refused.json()).refused).toBe('too-many-requests')
  expect(sendFile(asked('other'), piecesOf('A word'), head).status).toBe(200)
  await readers[0]?.cancel()
  expect(sendFile(asked('many'), piecesOf('A word'), head).status).toBe(200)
  for (const reader of readers.slice(1)) await reader?.cancel()
})

test('given a file whose reading fails, then it breaks off, and the place is free again', async () => {
  async function* failing(): AsyncGenerator<string, void> {
    yield '{'
    throw new Error('The viewer was removed.')
  }
  for (let n = 0; n < mostFilesAtOnce + 1; n++)
    await expect(sendFile(asked('failing'), failing(), head).text()).rejects.toThrow('was removed')
})

test('given somebody who asks what a file is, then they are told, nothing of it is read, and no place is taken', async () => {
  for (let n = 0; n < 3 * mostFilesAtOnce; n++) {
    const { seen, pieces } = endless()
    const { status, headers, body } = sendFile(asked('asking', 'HEAD'), pieces, head)
    expect([status, headers.get('content-type'), body]).toEqual([200, 'application/json; charset=utf-8', null])
    expect([(await pieces.next()).done, seen.read]).toEqual([true, 0])
  }
  expect(await sendFile(asked('asking'), piecesOf('A word'), head).text()).toBe('A word')
})

test('given somebody who goes before anything is taken, or while it is, then the place is free and the reading over', async () => {
  for (let n = 0; n < 3 * mostFilesAtOnce; n++) {
    const going = new AbortController()
    const { seen, pieces } = endless()
    // Gone when the answer is made, or before it is read, or between two pieces.
    if (n % 3 === 0) going.abort()
    const { status, body } = sendFile(asked('going', 'GET', going.signal), pieces, head)
    expect(status).toBe(200)
    if (n % 3 === 2) await body?.getReader().read()
    going.abort()
    expect([(await pieces.next()).done, seen.isOver]).toEqual([true, n % 3 === 2])
  }
  expect(await sendFile(asked('going'), piecesOf('A word'), head).text()).toBe('A word')
})

test('given files that are asked after or given up, however often, then the next is sent', async () => {
  const times = 300
  for (let n = 0; n < times; n++) {
    const going = new AbortController()
    sendFile(asked('both', 'HEAD'), endless().pieces, head)
    expect(sendFile(asked('both', 'GET', going.signal), endless().pieces, head).status).toBe(200)
    going.abort()
  }
  expect(await sendFile(asked('both'), piecesOf('A word'), head).text()).toBe('A word')
  tellFigure(
    14,
    'places of files',
    `${times} files asked after, ${times} given up before they were read: 0 places kept, the next is sent`,
  )
})

test('given a long text, then its pieces are the text, and no letter is cut in two', async () => {
  const text = `${'x'.repeat(65_535)}🚣${'y'.repeat(70_000)}`
  const pieces = await Array.fromAsync(piecesOf(text))
  expect(pieces.length).toBeGreaterThan(2)
  expect(pieces.join('')).toBe(text)
  for (const piece of pieces) expect(piece.isWellFormed()).toBe(true)
  expect(await sendFile(asked('whole'), piecesOf(text), head).text()).toBe(text)
})

test('given pieces that take long, then more time passes between them than they take; whoever stops ends them', async () => {
  let working = 0
  let isOver = false
  async function* slow(): AsyncGenerator<number, void> {
    try {
      for (let n = 0; n < 6; n++) {
        const began = performance.now()
        while (performance.now() - began < 10);
        working += performance.now() - began
        yield n
      }
    } finally {
      isOver = true
    }
  }
  const began = performance.now()
  expect(await Array.fromAsync(throttled(slow()))).toEqual([0, 1, 2, 3, 4, 5])
  expect(performance.now() - began).toBeGreaterThan(2 * working)
  isOver = false
  for await (const _ of throttled(slow())) break
  expect(isOver).toBe(true)
})
