import { mkdirSync, mkdtempSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { inTurn } from '../../scripts/set-up/turn.mjs'

let root: string
const lock = () => path.join(root, '.build', 'set-up.lock')
const said: string[] = []

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'concordance-test-'))
  mkdirSync(path.join(root, '.build'))
  said.length = 0
  vi.spyOn(console, 'log').mockImplementation((line) => void said.push(line))
})

afterEach(() => void vi.restoreAllMocks())

test('given a lock that was never written to its end, then it is not waited for once it is old', async () => {
  writeFileSync(lock(), '')
  const old = new Date(Date.now() - 60_000)
  utimesSync(lock(), old, old)
  expect(await inTurn(root, async () => 'done')).toBe('done')
})

test('given a pid that now belongs to another process, then nobody waits for that', async () => {
  writeFileSync(lock(), JSON.stringify({ pid: process.ppid, born: 'another-boot/1', host: hostname() }))
  expect(await inTurn(root, async () => 'done')).toBe('done')
})

test('given a set-up at work, then another waits, says once for whom and where that stands, and comes after it', async () => {
  const first = Promise.withResolvers<void>()
  const order: string[] = []
  const one = inTurn(root, async () => {
    await first.promise
    order.push('one')
  })
  await vi.waitFor(() => expect(JSON.parse(readFileSync(lock(), 'utf8')).pid).toBe(process.pid))
  const others = ['two', 'three'].map((name) => inTurn(root, async () => void order.push(name)))
  await vi.waitFor(() => expect(said).toHaveLength(2))
  expect(said[0]).toContain(`process ${process.pid}`)
  expect(said[0]).toContain(path.join('.build', 'set-up.lock'))
  first.resolve()
  await Promise.all([one, ...others])
  expect(order[0]).toBe('one')
  expect(order).toHaveLength(3)
  expect(said).toHaveLength(2)
})
