/** Minutes in the largest unit that people would say. */
import { expect, it } from 'vitest'
import { say } from '#lib/words/say.ts'
import { withSpans } from '#lib/words/spans.ts'

it.each([
  [1, 'one minute'],
  [59, '59 minutes'],
  [60, 'one hour'],
  [1439, '23 hours'],
  [1440, 'one day'],
  [4890, '3 days'],
])('says %i minutes ahead of time as %s', (minutes, words) => {
  expect(say('records', 'warning.before-its-time', withSpans({ minutes }))).toBe(`it was ${words} before its time`)
})
