import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { acceptText, type DecodedText, decodeText, maxTextBytes } from '#domain/text/decode.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, bigEndian: boolean) =>
  Uint8Array.from(
    [...Array(text.length).keys()].flatMap((index) => {
      const unit = text.charCodeAt(index)
      return bigEndian ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8]
    }),
  )
const latin1 = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0))
const read = (bytes: Uint8Array): DecodedText => {
  const answer = decodeText(bytes)
  if ('refused' in answer) throw new Error(`refused: ${answer.refused}`)
  return answer
}

describe('given an upload in a known encoding, when it is read, then the words are there and the encoding is named', () => {
  const words = 'Der Flußrat tagt am Öresund – “täglich”. Ελλάδα 河川会議 مجلس النهر'

  test('UTF-8, with and without a byte order mark', () => {
    expect(read(utf8(words))).toEqual({ text: words, encoding: 'utf-8', guessed: false })
    expect(read(utf8(`\ufeff${words}`))).toEqual({ text: words, encoding: 'utf-8', guessed: false })
  })

  test.each([false, true])('UTF-16 with a byte order mark (big endian: %s)', (bigEndian) => {
    const answer = read(utf16(`\ufeff${words}`, bigEndian))
    expect(answer).toEqual({ text: words, encoding: bigEndian ? 'utf-16be' : 'utf-16le', guessed: false })
  })

  test.each([false, true])('UTF-16 without a mark, when its zeros give it away (big endian: %s)', (bigEndian) => {
    const plain = 'The library network meets in spring.'
    expect(read(utf16(plain, bigEndian))).toEqual({
      text: plain,
      encoding: bigEndian ? 'utf-16be' : 'utf-16le',
      guessed: true,
    })
  })

  test('Latin-1 and Windows-1252 are read as the latter, and said to be a guess', () => {
    expect(read(latin1('La coopérative a été fondée à Orléans.'))).toEqual({
      text: 'La coopérative a été fondée à Orléans.',
      encoding: 'windows-1252',
      guessed: true,
    })
    const typographic = Uint8Array.from([0x93, ...latin1('Les b\u00e9n\u00e9voles'), 0x94, 0x85])
    expect(read(typographic).text).toBe('“Les bénévoles”…')
  })
})

describe('given what is no text, when it is read, then it is refused by its content', () => {
  test('empty, blank, or nothing but marks', () => {
    for (const text of ['', ' \n\t ', '\ufeff', '\u200b\u200f']) {
      expect(decodeText(utf8(text))).toEqual({ refused: 'empty-text' })
      expect(acceptText(text)).toEqual({ refused: 'empty-text' })
    }
  })

  test('larger than the limit, with both figures; the limit itself is taken', () => {
    const bytes = maxTextBytes + 1
    expect(decodeText(new Uint8Array(bytes))).toEqual({ refused: 'text-too-large', bytes, maxBytes: 5_242_880 })
    expect(read(utf8('a'.repeat(maxTextBytes))).text).toHaveLength(maxTextBytes)
    expect(acceptText('é'.repeat(maxTextBytes / 2 + 1))).toMatchObject({ refused: 'text-too-large', bytes: bytes + 1 })
  })

  test('known formats are named', () => {
    expect(decodeText(utf8('%PDF-1.7\n...'))).toEqual({ refused: 'binary-file', format: 'pdf' })
    expect(decodeText(Uint8Array.from([0x50, 0x4b, 3, 4, 20]))).toEqual({ refused: 'binary-file', format: 'zip' })
    expect(decodeText(utf8('{\\rtf1 words}'))).toEqual({ refused: 'binary-file', format: 'rtf' })
  })

  test('zeros and control characters make a binary file', () => {
    const binary = { refused: 'binary-file', format: null }
    expect(decodeText(Uint8Array.from([65, 0, 0, 66, 67]))).toEqual(binary)
    expect(decodeText(Uint8Array.from([0x81, 0, 0, 0x8d, 0xff]))).toEqual(binary)
    expect(decodeText(utf8('hello\0world\n\ntwo'))).toEqual(binary)
    expect(decodeText(utf8('\u0001\u0002\u0003 words'))).toEqual(binary)
    expect(acceptText('words\0')).toEqual(binary)
  })

  test('damaged UTF-8 is not passed off as Latin-1', () => {
    const whole = utf8('Čeština, žluťoučký kůň, ďábelské ódy')
    expect(decodeText(whole.slice(1))).toEqual({ refused: 'unknown-encoding' })
    const german = utf8('Der Fluß, naïve Bürger, Äpfel am Öresund')
    expect(decodeText(german.with(0, 0xff))).toEqual({ refused: 'unknown-encoding' })
    expect(decodeText(utf8('\ufeffwords').with(3, 0xff))).toEqual({ refused: 'unknown-encoding' })
  })

  test('neither are Cyrillic in eight bits, Shift-JIS, and bytes that stand for nothing', () => {
    const cyrillic = Uint8Array.from([0xd1, 0xee, 0xe2, 0xe5, 0xf2, 0x20, 0xf0, 0xe5, 0xea, 0xe8])
    const shiftJis = Uint8Array.from([0x89, 0xcd, 0x90, 0xec, 0x89, 0xef, 0x8b, 0x63])
    const mixed = Uint8Array.from([...latin1('The council of the river is called '), ...cyrillic])
    for (const bytes of [cyrillic, mixed, shiftJis, latin1('caf\u00e9 \u0081')]) {
      expect(decodeText(bytes)).toEqual({ refused: 'unknown-encoding' })
    }
  })

  test('half a character in a paste', () => expect(acceptText('a\ud83d')).toEqual({ refused: 'unknown-encoding' }))
})

describe('given a text that is taken in, then it has one written form', () => {
  test('line ends, composition and controls', () => {
    expect(read(utf8('one\r\ntwo\rthree\u2028four\u2029five')).text).toBe('one\ntwo\nthree\nfour\n\nfive')
    expect(read(utf8('cafe\u0301')).text).toBe('café')
    expect(read(utf8(`${'a river '.repeat(20)}\u0007\ufeffbank`)).text).toBe(`${'a river '.repeat(20)}bank`)
  })

  test('soft hyphens, joiners and right-to-left marks stay', () => {
    const text = 'co\u00adoperative \u2067مجلس\u200c النهر\u2069 \u200f.'
    expect(read(utf8(text)).text).toBe(text)
  })

  test('combining marks without end are parted, so that composing them is not the work of minutes; the marks stay', () => {
    const marks = '\u0301\u0327\u0345'.repeat(100_000)
    const { text } = read(utf8(`a${marks}b`))
    const runs = text.match(/[\p{M}--\u034f]+/gv) ?? []
    expect(Math.max(...runs.map((run) => run.length))).toBeLessThanOrEqual(30)
    for (const mark of '\u0327\u0345') expect(text.replaceAll(new RegExp(`[^${mark}]`, 'g'), '')).toHaveLength(100_000)
  })

  test('a letter with as many marks as a language gives it keeps them as they are', () => {
    const text = `ka${'\u0f71\u0f72\u0f74\u0f7a'.repeat(7)} a\u0328\u0301 ends`
    expect(read(utf8(text)).text).toBe(text.normalize('NFC'))
  })

  test('whatever the bytes, there is an answer, and what is taken in is clean', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const answer = decodeText(bytes)
        if ('refused' in answer) return
        expect(answer.text.isWellFormed()).toBe(true)
        expect(answer.text).toBe(answer.text.normalize('NFC'))
        expect(answer.text).toMatch(/[\p{L}\p{N}\p{P}\p{S}]/u)
        expect(answer.text).not.toMatch(/(?![\n\t])\p{Cc}/u)
      }),
      { numRuns: 2_000 },
    )
  })

  test('every well-formed text without controls survives UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        fc.pre(!/\p{Cc}|[\u2028\u2029\ufeff]/u.test(text) && /\p{L}/u.test(text))
        expect(read(utf8(`${text}!`)).text).toBe(`${text}!`.normalize('NFC'))
      }),
    )
  })
})
