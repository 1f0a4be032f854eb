import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { type ReadingFor, readingsBefore, readSource } from '#lib/reading/read-source.ts'
import { say } from '#lib/words/say.ts'

const pasted = (text: string) => ({ source: { pasted: text }, format: undefined })
const ada = { personId: 'ada', groupId: 'river' }
const tooMuch = { refused: 'reading-takes-too-much' }

describe('given a source that is read in a thread of its own', () => {
  test('then its passages come back, with how it was read', async () => {
    const bytes = Uint8Array.from([0xff, 0xfe, 0x41, 0, 0x62, 0])
    expect(await readSource({ source: { bytes, fileName: 'a.txt' }, format: undefined }, ada)).toMatchObject({
      format: 'plain',
      encoding: 'utf-16le',
      direction: 'ltr',
      passages: [{ kind: 'paragraph', text: 'Ab' }],
    })
    expect(await readSource(pasted(' \n'), ada)).toEqual({ refused: 'empty-text' })
  })

  test('then a reading that takes too long is ended and refused in words, and the next one is read', async () => {
    const [ended, next] = await Promise.all([
      readSource(pasted('The river.'), ada, { time: 0, memory: 400 }),
      readSource(pasted('The river.'), ada),
    ])
    expect(ended).toEqual(tooMuch)
    expect(say('refusals', tooMuch.refused)).toContain('Divide it')
    expect(next).toMatchObject({ passages: [{ text: 'The river.' }] })
  })

  test('then so is one that takes too much memory', async () => {
    const lines = 'The council met.\n\n'.repeat(90_000)
    expect(await readSource(pasted(lines), ada, { time: 20_000, memory: 16 })).toEqual(tooMuch)
    expect(await readSource(pasted(lines), ada)).toMatchObject({ format: 'plain' })
  })

  test('then events of the server run while a long text is read', async () => {
    let ticks = 0
    const clock = setInterval(() => {
      ticks += 1
    }, 1)
    const handbook = readFileSync(path.resolve('prisma/demo/handbook.md'), 'utf8')
    await readSource({ source: { pasted: handbook.repeat(20) }, format: 'markdown' }, ada)
    clearInterval(clock)
    expect(ticks).toBeGreaterThan(5)
  })
})

describe('given several people whose texts wait to be read', () => {
  const reader = (personId: string, waitId: string, groupId = 'river', signal?: AbortSignal): ReadingFor => ({
    personId,
    groupId,
    waitId,
    ...(signal === undefined ? {} : { signal }),
  })

  test('then turns go round the people, whoever brought in how many, and each is told their place', async () => {
    const read: string[] = []
    const bring = async (by: ReadingFor): Promise<void> => {
      await readSource(pasted('The river.'), by)
      read.push(by.waitId ?? '')
    }
    const all = [reader('ada', 'a1'), reader('ada', 'a2'), reader('ada', 'a3'), reader('ben', 'b1', 'wood')].map(bring)
    const places = ['a2', 'a3'].map((waitId) => readingsBefore('ada', waitId))
    expect([...places, readingsBefore('ben', 'b1'), readingsBefore('ben', 'a2')]).toEqual([2, 3, 1, null])
    await Promise.all(all)
    expect(read).toEqual(['a1', 'b1', 'a2', 'a3'])
    expect(readingsBefore('ada', 'a3')).toBeNull()
  })

  test('then beyond the bounds of a person, of a group and of all they are refused in words', async () => {
    // All at once: none of them has been read before the last one asks.
    const readings: ReturnType<typeof readSource>[] = []
    const bring = (personId: string, groupId: string): void => {
      readings.push(readSource(pasted('The river.'), { personId, groupId }))
    }
    for (let n = 0; n < 3; n += 1) bring('ada', 'river')
    bring('ada', 'wood')
    for (const person of ['ben', 'cem', 'dua', 'eve']) bring(person, 'river')
    bring('fay', 'river')
    for (const [index, person] of ['gus', 'hal', 'ida', 'jon', 'kim', 'lou'].entries()) bring(person, `far-${index}`)
    // The last place is one of ada's two.
    bring('max', 'far')
    const answers = await Promise.all(readings)
    const full = { refused: 'too-many-readings', retryAfter: 20 }
    expect(answers.filter((answer) => 'refused' in answer)).toEqual([
      { ...full, full: 'all' },
      { ...full, full: 'person' },
      { ...full, full: 'group' },
    ])
    const words = ['person', 'group', 'all'].map((of) => say('refusals', 'too-many-readings', { full: of }))
    expect(new Set(words).size).toBe(3)
    expect(answers.filter((answer) => 'passages' in answer)).toHaveLength(13)
  })

  test('then where no place is left, who waits for most gives one up to who waits for less: a person, then a group', async () => {
    const readings = new Map<string, ReturnType<typeof readSource>>()
    const bring = (name: string, groupId: string): void => {
      readings.set(name, readSource(pasted('The river.'), { personId: name.slice(0, 3), groupId }))
    }
    for (const name of ['ada 1', 'ada 2', 'ada 3', 'ben', 'cem', 'dua', 'eve']) bring(name, 'river')
    for (const [index, person] of ['gus', 'hal', 'ida', 'jon', 'kim', 'lou'].entries()) bring(person, `far-${index}`)
    for (const [index, person] of ['max', 'nia'].entries()) bring(person, `new-${index}`)
    // Nobody waits for more than one text any more, and the groups go on: four of one, and eight others.
    bring('oda', 'river')
    const answers = await Promise.all([...readings].map(async ([name, answer]) => [name, await answer] as const))
    const refused = answers.flatMap(([name, answer]) => ('refused' in answer ? [[name, answer]] : []))
    const full = { refused: 'too-many-readings', retryAfter: 20, full: 'all' }
    expect(refused).toEqual([
      ['ada 3', full],
      ['eve', full],
      ['oda', full],
    ])
  })

  test('then whoever goes away loses their place, and a text that is being read is read on', async () => {
    const gone = new AbortController()
    const first = readSource(pasted('The river.'), reader('ada', 'a1'))
    const left = readSource(pasted('The wood.'), reader('ben', 'b1', 'river', gone.signal))
    const last = readSource(pasted('The weir.'), reader('cem', 'c1'))
    expect(readingsBefore('cem', 'c1')).toBe(2)
    gone.abort()
    expect(readingsBefore('cem', 'c1')).toBe(1)
    expect(await left).toEqual({ refused: 'reading-given-up' })
    expect([await first, await last]).toMatchObject([{ format: 'plain' }, { format: 'plain' }])
  })
})
