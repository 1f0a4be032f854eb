import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { apiOf } from '#lib/api/app.ts'
import { sealedCookie } from '#lib/auth/session-cookie.ts'
import { knowsOf } from '#store/access/target.ts'

test('given a database that is down, when somebody asks, then the answer says so, and to come again', async () => {
  process.env.DATA_DIR = mkdtempSync(path.join(tmpdir(), 'concordance-test-'))
  // Nothing listens on a port that only the system may take.
  process.env.DATABASE_URL = 'postgresql://ada:hunter2@127.0.0.1:1/concordance'
  const cookie = (await sealedCookie('0190a000-0000-7000-8000-000000000001')).split(';')[0] ?? ''
  const answer = await apiOf([], knowsOf).fetch(new Request('http://localhost:3000/api/v1/me', { headers: { cookie } }))
  expect(answer.status).toBe(503)
  const told = await answer.text()
  expect(JSON.parse(told).refused).toBe('busy-database')
  expect(told).not.toContain('hunter2')
})
