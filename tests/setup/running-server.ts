/** The whole server, as `npm start` runs it, for tests that meet it from outside. */
import { spawn } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { inject } from 'vitest'
import { embeddedTemplate } from './embedded.ts'
import { freePort } from './server.ts'

const root = path.resolve(import.meta.dirname, '..', '..')

/** How long a start may take, in milliseconds. */
const START_MS = 60_000

export interface RunningServer {
  /** Origin of the server, without a slash. */
  readonly baseUrl: string
  /** The one-time link that the start printed, for the instance admin. */
  readonly signInLink: string
  /** Everything that the server printed so far: messages to people appear here, for there is no mail server. */
  output(): string
  /** The folder of its data. */
  readonly dataDir: string
  /** Ends the server as a service manager would, removes its data, and returns the exit code. */
  stop(): Promise<number | null>
}

/**
 * Starts a server of the run's build on a port and a data folder of its own, with the embedded database: empty, with the demo
 * group, or as it lies in `dataDir`, which stays when the server stops.
 *
 * @throws Error with what the server printed, when it does not start.
 */
export async function startServer({
  demo = false,
  dataDir,
}: {
  demo?: boolean
  dataDir?: string
} = {}): Promise<RunningServer> {
  const folder = dataDir ?? (await emptyFolder())
  const port = await freePort()
  const baseUrl = `http://localhost:${port}`
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    PORT: String(port),
    BASE_URL: baseUrl,
    DATA_DIR: folder,
    NEXT_DIST_DIR: inject('distDir'),
    DATABASE_URL: '',
    SMTP_URL: '',
    LOG_LEVEL: 'warn',
  }
  const child = spawn(process.execPath, ['scripts/serve.ts', demo ? '--demo' : '--empty'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const ended = new Promise<undefined>((resolve) => child.once('close', () => resolve(undefined)))
  const stop = async (): Promise<number | null> => {
    child.kill('SIGTERM')
    await ended
    if (dataDir === undefined) await rm(folder, { recursive: true, force: true })
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
  return { baseUrl, signInLink, dataDir: folder, output: () => printed, stop }
}

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'concordance-server-'))
  await cp(await embeddedTemplate(), path.join(folder, 'db'), { recursive: true })
  return folder
}
