import { describe, expect, test } from 'vitest'
import { directionOf } from '#domain/text/direction.ts'
import { refuseDraftChange } from '#domain/text/edition.ts'
import { windowOf } from '#domain/text/window.ts'

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

test('given an ordinal, the view in which it stands begins at 1, 101, 201 …', () => {
  expect([1, 100, 101, 31_000].map(windowOf)).toEqual([1, 1, 101, 30_901])
})
