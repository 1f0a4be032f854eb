import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contextLength, type Quote, quoteFrom, standsIn } from '#domain/text/quote.ts'

function quote(text: string, start: number, end: number): Quote {
  const answer = quoteFrom(text, start, end)
  if ('refused' in answer) throw new Error(answer.refused)
  return answer
}
const quoteWords = (text: string, words: string) => quote(text, text.indexOf(words), text.indexOf(words) + words.length)

const text = 'The river council meets in spring. The mill stands still in spring, and the boats are painted.'

describe('given a passage, when words of it are quoted', () => {
  test('then the quote holds the words, their context and their offsets', () => {
    expect(quoteWords(text, 'mill stands')).toEqual({
      exact: 'mill stands',
      prefix: text.slice(39 - contextLength, 39),
      suffix: ' still in spring, and the boats ',
      start: 39,
      end: 50,
    })
  })

  test('then no selection, or one of nothing but space, is refused', () => {
    for (const [start, end] of [
      [3, 3],
      [9, 4],
      [3, 4],
    ] as const) {
      expect(quoteFrom(text, start, end)).toEqual({ refused: 'empty-quote' })
    }
  })

  test('then offsets outside of the passage are refused', () => {
    for (const [start, end] of [
      [-1, 4],
      [0, text.length + 1],
      [0.5, 4],
      [Number.NaN, 4],
    ] as const) {
      expect(quoteFrom(text, start, end)).toEqual({ refused: 'quote-out-of-bounds', length: text.length })
    }
  })

  test('then half a character is refused', () => {
    for (const character of ['😀', '👩‍🌾', '🇳🇵', 'g̈']) {
      expect(quoteFrom(`a${character}b`, 0, 2)).toEqual({ refused: 'quote-inside-character' })
      expect(quoteFrom(`a${character}b`, character.length, character.length + 2)).toEqual({
        refused: 'quote-inside-character',
      })
    }
  })
})

describe('given a quote, when it is looked for', () => {
  test('then it stands in the passage it was taken from, whatever the passage and the selection', () => {
    const passage = fc.string({
      unit: fc.constantFrom('a', 'b', ' ', 'é', '😀', '👩‍🌾', '\u0301', 'א'),
      maxLength: 120,
    })
    fc.assert(
      fc.property(passage, fc.nat(200), fc.nat(200), (words, start, end) => {
        const made = quoteFrom(words, start, end)
        if ('refused' in made) return
        expect(made.exact).toBe(words.slice(start, end))
        expect(words.slice(0, start).endsWith(made.prefix) && words.slice(end).startsWith(made.suffix)).toBe(true)
        expect(standsIn(made, words)).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  test('then it never stands where there are other words', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'b', ' '), minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(words, words, fc.nat(40), fc.nat(40), (from, to, start, end) => {
        const made = quoteFrom(from, start, end)
        if ('refused' in made) return
        if (standsIn(made, to)) expect(to.slice(start, end)).toBe(made.exact)
      }),
      { numRuns: 1_000 },
    )
  })

  test('then the same words elsewhere, at other offsets or in another context are not it', () => {
    const made = quoteWords(text, 'mill stands')
    expect(standsIn(made, `Once again: ${text}`)).toBe(false)
    expect(standsIn({ ...made, end: made.end - 1 }, text)).toBe(false)
    expect(standsIn(made, text.replace('river', 'mills'))).toBe(false)
    expect(standsIn(made, text.replace('boats', 'ships'))).toBe(false)
    expect(standsIn({ ...made, prefix: '' }, text)).toBe(false)
    expect(standsIn({ ...made, suffix: '' }, text)).toBe(false)
  })

  test('then a shorter context proves it as well', () => {
    const made = quoteWords(text, 'mill stands')
    expect(standsIn({ ...made, prefix: 'The ', suffix: ' still' }, text)).toBe(true)
  })

  test('then it does not stand inside of a character', () => {
    expect(standsIn({ ...quoteWords('x g y', 'g'), suffix: '̈' }, 'x g̈ y')).toBe(false)
  })
})
