import { describe, expect, test } from 'vitest'
import { directionOf } from '#domain/text/direction.ts'
import { refuseDraftChange } from '#domain/text/edition.ts'
import { beginningOfPart, partsFrom, printedFrom } from '#domain/text/window.ts'

describe('a draft is changed by whoever saw it as it is', () => {
  test('given the revision that was seen is the present one, nothing speaks against it', () => {
    expect(refuseDraftChange({ state: 'draft', revision: 4 }, 4)).toBeNull()
  })

  test('given somebody was faster, the refusal names the present revision', () => {
    expect(refuseDraftChange({ state: 'draft', revision: 5 }, 4)).toEqual({ refused: 'draft-changed', revision: 5 })
  })

  test('given it is published, it changes no more, whatever was seen', () => {
    expect(refuseDraftChange({ state: 'published', revision: 4 }, 4)).toEqual({ refused: 'already-published' })
  })
})

describe('a text runs as most of its letters do', () => {
  test.each([
    ['The river is low.', 'ltr'],
    ['النهر منخفض هذا الصيف', 'rtl'],
    ['הנהר נמוך (River)', 'rtl'],
    ['The word נהר means river.', 'ltr'],
    ['1, 2, 3 …', 'ltr'],
  ] as const)('given %s, it runs %s', (text, direction) => {
    expect(directionOf(text)).toBe(direction)
  })
})

test('given an ordinal, the part in which it stands begins at 1, 41, 81 …', () => {
  expect([1, 40, 41, 31_000].map(beginningOfPart)).toEqual([1, 1, 41, 30_961])
})

test.each([
  ['one passage', [57, 57], { from: 41, to: 80 }],
  ['some before others', [1, 81], { from: 1, to: 120 }],
  ['an end before the beginning', [81, 3], { from: 81, to: 120 }],
  ['more than a page comes to hold', [41, 30_000], { from: 41, to: 440 }],
] as const)('given %s, a page of the reader holds whole parts and no more than are read on', (_, [from, to], parts) => {
  expect(partsFrom(from, to)).toEqual(parts)
})

test('given an ordinal, it is printed with the thousand in which it stands', () => {
  expect([1, 1000, 1001].map(printedFrom).map(({ from, to }) => [from, to])).toEqual([
    [1, 1000],
    [1, 1000],
    [1001, 2000],
  ])
})
