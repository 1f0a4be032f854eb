/** What is computed on people's words and may take long: apart, within a bound, and nobody's in everybody's way. */
import { describe, expect, test } from 'vitest'
import { comparedVersions } from '#features/conclusions/queries/difference.ts'
import { compareWordings } from '#lib/apart/compare.ts'
import { computeApart } from '#lib/apart/threads.ts'
import { wordDiff } from '#lib/apart/word-diff.ts'
import { throttled } from '#lib/api/throttle.ts'

/** Words in an order that two of them share by chance alone: what takes a comparison longest. */
function hostile(words: number, seed: number): string {
  let state = seed
  return Array.from({ length: words }, () => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff
    return 'abcdefghijklmnopqrst'[state % 20]
  }).join(' ')
}

const endless = { older: hostile(400_000, 1), newer: hostile(400_000, 7) }
const moment = { time: 1, memory: 300 }

describe('given two wordings', () => {
  test.each([
    ['short ones', 'The gauge is read weekly.', 'The gauge is read daily.'],
    [
      'long ones that differ in one place',
      `${'Water is common. '.repeat(500)}Weekly.`,
      `${'Water is common. '.repeat(500)}Daily.`,
    ],
    ['long ones that differ everywhere', hostile(2_000, 1), hostile(2_000, 7)],
    ['the same', 'Weirs are kept.', 'Weirs are kept.'],
  ])(
    'when they are %s, then the difference is the one of the words, wherever it is computed',
    async (_, older, newer) => {
      expect(await compareWordings('one', older, newer)).toEqual(wordDiff(older, newer))
    },
  )

  test('when they take too long, then they stand side by side, cut where nobody reads on', async () => {
    const lines = { from: 1, to: 2, passages: { removed: [], added: [] }, commitments: { removed: [], added: [] } }
    const { wording, beside } = await comparedVersions('one', { ...lines, wordings: endless }, moment)
    expect(wording).toBeNull()
    expect(beside).toMatchObject({ cut: true })
    expect(endless.older.startsWith(String(beside?.older.slice(0, 20_000)))).toBe(true)
    expect(beside?.newer.length).toBeLessThan(20_010)
  })
})

test('given a comparison in its thread, then the process answers others as if there were none', async () => {
  const [older, newer] = [hostile(3_000, 1), hostile(3_000, 7)]
  /** The longest time for which nothing else had its turn, in milliseconds. */
  const gap = async (work: () => unknown) => {
    let longest = 0
    let last = performance.now()
    const look = () => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }
    const timer = setInterval(look, 1)
    await work()
    look()
    clearInterval(timer)
    return longest
  }
  const inline = await gap(() => Array.from({ length: 5 }, () => wordDiff(older, newer)))
  const apart = await gap(() =>
    Promise.all(Array.from({ length: 5 }, (_, n) => compareWordings(`p${n}`, older, newer))),
  )
  expect(apart).toBeLessThan(inline / 2)
})

test('given one who has many comparedVersions at once, then another comes in between', async () => {
  const [older, newer] = [hostile(20_000, 1), hostile(20_000, 7)]
  const order: string[] = []
  const ask = (personId: string, what: string) =>
    compareWordings(personId, older, newer, { time: 60_000, memory: 300 }).then(() => order.push(what))
  const many = Array.from({ length: 4 }, (_, n) => ask('one', `one ${n}`))
  await Promise.all([...many, ask('another', 'another')])
  expect(order.indexOf('another')).toBeLessThan(2)
})

test('given a turn that does not come in time, then nothing is computed, and the turns go on', async () => {
  const long = computeApart('one', 'compare-thread.ts', { data: endless }, { time: 1_500, memory: 300 })
  expect(await computeApart('one', 'compare-thread.ts', { data: { older: 'a', newer: 'b' } }, moment)).toBeNull()
  await long
  const after = computeApart(
    'one',
    'compare-thread.ts',
    { data: { older: 'a', newer: 'b' } },
    { time: 60_000, memory: 300 },
  )
  expect(await after).toEqual(wordDiff('a', 'b'))
})

test('given a thread that is fed by something that fails, then the failure is told and the turn is free', async () => {
  async function* failing() {
    yield '{'
    throw new Error('The viewer was removed.')
  }
  const given = { data: { stored: null, exported: null }, pieces: failing() }
  await expect(computeApart('one', 'verify-thread.ts', given, { time: 60_000, memory: 300 })).rejects.toThrow(
    'was removed',
  )
  expect(await compareWordings('one', hostile(2_000, 1), hostile(2_000, 7))).not.toBeNull()
})

test('given a thread that took too much, then nothing more is read for it', async () => {
  const [late, over] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  let read = 0
  async function* rows() {
    try {
      for (; read < 100; read += 1) {
        if (read === 1) await late.promise
        yield '{'
      }
    } finally {
      over.resolve()
    }
  }
  const given = { data: { stored: null, exported: null, rows: null }, pieces: rows() }
  expect(await computeApart('one', 'verify-thread.ts', given, { time: 50, memory: 300 })).toBeNull()
  late.resolve()
  await over.promise
  expect(read).toBe(1)
})

test('given a thread that took too much while its next piece is waited for, then not even that is read', async () => {
  const over = Promise.withResolvers<void>()
  let read = 0
  async function* rows() {
    try {
      for (; read < 100; read += 1) {
        // Long enough for the pause after it to outlast the thread.
        const began = performance.now()
        while (performance.now() - began < 40);
        yield '{'
      }
    } finally {
      over.resolve()
    }
  }
  const given = { data: { stored: null, exported: null, rows: null }, pieces: throttled(rows()) }
  expect(await computeApart('one', 'verify-thread.ts', given, { time: 50, memory: 300 })).toBeNull()
  const before = read
  await over.promise
  expect(read).toBe(before)
})
