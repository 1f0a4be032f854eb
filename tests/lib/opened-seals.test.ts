/** A seal that was opened once need not be opened again: for as long as it holds, with the secret with which it was opened, and no other. */
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { noteOpened, openedBefore } from '#lib/auth/opened-seals.ts'
import { sealedCookie, sessionIdIn } from '#lib/auth/session-cookie.ts'

beforeEach(() => vi.stubEnv('AUTH_SECRET', 'a secret of thirty-two characters'))
afterEach(() => vi.unstubAllEnvs())

it('is known by its whole text and its secret, until it ends', () => {
  const token = randomUUID()
  noteOpened(token, 'secret', { sessionId: 'one', endsAt: Date.now() + 60_000 })
  expect(openedBefore(token, 'secret')).toBe('one')
  expect(openedBefore(token, 'another')).toBeNull()
  expect(openedBefore(`${token} `, 'secret')).toBeNull()
  noteOpened(token, 'secret', { sessionId: 'one', endsAt: Date.now() - 1 })
  expect(openedBefore(token, 'secret')).toBeNull()
})

it('is read alike the first time and later, and a changed one never', async () => {
  const id = randomUUID()
  const cookie = (await sealedCookie(id)).split(';')[0] ?? ''
  expect(await sessionIdIn(cookie)).toBe(id)
  expect(await sessionIdIn(cookie)).toBe(id)
  for (const forged of [`${cookie}A`, cookie.slice(0, -1), cookie.replace(/.{4}$/, 'AAAA')])
    expect(await sessionIdIn(forged)).toBeNull()
})
