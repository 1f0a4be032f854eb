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
}

/**
 * Starts a server on the data in `dataDir`, with the build in `distDir`: on the embedded database unless `env` names another.
 *
 * @throws Error with what the server printed, when it does not start.
 */
export async function spawnServer({
  dataDir,
  distDir,
  demo = false,
  env = {},
}: {
  dataDir: string
  distDir: string
  demo?: boolean
  env?: Readonly<Record<string, string>>
}): Promise<SpawnedServer> {
  const port = await freePort()
  const baseUrl = `http://localhost:${port}`
  const child = spawn(process.execPath, ['scripts/serve.ts', demo ? '--demo' : '--empty'], {
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
    await stop()
    throw new Error(`The server did not start:\n${printed}`)
  }
  return { baseUrl, signInLink, pid: child.pid ?? 0, output: () => printed, stop }
}
