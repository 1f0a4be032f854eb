/** What pointed at passages before there was one identity for all that does, points there afterwards. */
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyMigrations, readMigrations } from '#lib/db/migrate.ts'

const folder = path.join(import.meta.dirname, '..', '..', 'prisma', 'migrations')
const name = '20261130080000_one_citing_identity'

let pglite: PGlite

beforeAll(async () => {
  pglite = await PGlite.create()
})

afterAll(() => pglite.close())

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const [group, item, version, assignment, edition] = [id(1), id(2), id(3), id(4), id(5)]

test('given an item, a version and homework with their citations, then each of these is cited by the same thing as before', async () => {
  const migrations = await readMigrations(folder)
  const before = migrations.filter((migration) => migration.name < name)
  await applyMigrations(pglite, before)
  // Only what the migration reads: references to what else there would be are not looked at.
  await pglite.exec(`SET session_replication_role = replica;
    INSERT INTO "AgendaItem" (id, "groupId", "meetingId", position, kind, title, minutes)
      VALUES ('${item}', '${group}', '${id(6)}', 1, 'inquiry', 'Levels', 10);
    INSERT INTO "ConclusionVersion" (id, "groupId", "conclusionId", number, wording, "createdById")
      VALUES ('${version}', '${group}', '${id(7)}', 1, 'Levels are read.', '${id(8)}');
    INSERT INTO "Assignment" (id, "groupId", "editionId", kind, "partyId", "createdById")
      VALUES ('${assignment}', '${group}', '${edition}', 'read', '${id(9)}', '${id(8)}');
    INSERT INTO "Citation" (id, "groupId", "editionId", "firstOrdinal", "lastOrdinal", "itemId", "versionId", "assignmentId")
      VALUES ('${id(11)}', '${group}', '${edition}', 1, 1, '${item}', NULL, NULL),
        ('${id(12)}', '${group}', '${edition}', 2, 3, NULL, '${version}', NULL),
        ('${id(13)}', '${group}', '${edition}', 4, 4, NULL, NULL, '${assignment}');
    INSERT INTO "Group" (id, name, "timeZone") VALUES ('${group}', 'River', 'Asia/Kathmandu');
    SET session_replication_role = origin;`)
  await applyMigrations(pglite, migrations)
  const { rows } = await pglite.query(`SELECT c.id, c."firstOrdinal" AS first, g.id AS citing, g.kind
    FROM "Citation" c JOIN "Citing" g ON g.id = c."citingId" ORDER BY c.id`)
  expect(rows).toEqual([
    { id: id(11), first: 1, citing: item, kind: 'item' },
    { id: id(12), first: 2, citing: version, kind: 'version' },
    { id: id(13), first: 4, citing: assignment, kind: 'assignment' },
  ])
})

test('given an item that is removed, then its identity and its citations end with it, and those of others stay', async () => {
  await pglite.exec(`DELETE FROM "AgendaItem" WHERE id = '${item}'`)
  const { rows } = await pglite.query(`SELECT g.id, count(c.id)::int AS citations
    FROM "Citing" g LEFT JOIN "Citation" c ON c."citingId" = g.id GROUP BY g.id ORDER BY g.id`)
  expect(rows).toEqual([
    { id: version, citations: 1 },
    { id: assignment, citations: 1 },
  ])
  await expect(pglite.exec(`DELETE FROM "Citing" WHERE id = '${version}'`)).rejects.toThrow('foreign key')
  await expect(pglite.exec(`UPDATE "Citation" SET "citingId" = '${version}'`)).rejects.toThrow('immutable')
})
