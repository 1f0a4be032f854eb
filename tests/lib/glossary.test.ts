/** The glossary names what is there: each word with the name that it has in the code, in the file where it lives. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '..', '..')
const page = readFileSync(path.join(root, 'docs', 'glossary.md'), 'utf8')
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (word|---)/.test(line))
  .map((line) => line.slice(2, -2).split(' | '))

test('the glossary has a word, a meaning, a name and a file in each row, and each word once', () => {
  expect(rows.length).toBeGreaterThan(40)
  expect(rows.filter((row) => row.length !== 4)).toEqual([])
  const words = rows.map(([word]) => word)
  expect(words.filter((word, place) => words.indexOf(word) !== place)).toEqual([])
})

test.each(rows.map(([word, , name = '', where = '']) => [word, unquoted(name), unquoted(where)]))(
  'given the word %s, then %s is declared in %s',
  (_, name = '', where = '') => {
    expect(existsSync(path.join(root, where)), where).toBe(true)
    const declared = new RegExp(`^export .*\\b(function\\*?|const|class|interface|type) ${name}\\b`, 'm')
    expect(readFileSync(path.join(root, where), 'utf8')).toMatch(declared)
  },
)

function unquoted(cell: string): string {
  return cell.replaceAll('`', '')
}
