import { expect, test } from 'vitest'
import { memoryFlags } from '../../scripts/set-up/memory.mjs'

const MB = 1024 * 1024
const grows = ['--expose-gc', '--heap-growing-percent=20']

test.each([
  [512, ['--max-old-space-size=256', ...grows]],
  [2_048, ['--max-old-space-size=512', ...grows, '--max-semi-space-size=24']],
  [64_000, ['--max-old-space-size=1024', ...grows, '--max-semi-space-size=24']],
])('given a machine with %i MB, then the server takes a share of it within bounds', (there, flags) => {
  expect(memoryFlags(undefined, there * MB)).toEqual(flags)
})

test('given a number that was chosen, then it holds whatever there is; given a word, then the settings refuse it', () => {
  expect(memoryFlags('300', 64_000 * MB)[0]).toBe('--max-old-space-size=300')
  expect(memoryFlags('much', 1_200 * MB)[0]).toBe('--max-old-space-size=300')
})
