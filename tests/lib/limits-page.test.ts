/** No table of the database is without a line that says how long its lists become, and the page says what the code does. */
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { mostIn, mostInADay } from '#domain/limits.ts'
import { partOf, parts } from '#domain/record/bounds.ts'
import refusals from '#messages/en/refusals.json' with { type: 'json' }
import { limitsPage } from '../../scripts/limits/page.ts'
import { lines } from '../../scripts/limits/table.ts'

const schema = globSync('prisma/schema/*.prisma')
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')
const models = [...schema.matchAll(/^model (\w+) \{/gm)].map(([, name]) => name)

test('each table has its line, and each line its table', () => {
  expect(models.length).toBeGreaterThan(30)
  expect(lines.map(({ model }) => model).sort()).toEqual(models.sort())
})

test('docs/limits.md is what the table says: node scripts/limits/write.ts writes it', () => {
  expect(readFileSync('docs/limits.md', 'utf8')).toBe(limitsPage())
})

test('each refusal in it has words', () => {
  for (const { refused, list } of lines) if (refused !== null) expect(refusals, list).toHaveProperty(refused)
})

test('each bound of a list stands in it', () => {
  const page = limitsPage()
  for (const most of [...Object.values(mostIn), ...Object.values(mostInADay)])
    expect(page).toContain(most.toLocaleString('en'))
})

test('each kind of entry is counted in one part at most, but for those of minutes, which are versions too', () => {
  const others = Object.entries(parts).filter(([name]) => name !== 'minutes')
  const kinds = others.flatMap(([, part]) => part.kinds as readonly string[])
  expect(new Set(kinds).size).toBe(kinds.length)
  for (const [name, part] of others) for (const kind of part.kinds) expect(partOf(kind)).toBe(name)
})
