/** Files are read as they are taken: whoever takes one slowly holds a piece, and whoever stops ends the reading. */
import { expect, test } from 'vitest'
import { mostFilesAtOnce, piecesOf, sendFile } from '#lib/api/stream.ts'
import { throttled } from '#lib/api/throttle.ts'

const head = { name: 'record.json', type: 'application/json' }

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
  const reader = sendFile('slow', pieces, head).body?.getReader()
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
  const reader = sendFile('gone', pieces, head).body?.getReader()
  await reader?.read()
  await reader?.cancel()
  expect(seen.isOver).toBe(true)
})

test('given one who takes as many as may be at once, then a further one is refused until one ends; others get theirs', async () => {
  const readers = Array.from({ length: mostFilesAtOnce }, () =>
    sendFile('many', endless().pieces, head).body?.getReader(),
  )
  const refused = sendFile('many', endless().pieces, head)
  expect(refused.status).toBe(429)
  expect((await refused.json()).refused).toBe('too-many-requests')
  expect(sendFile('other', piecesOf('A word'), head).status).toBe(200)
  await readers[0]?.cancel()
  expect(sendFile('many', piecesOf('A word'), head).status).toBe(200)
  for (const reader of readers.slice(1)) await reader?.cancel()
})

test('given a file whose reading fails, then it breaks off, and the place is free again', async () => {
  async function* failing(): AsyncGenerator<string, void> {
    yield '{'
    throw new Error('The viewer was removed.')
  }
  for (let n = 0; n < mostFilesAtOnce + 1; n++)
    await expect(sendFile('failing', failing(), head).text()).rejects.toThrow('was removed')
})

test('given a long text, then its pieces are the text, and no letter is cut in two', async () => {
  const text = `${'x'.repeat(65_535)}🚣${'y'.repeat(70_000)}`
  const pieces = await Array.fromAsync(piecesOf(text))
  expect(pieces.length).toBeGreaterThan(2)
  expect(pieces.join('')).toBe(text)
  for (const piece of pieces) expect(piece.isWellFormed()).toBe(true)
  expect(await sendFile('whole', piecesOf(text), head).text()).toBe(text)
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
