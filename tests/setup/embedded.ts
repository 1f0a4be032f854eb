/** Makes one migrated, empty embedded database, which every test file then copies. Kept as long as the migrations stay. */
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import type { TestProject } from 'vitest/node'
import { applyMigrations, readMigrations } from '#lib/db/migrate.ts'
import { readVisibility } from '#lib/db/visibility.ts'
import { fingerprint } from '../../scripts/set-up/fingerprint.ts'

const root = path.resolve(import.meta.dirname, '..', '..')

export async function setup(project: TestProject): Promise<void> {
  project.provide('databaseSource', { kind: 'embedded', folder: await embeddedTemplate() })
}

/** Folder of the database; made under another name first, for others may run tests at the same time. */
export async function embeddedTemplate(): Promise<string> {
  const inputs = await fingerprint(root, [
    'prisma/migrations',
    'prisma/visibility',
    'node_modules/@electric-sql/pglite/package.json',
  ])
  const folder = path.join(root, '.build', 'test', `embedded-${inputs}`)
  if (existsSync(folder)) return folder
  await mkdir(path.dirname(folder), { recursive: true })
  const draft = await mkdtemp(`${folder}-`)
  const pglite = await PGlite.create({ dataDir: draft })
  const visibility = await readVisibility(path.join(root, 'prisma', 'visibility'))
  await applyMigrations(pglite, await readMigrations(path.join(root, 'prisma', 'migrations')), { visibility })
  await pglite.exec('CHECKPOINT')
  await pglite.close()
  await rename(draft, folder).catch(() => rm(draft, { recursive: true }))
  return folder
}
