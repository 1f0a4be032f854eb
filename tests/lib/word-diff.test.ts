import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type WordRun, wordDiff } from '#domain/wording.ts'

const shown = (runs: readonly WordRun[]) =>
  runs.map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`)).join('')
const side = (runs: readonly WordRun[], without: WordRun['kind']) =>
  runs.flatMap(({ kind, text }) => (kind === without ? [] : [text])).join('')

describe('two wordings are compared word by word', () => {
  test.each([
    ['The river is measured.', 'The river is measured.', 'The river is measured.'],
    ['', 'The river', '{+The river+}'],
    ['The river', '', '[-The river-]'],
    ['measured each week', 'measured each day', 'measured each [-week-]{+day+}'],
    ['measured each week.', 'measured at noon each week.', 'measured {+at noon +}each week.'],
    ['read by the two mills', 'read by all three quays', 'read by [-the two mills-]{+all three quays+}'],
    ['a b c d', 'x b c y', '[-a-]{+x+} b c [-d-]{+y+}'],
  ])('%j becomes %j', (older, newer, expected) => {
    expect(shown(wordDiff(older, newer))).toBe(expected)
  })

  test('no letter is torn from its marks, in any script, and nothing is reordered', () => {
    expect(shown(wordDiff('مستوى النهر يقاس أسبوعياً', 'مستوى النهر يقاس يومياً'))).toBe(
      'مستوى النهر يقاس [-أسبوعياً-]{+يومياً+}',
    )
    expect(shown(wordDiff('cafe\u0301 one', 'cafe one'))).toBe('[-cafe\u0301-]{+cafe+} one')
    expect(shown(wordDiff('see 👩‍🌾 now', 'see 👩‍🚀 now'))).toBe('see [-👩‍🌾-]{+👩‍🚀+} now')
  })

  test('both texts can be read from it, and nothing is split or doubled', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', ' ', '. ', 'é', 'ن', '👩‍🌾'), { maxLength: 40 })
    const text = fc.oneof(
      words.map((parts) => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 30 }),
    )
    fc.assert(
      fc.property(text, text, (older, newer) => {
        const runs = wordDiff(older, newer)
        expect(side(runs, 'added')).toBe(older)
        expect(side(runs, 'removed')).toBe(newer)
        expect(runs.every((run, place) => run.text !== '' && run.kind !== runs[place + 1]?.kind)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('it keeps as many words as can be kept', () => {
    // Signs that are words of their own, so that no space between changes is taken into them.
    const words = fc.array(fc.constantFrom('🌊', '🌲', '🏠'), { maxLength: 14 })
    fc.assert(
      fc.property(words, words, (older, newer) => {
        const same = wordDiff(older.join(''), newer.join('')).filter((run) => run.kind === 'same')
        expect(same.flatMap((run) => [...run.text]).length).toBe(longestCommon(older, newer))
      }),
      { numRuns: 500 },
    )
  })

  test('two long texts without anything in common take a bounded time', () => {
    const text = (word: string) => Array.from({ length: 10_000 }, (_, place) => `${word}${place}`).join(' ')
    const runs = wordDiff(text('a'), text('b'))
    expect(side(runs, 'added')).toBe(text('a'))
    expect(side(runs, 'removed')).toBe(text('b'))
  })
})

function longestCommon(one: readonly string[], other: readonly string[]): number {
  let row = new Array<number>(other.length + 1).fill(0)
  for (const word of one) {
    const before = row
    row = [0]
    for (const [place, candidate] of other.entries()) {
      row.push(word === candidate ? (before[place] ?? 0) + 1 : Math.max(before[place + 1] ?? 0, row[place] ?? 0))
    }
  }
  return row.at(-1) ?? 0
}
