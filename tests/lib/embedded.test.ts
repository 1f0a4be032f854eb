import { chmodSync, mkdirSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { dumpEmbedded, openEmbedded } from '#lib/db/embedded.ts'

test('given a data folder that others can read, when its database is opened and dumped twice for one reason, then both are for its owner alone, and no other dump is pushed out', async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'concordance-test-'))
  chmodSync(dataDir, 0o755)
  mkdirSync(path.join(dataDir, 'db'), { mode: 0o755 })
  const backups = path.join(dataDir, 'backups')
  mkdirSync(backups, { mode: 0o700 })
  const older = ['1', '2', '3', '4', '5'].map((day) => `2026-01-0${day}T00-00-00-000Z-before-${day}.tar.gz`)
  for (const name of older) writeFileSync(path.join(backups, name), '')
  const { pglite, close } = await openEmbedded(dataDir)
  await dumpEmbedded(pglite, dataDir, 'before-6')
  const dump = await dumpEmbedded(pglite, dataDir, 'before-6')
  await close()
  expect(statSync(path.join(dataDir, 'db')).mode & 0o777).toBe(0o700)
  expect(statSync(dump).mode & 0o777).toBe(0o600)
  // The newest of every label, and no more than five.
  expect(readdirSync(backups).sort()).toEqual([...older.slice(1), path.basename(dump)])
})
