/** What may be seen is taken out of every statement in turn (tests/access/wall.test.ts): no rule is left out of that. */
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { opened } from '#tests/setup/without-condition.ts'

const root = path.resolve(import.meta.dirname, '..', '..')

test('each rule that queries join can be taken out of a statement, and no other', () => {
  const sql = globSync('prisma/visibility/*.sql', { cwd: root }).map((file) =>
    readFileSync(path.join(root, file), 'utf8'),
  )
  const rules = sql.flatMap((text) => [...text.matchAll(/as_function\('(\w+)'/g)].map(([, name]) => String(name)))
  expect(rules.length).toBeGreaterThan(5)
  expect(Object.keys(opened).sort()).toEqual(rules.sort())
})
