/** The glossary names what is there: each word with the name that it has in the code, in the file where it lives; each term means one thing. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { tour } from '#lib/demo/tour.ts'
import terms from '#messages/en/terms.json' with { type: 'json' }
import { glossaryPage } from '../../scripts/glossary.ts'

const root = path.resolve(import.meta.dirname, '..', '..')
const page = readFileSync(path.join(root, 'docs', 'glossary.md'), 'utf8')
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (term|word|---)/.test(line))
  .map((line) => line.slice(2, -2).split(' | '))

test('the glossary has a word, a meaning, a name and a file in each row, and each word once', () => {
  expect(rows.length).toBeGreaterThan(40)
  expect(rows.filter((row) => row.length !== 4 && row.length !== 5)).toEqual([])
  const words = rows.map(([word]) => word)
  expect(words.filter((word, place) => words.indexOf(word) !== place)).toEqual([])
})

test('the terms of the procedure mean there what they mean on the screen: node scripts/glossary.ts writes it', () => {
  const named = rows.filter((row) => row.length === 5).map(([term]) => term)
  expect(named.length).toBeGreaterThan(30)
  expect(named.filter((term = '') => !Object.hasOwn(terms, term))).toEqual([])
  expect(page).toBe(glossaryPage(page))
})

test('a meaning is one line that ends, and no two terms have one name', () => {
  for (const [term, { name, meaning }] of Object.entries(terms)) {
    expect(meaning, term).toMatch(/^\p{Lu}.{8,}\.$/u)
    expect(meaning.length, term).toBeLessThanOrEqual(120)
    expect(name.length, term).toBeLessThanOrEqual(32)
  }
  const names = Object.values(terms).map(({ name }) => name.toLowerCase())
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([])
})

const tagged = globSync('messages/en/*.json', { cwd: root }).flatMap((file) =>
  [...readFileSync(path.join(root, file), 'utf8').matchAll(/"([\w-]+)": (".*<[\w.-]+>.*")/g)].map(
    ([, key = '', words = '']) => ({
      key,
      ofTour: file.endsWith('groups.json') && tour.some((stop) => stop.key === key),
      tags: [...words.matchAll(/<([\w.-]+)>/g)].map(([, tag = '']) => tag),
    }),
  ),
)

// What the tour names leads there; whether it is explained, its page says.
const sentences = tagged.filter(({ ofTour }) => !ofTour)

test('what a point of the tour names in a tag is one of its things, and each of them is named', () => {
  const named = Object.groupBy(
    tagged.filter(({ ofTour }) => ofTour),
    ({ key }) => key,
  )
  for (const { key, things = {} } of tour)
    expect((named[key] ?? []).flatMap(({ tags }) => tags).toSorted(), key).toEqual(Object.keys(things).toSorted())
})

test('each tag in a sentence is a term', () => {
  expect(sentences.length).toBeGreaterThan(3)
  expect(sentences.flatMap(({ tags }) => tags).filter((tag) => !Object.hasOwn(terms, tag))).toEqual([])
})

test('a sentence with tags is spoken with all of its terms', () => {
  const code = globSync('{app,features}/**/*.tsx', { cwd: root }).map((file) =>
    readFileSync(path.join(root, file), 'utf8'),
  )
  const spoken = ({ key, tags }: (typeof sentences)[number]) =>
    code.some((source) => {
      const [, call = ''] =
        source.match(new RegExp(`\\.rich\\('(?:[\\w-]+\\.)*${key}',([^;]*?termTags\\([^)]*\\))`)) ?? []
      return call !== '' && tags.every((tag) => call.includes(`'${tag}'`))
    })
  expect(sentences.filter((sentence) => !spoken(sentence))).toEqual([])
})

test.each(rows.map((row) => [row[0], unquoted(row.at(-2)), unquoted(row.at(-1))]))(
  'given the word %s, then %s is declared in %s',
  (_, name = '', where = '') => {
    expect(existsSync(path.join(root, where)), where).toBe(true)
    const declared = new RegExp(`^export .*\\b(function\\*?|const|class|interface|type) ${name}\\b`, 'm')
    expect(readFileSync(path.join(root, where), 'utf8')).toMatch(declared)
  },
)

function unquoted(cell = ''): string {
  return cell.replaceAll('`', '')
}
