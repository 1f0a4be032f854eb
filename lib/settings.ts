/**
 * The settings of the instance: read from the environment once, validated together, so that one start names every mistake.
 * `.env.example` explains each of them to whoever runs an instance.
 */
import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

/** What is set of an instance, checked and with its defaults. */
export interface Settings {
  /** TCP port the server listens on, 1–65535. Default 3000. */
  readonly port: number
  /** Address the server binds to. Default 127.0.0.1: reachable from this machine alone. */
  readonly host: string
  /** Origin under which people reach the instance, without a path or trailing slash. Default `http://localhost:<port>`. */
  readonly baseUrl: string
  /** Absolute folder of everything the instance keeps: embedded database, dumps, secret. Default `./data`. */
  readonly dataDir: string
  /** Connection string of a PostgreSQL server (15 or newer); absent: the embedded database in `dataDir`. */
  readonly databaseUrl: string | undefined
  /**
   * Connection string of the same database as its owner, for migrations alone; absent: whoever `databaseUrl` names owns it. With it
   * the server's own account owns no table, and what runs as it can leave no policy behind.
   */
  readonly databaseOwnerUrl: string | undefined
  /** Secret given by the environment; absent: `authSecret()` keeps one in `dataDir`. */
  readonly authSecret: string | undefined
  /** Mail server; absent: messages appear in the terminal. */
  readonly smtpUrl: string | undefined
  /** How much the log says. Default `info`: every change and every refusal too. */
  readonly logLevel: (typeof logLevels)[number]
  /** How many proxies of one's own a request passes on its way, 0–9: so many addresses of X-Forwarded-For are believed. */
  readonly trustedProxies: number
  /** Connections that one address (or IPv6 /64) may hold at once, 1–65535. Without meaning behind proxies. Default 256. */
  readonly connectionsPerAddress: number
  /** Whether the languages that nobody speaks are offered, to try the interface with. Default no. */
  readonly pseudoLanguages: boolean
  /** Pages that one person, or one address without a sign-in, may open in a minute, 1–9999999. Default 600. */
  readonly pagesPerMinute: number
  /**
   * What of the server's memory lives long may take, in MB, 192–65535; absent: a quarter of what the machine or its container has, at least
   * 256 and at most 1024. `scripts/start.mjs` starts the process with it.
   */
  readonly memoryMb: number | undefined
}

/** Thrown when settings are wrong: `mistakes` has one line per mistake, and never the value of a secret. */
export class SettingsError extends Error {
  readonly mistakes: readonly string[]

  constructor(mistakes: readonly string[]) {
    super(`The settings need attention:\n${mistakes.map((mistake) => `  ${mistake}`).join('\n')}`)
    this.name = 'SettingsError'
    this.mistakes = mistakes
  }
}

/** Whether it is a URL of one of these schemes that names a host. */
const namesHost = (value: string, schemes: readonly string[]): boolean => {
  const url = URL.parse(value)
  return url !== null && schemes.includes(url.protocol) && url.hostname !== ''
}

/** Written as `postgresql://server/database`; a socket of this machine may stand for the server: `postgresql:///database?host=/run`. */
const namesDatabase = (value: string): boolean => {
  const url = URL.parse(value)
  if (url === null || !['postgres:', 'postgresql:'].includes(url.protocol)) return false
  return (url.hostname !== '' || url.searchParams.has('host')) && url.pathname.length > 1
}

/** Whether nothing follows the origin but one slash. Upper case and the scheme's own port are no mistakes: they go. */
const isOrigin = (value: string): boolean => {
  const url = URL.parse(value)
  return url !== null && namesHost(value, ['http:', 'https:']) && url.href === `${url.origin}/`
}

/** How much the log says, from the least to the most. */
const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug'] as const

/** A whole number from `least` to `most`, written in digits. */
const count = (most: number, least = 1) => {
  const message = `must be a whole number from ${least} to ${most}`
  return z.string().regex(/^\d+$/, message).transform(Number).pipe(z.int().min(least, message).max(most, message))
}

const environment = z.object({
  PORT: count(65_535).default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'must be a host name or an address, such as 127.0.0.1 or 0.0.0.0')
    .default('127.0.0.1'),
  BASE_URL: z
    .string()
    .refine(isOrigin, 'must be an http or https origin without a path, such as https://concordance.example')
    .optional(),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: z
    .string()
    .refine(namesDatabase, 'must start with postgresql:// and name a server and a database')
    .optional(),
  DATABASE_OWNER_URL: z
    .string()
    .refine(namesDatabase, 'must start with postgresql:// and name a server and a database')
    .optional(),
  AUTH_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  SMTP_URL: z
    .string()
    .refine(
      (value) => namesHost(value, ['smtp:', 'smtps:']),
      'must start with smtp:// or smtps:// and name a mail server',
    )
    .optional(),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
  TRUSTED_PROXIES: z.string().regex(/^\d$/, 'must be a whole number from 0 to 9').transform(Number).default(0),
  CONNECTIONS_PER_ADDRESS: count(65_535).default(256),
  PAGES_PER_MINUTE: count(9_999_999).default(600),
  MEMORY_MB: count(65_535, 192).optional(),
  PSEUDO_LANGUAGES: z.enum(['0', '1'], 'must be 0 or 1').default('0'),
})

/**
 * Validates an environment. A variable set to nothing counts as absent.
 *
 * @throws SettingsError naming every mistake at once.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    const mistakes = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
    throw new SettingsError([...new Set(mistakes)])
  }
  const { PORT, HOST, BASE_URL, DATA_DIR, DATABASE_URL, AUTH_SECRET, SMTP_URL, LOG_LEVEL, TRUSTED_PROXIES } =
    parsed.data
  const { CONNECTIONS_PER_ADDRESS, DATABASE_OWNER_URL, MEMORY_MB, PAGES_PER_MINUTE, PSEUDO_LANGUAGES } = parsed.data
  return {
    port: PORT,
    host: HOST,
    baseUrl: new URL(BASE_URL ?? `http://localhost:${PORT}`).origin,
    dataDir: path.resolve(DATA_DIR),
    databaseUrl: DATABASE_URL,
    databaseOwnerUrl: DATABASE_OWNER_URL,
    authSecret: AUTH_SECRET,
    smtpUrl: SMTP_URL,
    logLevel: LOG_LEVEL,
    trustedProxies: TRUSTED_PROXIES,
    connectionsPerAddress: CONNECTIONS_PER_ADDRESS,
    pagesPerMinute: PAGES_PER_MINUTE,
    memoryMb: MEMORY_MB,
    pseudoLanguages: PSEUDO_LANGUAGES === '1',
  }
}

let validated: Settings | undefined

/**
 * The settings of this process.
 *
 * @throws SettingsError on first use when the environment is wrong.
 */
export function settings(): Settings {
  validated ??= readSettings(process.env)
  return validated
}

/**
 * The key that signs cookies: `AUTH_SECRET`, or 256 random bits made on first use and kept in the data folder, readable by
 * its owner alone. Two processes that start together end up with the same one.
 */
export function authSecret(): string {
  const { authSecret: given, dataDir } = settings()
  return given ?? keptSecret(path.join(dataDir, 'auth-secret'))
}

/** Secrets that were read, by their files: every request asks, and a secret never changes while a process runs. */
const secrets = new Map<string, string>()

function keptSecret(file: string): string {
  const secret = secrets.get(file) ?? readSecret(file)
  secrets.set(file, secret)
  return secret
}

function readSecret(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error
  }
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 })
  try {
    // A link appears whole or not at all and never replaces another process's secret.
    linkSync(draft, file)
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
  } finally {
    unlinkSync(draft)
  }
  return readFileSync(file, 'utf8').trim()
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code
