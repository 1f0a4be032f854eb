import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readSource } from '#lib/reading/read-source.ts'
import { say } from '#lib/words/say.ts'

const pasted = (text: string) => ({ source: { pasted: text }, format: undefined })
const tooMuch = { refused: 'reading-takes-too-much' }

describe('given a source that is read in a thread of its own', () => {
  test('then its passages come back, with how it was read', async () => {
    const bytes = Uint8Array.from([0xff, 0xfe, 0x41, 0, 0x62, 0])
    expect(await readSource({ source: { bytes, fileName: 'a.txt' }, format: undefined })).toMatchObject({
      format: 'plain',
      encoding: 'utf-16le',
      direction: 'ltr',
      passages: [{ kind: 'paragraph', text: 'Ab' }],
    })
    expect(await readSource(pasted(' \n'))).toEqual({ refused: 'empty-text' })
  })

  test('then a reading that takes too long is ended and refused in words, and the next one is read', async () => {
    const [ended, next] = await Promise.all([
      readSource(pasted('The river.'), { time: 0, memory: 400 }),
      readSource(pasted('The river.')),
    ])
    expect(ended).toEqual(tooMuch)
    expect(say('refusals', tooMuch.refused)).toContain('Divide it')
    expect(next).toMatchObject({ passages: [{ text: 'The river.' }] })
  })

  test('then so is one that takes too much memory', async () => {
    const lines = 'The council met.\n\n'.repeat(90_000)
    expect(await readSource(pasted(lines), { time: 20_000, memory: 16 })).toEqual(tooMuch)
    expect(await readSource(pasted(lines))).toMatchObject({ format: 'plain' })
  })

  test('then events of the server run while a long text is read', async () => {
    let ticks = 0
    const clock = setInterval(() => {
      ticks += 1
    }, 1)
    const handbook = readFileSync(path.resolve('prisma/demo/handbook.md'), 'utf8')
    await readSource({ source: { pasted: handbook.repeat(20) }, format: 'markdown' })
    clearInterval(clock)
    expect(ticks).toBeGreaterThan(5)
  })
})
