/** What an acknowledged act leaves to be told survives the death of the process (SECURITY.md, promise 9). */
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { settings } from '#lib/settings.ts'
import { embeddedTemplate } from '#tests/setup/embedded.ts'
import { rounds, tellFigure } from '#tests/setup/proof.ts'
import { killsOfTellers } from './outbox/kills.ts'

const kills = rounds({ sample: 3, whole: 100 })

it(`${kills} times one of two processes on a PostgreSQL server is killed, and nothing is lost or told twice`, async () => {
  const { databaseUrl } = settings()
  if (databaseUrl === undefined) throw new Error('The races run on a server.')
  expect(databaseUrl).toContain('postgresql://')
  const figure = await killsOfTellers(kills, 2, { DATABASE_URL: databaseUrl })
  tellFigure(9, 'kills while telling, on a PostgreSQL server', figure)
}, 1_500_000)

it(`${kills} times the process on an embedded database is killed, and nothing is lost or told twice`, async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'concordance-outbox-'))
  try {
    await cp(await embeddedTemplate(), path.join(folder, 'db'), { recursive: true })
    const figure = await killsOfTellers(kills, 1, { DATA_DIR: folder, DATABASE_URL: '' })
    tellFigure(9, 'kills while telling, on the embedded database', figure)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}, 1_500_000)
