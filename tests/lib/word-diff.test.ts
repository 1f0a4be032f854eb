import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { WordRun } from '#domain/wording.ts'
import { compareWordings } from '#lib/apart/compare.ts'
import { wordDiff } from '#lib/apart/word-diff.ts'

const differenceOf = (older: string, newer: string) => {
  const runs = wordDiff(older, newer)
  if (runs === null) throw new Error('Too different.')
  return runs
}
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
    expect(shown(differenceOf(older, newer))).toBe(expected)
  })

  test('no letter is torn from its marks, in any script, and nothing is reordered', () => {
    expect(shown(differenceOf('مستوى النهر يقاس أسبوعياً', 'مستوى النهر يقاس يومياً'))).toBe(
      'مستوى النهر يقاس [-أسبوعياً-]{+يومياً+}',
    )
    expect(shown(differenceOf('cafe\u0301 one', 'cafe one'))).toBe('[-cafe\u0301-]{+cafe+} one')
    expect(shown(differenceOf('see 👩‍🌾 now', 'see 👩‍🚀 now'))).toBe('see [-👩‍🌾-]{+👩‍🚀+} now')
  })

  test('both texts can be read from it, and nothing is split or doubled', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', ' ', '. ', 'é', 'ن', '👩‍🌾'), { maxLength: 40 })
    const text = fc.oneof(
      words.map((parts) => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 30 }),
    )
    fc.assert(
      fc.property(text, text, (older, newer) => {
        const runs = differenceOf(older, newer)
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
        const same = differenceOf(older.join(''), newer.join('')).filter((run) => run.kind === 'same')
        expect(same.flatMap((run) => [...run.text]).length).toBe(longestCommon(older, newer))
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    ['Thai', 'ระดับน้ำในแม่น้ำวัดทุกสัปดาห์', 'ระดับน้ำในแม่น้ำวัดทุกเดือน', 'ระดับน้ำในแม่น้ำวัดทุก[-สัปดาห์-]{+เดือน+}'],
    ['Chinese', '中华人民共和国', '中华人民大学', '中华人民[-共和国-]{+大学+}'],
    ['Japanese', '川の水位を毎週測る', '川の水位を毎日測る', '川の水位を[-毎週-]{+毎日+}測る'],
    ['Khmer', 'កម្ពស់ទឹកវាស់រាល់សប្តាហ៍', 'កម្ពស់ទឹកវាស់រាល់ខែ', 'កម្ពស់ទឹកវាស់រាល់[-សប្តាហ៍-]{+ខែ+}'],
    ['Burmese', 'မြစ်ရေကိုအပတ်တိုင်း', 'မြစ်ရေကိုလတိုင်း', 'မြစ်ရေကို[-အပတ်-]{+လ+}တိုင်း'],
    ['Tibetan', 'ཆུ་ཚད་གཟའ་རེར', 'ཆུ་ཚད་ཟླ་རེར', 'ཆུ་ཚད་[-གཟའ-]{+ཟླ+}་རེར'],
    ['Hindi', 'हर सप्ताह नापा', 'हर दिन नापा', 'हर [-सप्ताह-]{+दिन+} नापा'],
    ['Hebrew', 'נמדד כל שבוע', 'נמדד כל יום', 'נמדד כל [-שבוע-]{+יום+}'],
    ['flags', '🇦🇹🇩🇪', '🇦🇹🇨🇭', '🇦🇹[-🇩🇪-]{+🇨🇭+}'],
    ['skins', '👍🏽👍', '👍🏿👍', '[-👍🏽-]{+👍🏿+}👍'],
  ])('in %s a word is marked whole, and none beside it', (_, older, newer, expected) => {
    expect(shown(differenceOf(older, newer))).toBe(expected)
  })

  test('in a wording as long as they come, of which every second word changed, the words between are kept', () => {
    const text = (word: string) =>
      Array.from({ length: 3_000 }, (_, place) => (place % 2 === 0 ? `kept${place}` : `${word}${place}`)).join(' ')
    const kept = differenceOf(text('old'), text('new')).filter(({ kind }) => kind === 'same')
    expect(kept.flatMap((run) => run.text.match(/kept\d+/g) ?? [])).toHaveLength(1_500)
  })

  test('of two texts that are too different no marks are told, wherever they are compared', async () => {
    const text = (word: string) => Array.from({ length: 20_000 }, (_, place) => `${word}${place}`).join(' ')
    const [older, newer] = [text('a'), text('b')]
    expect(wordDiff(older, newer)).toBeNull()
    expect(await compareWordings('one', older, newer)).toBeNull()
    expect(wordDiff('one two', 'two one', 1)).toBeNull()
    expect(wordDiff('one two', 'one two')).toEqual([{ kind: 'same', text: 'one two' }])
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
