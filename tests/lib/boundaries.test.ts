import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { findBreaches } from '../../scripts/checks/boundaries.ts'
import { namesOnce } from '../../scripts/checks/naming.ts'

/** Breaches of a project of one file. */
function breachesOf(file: string, text: string): readonly string[] {
  const root = mkdtempSync(path.join(tmpdir(), 'concordance-test-'))
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
  writeFileSync(path.join(root, file), text)
  return findBreaches(root)
}

const long = Array.from({ length: 301 }, (_, line) => `const line${line} = ${line}\n`).join('')

test.each([
  ['domain/a.ts', "import { b } from '#lib/b.ts'\n/** A. */\nexport const a = b", 'imports nothing but itself'],
  ['domain/a.ts', "import { z } from 'zod'\n/** A. */\nexport const a = z", 'The domain is pure'],
  ['domain/a.ts', "import { now } from 'node:process'\n/** A. */\nexport const a = now", 'The domain is pure'],
  [
    'lib/a.ts',
    "import { b } from '#features/texts/schema.ts'\n/** A. */\nexport const a = b",
    'Plumbing knows no feature',
  ],
  ['lib/a.ts', "/** A. */\nexport const a = () => import('#app/layout.tsx')", 'Plumbing knows no pages'],
  ['lib/a.ts', "import { b } from '#store/access/group.ts'\n/** A. */\nexport const a = b", 'Plumbing knows no nouns'],
  [
    'features/texts/queries.ts',
    'export const a = `NOT EXISTS (SELECT 1 FROM "TextParty" x WHERE x."textId" = t.id)`',
    'says itself who sees what',
  ],
  [
    'store/text/read.ts',
    '/** A. */\nexport const a = (tx) => tx.text.findMany({ where: { limits: { some: {} } } })',
    'says itself who sees what',
  ],
  [
    'features/texts/queries.ts',
    `export const a = \`EXISTS (SELECT 1 FROM "MeetingParty" p WHERE p."partyId" = ANY(\${mine}::uuid[]))\``,
    'says itself who sees what',
  ],
  ['lib/a.ts', "import { b } from '#tests/b.ts'\n/** A. */\nexport const a = b", 'does not lean on tests/'],
  [
    'components/a.tsx',
    "import { b } from '#domain/b.ts'\nexport const a = b",
    'belongs into features/<noun>/components',
  ],
  ['components/a.tsx', "import { b } from '../lib/b.ts'\nexport const a = b", 'leaves the room: write #lib/b.ts'],
  ['components/a.tsx', "import { b } from './b'\nexport const a = b", 'without its extension'],
  [
    'components/a.tsx',
    'export const A = ({ a }) => <p dangerouslySetInnerHTML={{ __html: a }} />',
    'puts HTML on the page',
  ],
  ['features/texts/components/a.tsx', 'export const a = (b) => create({ dangerouslySetInnerHTML: b })', 'puts HTML'],
  ['features/texts/components/a.ts', 'export const a = (b, c) => { b.innerHTML = c }', 'puts HTML on the page'],
  ['components/index.ts', 'export const a = 1', 'barrel'],
  ['components/all.ts', "export * from './a.tsx'\nexport { b } from './b.tsx'", 'barrel'],
  ['components/a.tsx', "'use server'\nexport const a = 1", 'Server Actions'],
  [
    'features/texts/queries.ts',
    "import { b } from '../parties/queries.ts'\nexport const a = b",
    'Features do not import each other',
  ],
  [
    'features/texts/api.ts',
    "import { asViewer } from '#lib/db/transaction.ts'\nexport const a = asViewer",
    'read and write rows',
  ],
  ['features/texts/loaders.ts', 'export const a = (tx) => tx.text.findMany({})', 'reads or writes rows'],
  ['features/texts/loaders.ts', 'export const a = (tx) => tx.$queryRaw`SELECT 1`', 'reads or writes rows'],
  [
    'features/texts/queries.ts',
    "import { b } from '#generated/prisma/client.ts'\nexport const a = b",
    'stays in lib/db',
  ],
  ['features/texts/helpers.ts', 'export const a = 1', 'is none of schema, views, api'],
  ['features/helpers.ts', 'export const a = 1', 'belongs to a noun'],
  [
    'features/texts/api.ts',
    "import { provenViewer } from '#lib/db/viewer.ts'\nexport const a = provenViewer",
    'makes a Viewer',
  ],
  [
    'app/page.tsx',
    "import { asViewer } from '#lib/db/transaction.ts'\nexport const a = asViewer",
    'read and write rows',
  ],
  ['lib/a.ts', long, 'has 301 lines'],
  [
    'features/a/components/b.tsx',
    "import { useRouter } from 'next/navigation'\nexport const a = useRouter",
    'components/actions/use-going.ts',
  ],
  ['features/a/components/b.tsx', 'export const a = (id) => fetch(id)', 'lib/api/send.ts'],
  ['features/a/components/b.tsx', 'export const a = (id) => `/api/v1/groups/` + id', 'lib/api/send.ts'],
  ['components/a.tsx', "export const a = () => new EventSource('/live')", 'lib/api/send.ts'],
  ['app/page.tsx', 'export const a = () => navigator.sendBeacon(1)', 'lib/api/send.ts'],
  ['features/a/commands.ts', 'export const a = (tx) => tx.groupEvent.createMany({})', 'the tell of its aggregate'],
  ['store/party/save.ts', '/** A. */\nexport const a = (tx) => tx.recordEntry.create({})', 'the tell of its aggregate'],
  ['features/a/commands.ts', 'export const a = (tx) => tx.outboxMessage.create({})', 'the tell of its aggregate'],
  ['features/a/queries.ts', 'export const a = `SELECT "dueOn" AT TIME ZONE y."timeZone"`', 'domain/calendar-day.ts'],
  ['features/a/queries.ts', "export const a = `SELECT x + interval '1 day'`", 'domain/calendar-day.ts'],
  ['features/a/queries.ts', 'export const a = `SELECT date_trunc(x)`', 'domain/calendar-day.ts'],
  ['features/a/queries.ts', 'export const a = `SELECT "at"::date`', 'domain/calendar-day.ts'],
  ['features/a/queries.ts', 'export const a = `SELECT 1 WHERE "dueOn" < CURRENT_DATE`', 'domain/calendar-day.ts'],
  ['features/a/queries.ts', 'export const a = `SELECT 1 WHERE "at" < now()`', 'now is passed in'],
  ['lib/a.ts', '/** A. */\nexport const a = `SELECT 1 WHERE "at" < now()`', 'now is passed in'],
  ['prisma/migrations/1/migration.sql', 'UPDATE "A" SET b = c AT TIME ZONE d;', 'domain/calendar-day.ts'],
  ['domain/a.ts', 'export const a = 1', 'without saying what it means'],
  ['store/a.ts', 'export interface A {}', 'without saying what it means'],
  ['features/a/queries.ts', 'export async function a() {}', 'without saying what it means'],
  ['components/a/b.tsx', '/** As `c`, with more. */\nexport const b = 2', 'leans on another'],
  ['domain/a.ts', '/** A. */\nexport const a = 1\n/** The same, and more. */\nexport const b = 2', 'leans on another'],
])('given %s with %j, then the breach is named', (file, text, message) => {
  const breaches = breachesOf(file, text)
  expect(breaches).toHaveLength(1)
  expect(breaches[0]).toContain(`${file} `)
  expect(breaches[0]).toContain(message)
})

test.each([
  ['domain/a.ts', "import type { z } from 'zod'\nimport { b } from './b.ts'\n/** A. */\nexport const a: z.ZodType = b"],
  [
    'features/texts/commands/publish.ts',
    "import { asViewer } from '#lib/db/transaction.ts'\nexport const a = asViewer",
  ],
  ['features/texts/loaders.ts', "import { asViewer } from '#lib/db/transaction.ts'\nexport const a = asViewer"],
  [
    'features/texts/api.ts',
    "import type { Viewer } from '#lib/db/viewer.ts'\nexport const a = (viewer: Viewer) => viewer",
  ],
  ['features/texts/components/a.tsx', "import { b } from '#components/b.tsx'\nexport const a = b"],
  ['lib/db/prisma.ts', "export { Prisma } from '#generated/prisma/client.ts'\nexport type A = 1"],
  [
    'features/a/queries.ts',
    'export const a = (clock, day) => [clock.now(), `SELECT $1::date[], $2::timestamptz`, LocalTime]',
  ],
  ['prisma/migrations/1/migration.sql', 'ALTER TABLE "A" ADD COLUMN "at" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP;'],
  ['lib/jobs/run.ts', '/** A. */\nexport const a = `SELECT now()`'],
  ['lib/a.ts', "// import { b } from '#features/texts/schema.ts'\n/** A. */\nexport const a = 1"],
  ['lib/a.ts', "/** A. */\nexport const a = () => fetch('/api/auth/csrf')"],
  ['app/api/v1/route.ts', 'export const GET = (request) => api.fetch(request)'],
])('given %s with %j, then no rule is broken', (file, text) => {
  expect(breachesOf(file, text)).toEqual([])
})

test('a name that two files of the product declare is told, and one that the framework asks of every page is not', () => {
  const declaring = (names: readonly string[]) => (file: string) => {
    const text = names.map((name) => `export const ${name} = 1`).join('\n')
    return { file, text, code: text, imports: [] }
  }
  const [breach, ...others] = namesOnce([
    ...['domain/a.ts', 'lib/b.ts', 'tests/c.ts'].map(declaring(['same'])),
    ...['app/page.tsx', 'app/a/page.tsx'].map(declaring(['metadata'])),
  ])
  expect(breach).toContain('domain/a.ts declares same, and so does lib/b.ts')
  expect(others).toEqual([])
  expect(namesOnce(['app/page.tsx', 'lib/b.ts', 'store/c.ts'].map(declaring(['metadata'])))).toHaveLength(1)
})
