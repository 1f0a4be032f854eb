import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anchorQuote, contextLength, type Quote, quoteFrom } from '#domain/text/quote.ts'

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
  test('then it is exact in the passage it was taken from, whatever the passage and the selection', () => {
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
        expect(anchorQuote(made, words)).toEqual({ anchor: 'exact', start, end })
      }),
      { numRuns: 1_000 },
    )
  })

  test('then it is never anchored on other words', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'b', ' '), minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(words, words, fc.nat(40), fc.nat(40), (from, to, start, end) => {
        const made = quoteFrom(from, start, end)
        if ('refused' in made) return
        const anchor = anchorQuote(made, to)
        if (anchor.anchor !== 'lost') expect(to.slice(anchor.start, anchor.end)).toBe(made.exact)
      }),
      { numRuns: 1_000 },
    )
  })

  test('then it has moved where its words and their context stand elsewhere', () => {
    const made = quoteWords(text, 'mill stands still')
    expect(anchorQuote(made, `Once again: ${text}`)).toEqual({ anchor: 'moved', start: 51, end: 68 })
  })

  test('then the context decides between equal words', () => {
    const made = quoteWords(text, 'in spring,')
    const changed = `${text.slice(0, 60)} and in spring, ${text.slice(57)}`
    const anchor = anchorQuote(made, changed)
    expect(anchor).toEqual({
      anchor: 'moved',
      start: changed.lastIndexOf('in spring,'),
      end: changed.lastIndexOf('in spring,') + 10,
    })
  })

  test('then it is lost rather than guessed', () => {
    const made = quoteWords(text, 'spring')
    expect(anchorQuote(made, 'Nothing of the kind.')).toEqual({ anchor: 'lost', why: 'absent' })
    expect(anchorQuote(made, 'In spring, and every spring.')).toEqual({ anchor: 'lost', why: 'ambiguous' })
    expect(anchorQuote(made, 'A spring rises here.')).toEqual({ anchor: 'lost', why: 'context-changed' })
    const twice = 'x'.repeat(40) + text + 'y'.repeat(40) + text
    expect(anchorQuote(quoteWords(text, 'mill stands'), twice)).toEqual({ anchor: 'lost', why: 'ambiguous' })
  })

  test('then it is not found inside of a character', () => {
    expect(anchorQuote(quoteWords('x g y', 'g'), 'x g̈ y')).toEqual({ anchor: 'lost', why: 'absent' })
  })

  test('then it is lost where each half of its context stands at another place', () => {
    const made = quoteWords(text, 'painted')
    expect(anchorQuote(made, `${text.slice(0, -1)} green, and the mill is painted.`)).toEqual({
      anchor: 'lost',
      why: 'ambiguous',
    })
  })

  test('then the beginning of another passage is no proof for short words', () => {
    expect(anchorQuote(quoteWords(text, 'The'), 'The harbour is closed.')).toEqual({
      anchor: 'lost',
      why: 'context-changed',
    })
  })
})
