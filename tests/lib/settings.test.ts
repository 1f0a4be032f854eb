import { mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { authSecret, readSettings, SettingsError } from '#lib/settings.ts'

function mistakesOf(env: Record<string, string>): readonly string[] {
  try {
    readSettings(env)
    return []
  } catch (error) {
    if (error instanceof SettingsError) return error.mistakes
    throw error
  }
}

test('given an empty environment, when the settings are read, then everything has its default', () => {
  expect(readSettings({})).toEqual({
    port: 3000,
    host: '127.0.0.1',
    baseUrl: 'http://localhost:3000',
    dataDir: path.resolve('data'),
    databaseUrl: undefined,
    authSecret: undefined,
    smtpUrl: undefined,
  })
})

test('given variables set to nothing, then they count as absent', () => {
  expect(readSettings({ PORT: '', BASE_URL: ' ', DATABASE_URL: '' })).toEqual(readSettings({}))
})

test('given only a port, then links lead to it', () => {
  expect(readSettings({ PORT: '4100' }).baseUrl).toBe('http://localhost:4100')
})

test('given a slash after the origin, then it is left out', () => {
  expect(readSettings({ BASE_URL: 'https://council.invalid/' }).baseUrl).toBe('https://council.invalid')
})

test('given several mistakes, then each has one line, and no secret is repeated', () => {
  const mistakes = mistakesOf({
    PORT: '70000',
    BASE_URL: 'https://council.invalid/path',
    DATABASE_URL: 'mysql://user:hunter2@host/db',
    AUTH_SECRET: 'hunter2',
    SMTP_URL: 'https://hunter2.invalid',
  })
  expect(mistakes.map((mistake) => mistake.split(' ')[0])).toEqual([
    'PORT',
    'BASE_URL',
    'DATABASE_URL',
    'AUTH_SECRET',
    'SMTP_URL',
  ])
  expect(mistakes.join()).not.toContain('hunter2')
})

test.each(['0', '-1', '3000.5', 'abc', '65536'])('given the port %s, then it is refused', (port) => {
  expect(mistakesOf({ PORT: port })).toHaveLength(1)
})

test('given no secret, when it is asked for, then one is made and kept where only its owner can read it', () => {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'concordance-test-')), 'data')
  process.env.DATA_DIR = folder
  const secret = authSecret()
  const file = path.join(folder, 'auth-secret')
  expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
  expect(readFileSync(file, 'utf8').trim()).toBe(secret)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(authSecret()).toBe(secret)
})
