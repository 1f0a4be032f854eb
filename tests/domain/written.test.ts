/** What a text is (decision 016): cases W1 to W3 and attack 55. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { refuseNames, shortNameFrom } from '#domain/party/names.ts'
import { areAlike } from '#domain/written/alike.ts'
import { hasVisible, seen, unseenIn } from '#domain/written/characters.ts'
import { asLine, asLooseLine, asSource, asWords, flawInWritten } from '#domain/written/written.ts'
import { hostile } from './hostile-words.ts'

const nothing = [
  '\u200b',
  '\u3164',
  '\u00ad',
  '\u115f\u1160\uffa0',
  '\u2800',
  '\u{e0041}\u{e007f}',
  '\u2060\ufe0f',
  '\u0301',
  ' \u00a0',
]

describe('Given words that somebody wrote', () => {
  test.each(['\r', '\r\n', '\n', '\u0085', '\u2028', '\u000b', '\u000c'])(
    'when a line ends with %j, then it is a line feed',
    (end) => {
      expect(asWords(`one${end}# two`)).toBe('one\n# two')
      expect(asLine(`one${end}# two`)).toEqual({ refused: 'not-one-line' })
      expect(asLine(`${end} one \t two${end}`)).toBe('one two')
    },
  )

  it('when a paragraph is separated, then there is a blank line', () =>
    expect(asWords('one\u2029two')).toBe('one\n\ntwo'))

  it('when they are decomposed or hold control characters, then they are composed and hold none', () => {
    expect(asWords('Cafe\u0301 \u0007\u009f\ufeffx')).toBe('Café x')
    expect(asWords('a\tb')).toBe('a\tb')
  })

  test.each(['a\0b', 'a\ud800', '\udc00'])(
    'when they hold what no database gives back, then they are refused (%j)',
    (bad) => {
      expect(asWords(bad)).toEqual({ refused: 'text-ill-formed' })
      expect(asLine(bad)).toEqual({ refused: 'text-ill-formed' })
      expect(asLooseLine(bad)).toEqual({ refused: 'text-ill-formed' })
    },
  )

  test.each([...'\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069'])(
    'when the control of direction %j stands in them, then they are refused with its place',
    (control) => {
      const character = `U+${control.charCodeAt(0).toString(16).toUpperCase()}`
      const at = { refused: 'direction-control', character }
      expect(asWords(`First.\r\nPay ${control}001\u202c marks`)).toEqual({
        ...at,
        line: 2,
        where: 'after',
        after: 'Pay',
      })
      expect(asLine(`${control}001`)).toEqual({ ...at, line: 1, where: 'start', after: '' })
      const stays = control >= '\u2066' ? control : ''
      expect(asSource(`e${control}\u0301`)).toBe(stays === '' ? 'é' : `e${control}\u0301`)
      expect(asLooseLine(`a${control}b`)).toBe(`a${stays}b`)
    },
  )

  test.each(['\u200e', '\u200f', '\u200c', '\u200d', '\u061c'])(
    'when a mark or a joiner (%j) stands in them, then it stays',
    (mark) => {
      expect(asWords(`a${mark}b`)).toBe(`a${mark}b`)
      expect(asLine(`a${mark}b`)).toBe(`a${mark}b`)
    },
  )

  it('when they have passed once, then they pass unchanged, and hold no other line end', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: 'binary' })), (raw) => {
        for (const [read, form] of [
          [asWords, 'words'],
          [asLine, 'line'],
        ] as const) {
          const written = read(raw)
          if (typeof written !== 'string') continue
          expect(read(written)).toBe(written)
          expect(flawInWritten(written, form)).toBeNull()
          expect(written).not.toMatch(form === 'line' ? /\s{2}|[^\S ]/ : /[\r\v\f\u0085\u2028\u2029]/)
          expect(written.normalize('NFC')).toBe(written)
        }
      }),
    )
  })

  it('when they never passed, then they are refused where they would be agreed', () => {
    expect(flawInWritten('a\rb', 'words')).toEqual({ refused: 'text-ill-formed' })
    expect(flawInWritten('Cafe\u0301', 'words')).toEqual({ refused: 'text-ill-formed' })
    expect(flawInWritten('two\nlines', 'line')).toEqual({ refused: 'not-one-line' })
    expect(flawInWritten('two  blanks', 'line')).toEqual({ refused: 'text-ill-formed' })
    expect(flawInWritten('two\nlines', 'words')).toBeNull()
  })
})

describe('Given characters that nobody sees', () => {
  test.each(nothing)('when there is nothing else, then nothing is visible (%j)', (text) =>
    expect(hasVisible(text)).toBe(false),
  )

  test.each(['a', '.', '河', '😀', 'ا', '1', '\u200bx'])('when there is something, then it is (%j)', (text) =>
    expect(hasVisible(text)).toBe(true),
  )

  it('then they are named, each once', () => {
    expect(unseenIn('a\u200bb\u00a0c\u200b\u{e0041}')).toEqual(['U+200B', 'U+00A0', 'U+E0041'])
    expect(seen('Lo\u00adng\u00a0word \n')).toBe('Long word\n')
  })
})

describe('Given a party of a name', () => {
  const valley = { name: 'Valley Council', shortName: 'Valley' }
  const named = (name: string) => refuseNames({ name, shortName: 'Other' }, [valley])

  test.each([
    'Valley\u200b Council',
    'Val\u00adley Council',
    'VALLEY COUNCIL',
    'Valley  Council',
    'Valley\u00a0Council',
    'Ｖａｌｌｅｙ Council',
    'Vаllеy Cоuncil',
    'VаIIey Council',
    'valley',
  ])('when another is to be called %j, then it is refused as too alike', (name) => {
    expect(named(name)).toMatchObject({ refused: 'party-name-too-alike', field: 'name' })
  })

  it('when it is the same, or the short name is too alike, then the field is named', () => {
    expect(named('Valley Council')).toEqual({ refused: 'party-name-taken', field: 'name' })
    const short = { name: 'Upper Reach', shortName: 'Vаlley' }
    expect(refuseNames(short, [valley])).toEqual({
      refused: 'party-name-too-alike',
      field: 'shortName',
      like: 'Valley',
    })
  })

  test.each(['Volley Council', 'Valley Councils', 'Vallée Council', 'Valley-Council'])(
    'when it differs to the eye (%j), then it is free',
    (name) => {
      expect(named(name)).toBeNull()
    },
  )

  test.each([
    ['Straße', 'STRASSE'],
    ['Вода', 'ВОДА'],
    ['Café', 'Cafe\u0301'],
    ['ΟΔΟΣ', 'οδος'],
    ['Reach 1', 'Reach l'],
    ['ﬁsh', 'fish'],
  ])('then %j and %j are alike', (one, other) => {
    expect(areAlike(one, other)).toBe(true)
    expect(areAlike(other, one)).toBe(true)
  })
})

describe('a short name for a party that was given none', () => {
  it.each([
    ['Upper Mills', 'Upper Mills'],
    ['The Fishing Villages of the Lower River', 'The Fishing Villages of'],
    ['Donaudampfschifffahrtsgesellschaft', 'Donaudampfschifffahrtsge'],
    [`${'a'.repeat(23)}👩‍👩‍👧 and others`, 'a'.repeat(23)],
  ])('given %s, then it is %s', (name, shortName) => {
    expect(shortNameFrom(name)).toBe(shortName)
  })
})
