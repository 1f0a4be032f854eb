import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Citation, maxCitations, normaliseCitations, refuseCitation } from '#domain/text/citation.ts'
import { type Quote, quoteFrom } from '#domain/text/quote.ts'

const editionId = 'statute'
const text = 'The tools belong to everybody.'
const tools = quoteFrom(text, 4, 9) as Quote
const belong = quoteFrom(text, 10, 16) as Quote
const run = (first: number, last: number): Citation => ({ editionId, first, last })
const words = (ordinal: number, quote: Quote): Citation => ({ editionId, first: ordinal, last: ordinal, quote })

describe('given an edition of nine passages, when a citation is judged', () => {
  const edition = { id: editionId, passageCount: 9, quotedText: text }

  test('then passages of it, and exact words of one, are citable', () => {
    expect(refuseCitation(run(1, 9), edition)).toBeNull()
    expect(refuseCitation(words(9, tools), edition)).toBeNull()
  })

  test('then everything else is refused', () => {
    expect(refuseCitation({ ...run(1, 1), editionId: 'other' }, edition)).toEqual({ refused: 'wrong-edition' })
    for (const [first, last] of [
      [0, 1],
      [9, 10],
      [1.5, 2],
    ] as const) {
      expect(refuseCitation(run(first, last), edition)).toEqual({ refused: 'passage-out-of-bounds', passageCount: 9 })
    }
    expect(refuseCitation(run(3, 2), edition)).toEqual({ refused: 'range-reversed' })
    expect(refuseCitation({ ...run(1, 2), quote: tools }, edition)).toEqual({ refused: 'quote-across-passages' })
    expect(refuseCitation(words(1, { ...tools, start: 5, end: 10 }), edition)).toEqual({ refused: 'quote-not-found' })
    expect(refuseCitation(words(1, { ...tools, end: 30 }), edition)).toEqual({ refused: 'quote-not-found' })
    expect(refuseCitation(words(1, tools), { id: editionId, passageCount: 9 })).toEqual({ refused: 'quote-not-found' })
  })
})

describe('given citations, when they are put in order', () => {
  test('then overlapping and adjoining runs are one, in reading order', () => {
    expect(normaliseCitations([run(7, 8), run(1, 2), run(3, 4), run(4, 5)])).toEqual([run(1, 5), run(7, 8)])
  })

  test('then editions stay apart', () => {
    const other = { ...run(2, 3), editionId: 'by-laws' }
    expect(normaliseCitations([run(1, 2), other])).toEqual([other, run(1, 2)])
  })

  test('then each quote is kept once, beside the run that holds it', () => {
    expect(normaliseCitations([words(2, belong), words(2, tools), run(1, 3), words(2, tools)])).toEqual([
      run(1, 3),
      words(2, tools),
      words(2, belong),
    ])
  })

  test('then more than two hundred are refused, counted after joining', () => {
    const apart = Array.from({ length: maxCitations + 1 }, (_, index) => run(index * 2 + 1, index * 2 + 1))
    expect(normaliseCitations(apart)).toEqual({ refused: 'too-many-citations', count: 201, max: 200 })
    expect(normaliseCitations(apart.map((_, index) => run(index + 1, index + 1)))).toEqual([run(1, 201)])
  })

  test('then the same passages are cited as before, and doing it again changes nothing', () => {
    const citation = fc
      .tuple(fc.integer({ min: 1, max: 30 }), fc.nat(5))
      .map(([first, more]) => run(first, first + more))
    fc.assert(
      fc.property(fc.array(citation, { maxLength: 20 }), (citations) => {
        const normal = normaliseCitations(citations)
        if ('refused' in normal) throw new Error(normal.refused)
        for (let ordinal = 1; ordinal <= 36; ordinal += 1) {
          const cites = (one: Citation) => one.first <= ordinal && ordinal <= one.last
          expect(normal.filter(cites).length).toBe(citations.some(cites) ? 1 : 0)
        }
        expect(normaliseCitations(normal)).toEqual(normal)
      }),
    )
  })
})
