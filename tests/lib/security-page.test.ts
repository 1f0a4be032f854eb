/** docs/security.md is written by the proofs and by nobody else, and no proof is left out of their list. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { proofs } from '../../scripts/proofs/list.ts'
import { type Figure, securityPage, withFigures } from '../../scripts/proofs/page.ts'
import { promises } from '../../scripts/proofs/promises.ts'

const figures = JSON.parse(readFileSync('scripts/proofs/figures.json', 'utf8')) as readonly Figure[]

test('the page says what the proofs told, and nothing else', () => {
  expect(readFileSync('docs/security.md', 'utf8')).toBe(securityPage(figures))
})

test('each promise has its place, and each figure a promise and a test that is there', () => {
  expect(promises).toHaveLength(20)
  for (const { promise, test: file } of figures) {
    expect(promise).toBeGreaterThanOrEqual(1)
    expect(promise).toBeLessThanOrEqual(20)
    expect(existsSync(file), file).toBe(true)
  }
})

test('every test that tells a figure is run by the proofs', () => {
  const told = execFileSync('git', ['grep', '--untracked', '-l', 'tellFigure(', '--', 'tests/*.test.ts'], {
    encoding: 'utf8',
  })
  const own = 'tests/lib/security-page.test.ts'
  expect(
    told
      .trim()
      .split('\n')
      .filter((file) => file !== own)
      .sort(),
  ).toEqual(proofs.map(({ file }) => file).sort())
})

test('a figure takes the place of the earlier one of its name', () => {
  const older = { promise: 6, proof: 'races', figure: '10 rounds', test: 'a', on: '2026-01-01' }
  const newer = { ...older, figure: '20 rounds' }
  const other = { ...older, promise: 2 }
  expect(withFigures([older, other], [newer])).toEqual([other, newer])
})
