import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
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
    logLevel: 'info',
    trustedProxies: 0,
    connectionsPerAddress: 256,
    pagesPerMinute: 600,
    pseudoLanguages: false,
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

test.each([
  ['https://COUNCIL.invalid', 'https://council.invalid'],
  ['http://council.invalid:80/', 'http://council.invalid'],
])('given the origin %s in another writing, then it is %s', (given, origin) => {
  expect(readSettings({ BASE_URL: given }).baseUrl).toBe(origin)
})

test.each([
  'https://council.invalid/path',
  'https://council.invalid/?a',
  'https://ada@council.invalid',
  'council.invalid',
])('given %s, then it is no origin', (given) => expect(mistakesOf({ BASE_URL: given })).toHaveLength(1))

test.each(['postgresql:', 'postgresql://', 'postgresql://server', 'postgresql:///concordance'])(
  'given the database %s, then a server or a database is missing',
  (given) => expect(mistakesOf({ DATABASE_URL: given })).toHaveLength(1),
)

test.each(['postgres://server/concordance', 'postgresql:///concordance?host=/run/postgresql'])(
  'given the database %s, then it is taken',
  (given) => expect(readSettings({ DATABASE_URL: given }).databaseUrl).toBe(given),
)

test.each(['smtp:', 'smtp://', 'smtp:x'])('given the mail server %s, then none is named', (given) => {
  expect(mistakesOf({ SMTP_URL: given })).toHaveLength(1)
})

test('given a level that the log does not know, then those that it knows are named', () => {
  expect(mistakesOf({ LOG_LEVEL: 'loud' })).toEqual([
    expect.stringContaining('silent, fatal, error, warn, info, debug'),
  ])
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

test('given proxies in front, then their number is read, and anything else is refused', () => {
  expect(readSettings({ TRUSTED_PROXIES: '2' }).trustedProxies).toBe(2)
  for (const TRUSTED_PROXIES of ['-1', 'yes', '1.5', '100']) expect(mistakesOf({ TRUSTED_PROXIES })).toHaveLength(1)
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
  // Every request asks for it: it is read once.
  rmSync(file)
  expect(authSecret()).toBe(secret)
})

test('given how much memory the server may keep, then it is a number of MB that a server can live with', () => {
  expect(readSettings({}).memoryMb).toBeUndefined()
  expect(readSettings({ MEMORY_MB: '300' }).memoryMb).toBe(300)
  for (const MEMORY_MB of ['100', 'much', '99999']) expect(mistakesOf({ MEMORY_MB })).toHaveLength(1)
})
