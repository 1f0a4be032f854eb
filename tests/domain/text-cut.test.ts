/** Case W4: what people wrote is cut between graphemes. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { beginningOf, excerptOf, graphemeEnd, isGraphemeBoundary } from '#domain/text/grapheme.ts'
import { hostile } from './hostile-words.ts'

const family = '👨‍👩‍👧'

describe('given a text that is too long for its place', () => {
  test.each([
    ['😀'.repeat(100), 5, '😀😀'],
    [`After: ${'😀'.repeat(100)}`, 200, `After: ${'😀'.repeat(96)}`],
    [family.repeat(3), 17, family.repeat(2)],
    ['é'.normalize('NFD').repeat(4), 5, 'é'.normalize('NFD').repeat(2)],
    ['🇵🇹🇳🇵', 6, '🇵🇹'],
    ['short', 5, 'short'],
  ])('when %j is cut to %i, then no character is torn', (text, most, beginning) => {
    expect(beginningOf(text, most)).toBe(beginning)
  })

  it('when one character alone is longer, then it is cut between code points', () => {
    expect(beginningOf(`a${'\u0301'.repeat(300)}`, 5)).toHaveLength(5)
    expect(beginningOf(`😀${'\u{1f3fb}'.repeat(300)}`, 5)).toBe('😀\u{1f3fb}')
  })

  it('when any text is cut, then the piece is well-formed, fits, and ends where a character ends', () => {
    const cuts = [beginningOf, excerptOf]
    fc.assert(
      fc.property(
        fc.oneof(hostile, fc.string({ unit: 'grapheme', maxLength: 60 })),
        fc.integer({ min: 12, max: 40 }),
        (raw, most) => {
          const text = raw.toWellFormed()
          for (const cut of cuts) {
            expect(cut(text, most).isWellFormed()).toBe(true)
            expect(cut(text, most).length).toBeLessThanOrEqual(most)
          }
          const [beginning, end] = [beginningOf(text, most), graphemeEnd(text, most)]
          expect(text.startsWith(beginning) && text.endsWith(end)).toBe(true)
          expect(end.isWellFormed() && end.length <= most).toBe(true)
          const usual = !/[\p{M}\p{Default_Ignorable_Code_Point}]{8}/u.test(text)
          if (usual && beginning !== '') expect(isGraphemeBoundary(text, beginning.length)).toBe(true)
          if (usual && end !== '') expect(isGraphemeBoundary(text, text.length - end.length)).toBe(true)
        },
      ),
    )
  })
})
