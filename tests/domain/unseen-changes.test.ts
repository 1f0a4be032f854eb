/** Case W2: an invisible change is named; what was composed at the entry is none. */
import { describe, expect, it, test } from 'vitest'
import { compareLines, withUnseenChanges } from '#domain/written/unseen-changes.ts'
import { asWords } from '#domain/written/written.ts'
import { wordDiff } from '#lib/apart/word-diff.ts'

const between = (older: string, newer: string) => withUnseenChanges(wordDiff(older, newer) ?? [])
const changes = (older: string, newer: string) => between(older, newer).filter(({ kind }) => kind !== 'same')

describe('given two versions that look the same', () => {
  test.each([
    ['We pay 100.', 'We pay\u200b 100.', ['U+200B']],
    ['We pay 100.', 'We p\u00aday 100.', ['U+00AD']],
    ['We pay\u2060 100.', 'We pay 100.', ['U+2060']],
    ['We pay 100.', 'We pay\u00a0100.', ['U+00A0']],
    ['We pay 100.', 'We pay 100\u{e0041}.', ['U+E0041']],
    ['می‌خواهیم', 'میخواهیم', ['U+200C']],
  ])('when %j becomes %j, then the invisible characters are named and no word is struck', (older, newer, unseen) => {
    const found = changes(older, newer)
    expect(found.map(({ kind }) => kind)).toEqual(['unseen'])
    expect(found.flatMap((run) => run.unseen)).toEqual(unseen)
    expect(
      between(older, newer)
        .map(({ text }) => text)
        .join(''),
    ).toBe(newer)
  })

  it('when only blanks changed, then that is said', () => {
    expect(changes('a \nb', 'a\nb')).toEqual([{ kind: 'unseen', text: '', unseen: [] }])
  })

  it('when one was decomposed, then nothing changed', () => {
    expect(changes(String(asWords('Cafe\u0301')), String(asWords('Café')))).toEqual([])
  })
})

describe('given two versions that differ to the eye', () => {
  it('when invisible characters came as well, then they are told with the words; joiners are spelling', () => {
    expect(changes('We open late.', 'We open ear\u00adly.')).toEqual([
      { kind: 'removed', text: 'late' },
      { kind: 'added', text: 'ear\u00adly', unseen: ['U+00AD'] },
    ])
    expect(changes('We open.', 'We open می‌خواهیم.').flatMap(({ unseen = [] }) => unseen)).toEqual([])
  })

  it('when a commitment changed invisibly, then both lines say how', () => {
    expect(compareLines(['Clear the weir', 'x'], ['Clear\u200b the weir', 'x'])).toEqual({
      removed: ['Clear the weir'],
      added: ['Clear\u200b the weir [U+200B]'],
    })
    expect(compareLines(['Late'], ['Ear\u00adly'])).toEqual({ removed: ['Late'], added: ['Ear\u00adly'] })
  })
})
