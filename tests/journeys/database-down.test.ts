import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { say } from '#lib/words/say.ts'
import { openBrowser } from '#tests/setup/browser.ts'
import { type Cluster, startCluster } from '#tests/setup/server.ts'
import { type SpawnedServer, spawnServer } from '#tests/setup/spawn-server.ts'
import { button, expectSound, heading, signIn, visitor } from './visitor.ts'

let cluster: Cluster
let server: SpawnedServer
let browser: Browser

beforeAll(async () => {
  cluster = await startCluster()
  const dataDir = await mkdtemp(path.join(tmpdir(), 'concordance-server-'))
  server = await spawnServer({ dataDir, distDir: inject('distDir'), env: { DATABASE_URL: cluster.url } })
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await cluster?.stop()
})

test('given somebody at work, when the database goes away, then pages and answers say so calmly, and the server lives', async () => {
  const admin = await visitor(browser)
  await signIn(admin, server.signInLink)
  await cluster.stop()
  const answer = await admin.page.request.get(`${server.baseUrl}/api/v1/me`)
  expect(answer.status()).toBe(503)
  expect(await answer.json()).toMatchObject({ refused: 'busy-database' })
  const page = await admin.page.goto(`${server.baseUrl}/groups`)
  expect(page?.status()).toBe(500)
  await heading(admin.page, say('seldom', 'broken.title')).waitFor()
  await button(admin.page, say('seldom', 'broken.again')).waitFor()
  // What the browser complains of is the status itself.
  await expectSound({ ...admin, complaints: [] })
})
