/** The whole server as a process of its own, as `npm start` runs it, on a free port of this machine. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { freePort } from './server.ts'

const root = path.resolve(import.meta.dirname, '..', '..')

/** How long a start may take, in milliseconds. */
const START_MS = 60_000

export interface SpawnedServer {
  /** Origin of the server, without a slash. */
  readonly baseUrl: string
  /** The one-time link that the start printed, for the instance admin. */
  readonly signInLink: string
  readonly pid: number
  /** Everything that the server printed so far: messages to people appear here, for there is no mail server. */
  output(): string
  /** Ends the server as a service manager would and returns the exit code. */
  stop(): Promise<number | null>
  /** Ends the server as a fault would, in the middle of whatever it does; over when it is no more. */
  kill(): Promise<void>
}

/** A start that does not serve. */
export interface EndedStart {
  /** Exit code; null: it was killed, as it is when it neither serves nor ends. */
  readonly code: number | null
  /** Everything that it printed. */
  readonly printed: string
}

interface Start {
  readonly dataDir: string
  readonly distDir: string
  readonly demo?: boolean
  readonly env?: Readonly<Record<string, string>>
  /** Flags of Node with which its process starts, as `npm start` gives them. */
  readonly flags?: readonly string[]
}

/**
 * Starts a server on the data in `dataDir`, with the build in `distDir`: on the embedded database unless `env` names another.
 *
 * @throws Error with what the server printed, when it does not start.
 */
export async function spawnServer(start: Start): Promise<SpawnedServer> {
  const server = await tryServer(start)
  if ('baseUrl' in server) return server
  throw new Error(`The server did not start:\n${server.printed}`)
}

/** Starts a server whose start may be refused. */
export async function tryServer({
  dataDir,
  distDir,
  demo = false,
  env = {},
  flags = [],
}: Start): Promise<SpawnedServer | EndedStart> {
  const port = await freePort()
  const baseUrl = `http://localhost:${port}`
  const child = spawn(process.execPath, [...flags, 'scripts/serve.ts', demo ? '--demo' : '--empty'], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      BASE_URL: baseUrl,
      DATA_DIR: dataDir,
      NEXT_DIST_DIR: distDir,
      DATABASE_URL: '',
      SMTP_URL: '',
      LOG_LEVEL: 'warn',
      PSEUDO_LANGUAGES: '',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const ended = new Promise<undefined>((resolve) => child.once('close', () => resolve(undefined)))
  const stop = async (): Promise<number | null> => {
    child.kill('SIGTERM')
    await ended
    return child.exitCode
  }
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL')
    await ended
  }
  const link = new Promise<string>((resolve) => {
    const read = (data: Buffer): void => {
      printed += data
      const found = /^\s*(http\S+token=\S+)\s*$/m.exec(printed)?.[1]
      if (found !== undefined) resolve(found)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
  })
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, START_MS, undefined).unref())
  const signInLink = await Promise.race([link, ended, late])
  if (signInLink === undefined) {
    await kill()
    return { code: child.exitCode, printed }
  }
  return { baseUrl, signInLink, pid: child.pid ?? 0, output: () => printed, stop, kill }
}
