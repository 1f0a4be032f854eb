/** The whole server, as `npm start` runs it, for tests that meet it from outside. */
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { inject } from 'vitest'
import { embeddedTemplate } from './embedded.ts'
import { type SpawnedServer, spawnServer } from './spawn-server.ts'

export interface RunningServer extends SpawnedServer {
  /** The folder of its data. */
  readonly dataDir: string
  /** Ends the server as a service manager would, removes its data, and returns the exit code. */
  stop(): Promise<number | null>
}

/**
 * Starts a server of the run's build on a port and a data folder of its own, with the embedded database: empty, with the demo
 * group, or as it lies in `dataDir`, which stays when the server stops. `env` sets more.
 *
 * @throws Error with what the server printed, when it does not start.
 */
export async function startServer({
  demo = false,
  dataDir,
  env = {},
}: {
  demo?: boolean
  dataDir?: string
  env?: Readonly<Record<string, string>>
} = {}): Promise<RunningServer> {
  const folder = dataDir ?? (await emptyFolder())
  const clear = async (): Promise<void> => {
    if (dataDir === undefined) await rm(folder, { recursive: true, force: true })
  }
  try {
    const server = await spawnServer({ dataDir: folder, distDir: inject('distDir'), demo, env })
    const stop = async (): Promise<number | null> => {
      const code = await server.stop()
      await clear()
      return code
    }
    return { ...server, dataDir: folder, stop }
  } catch (error) {
    await clear()
    throw error
  }
}

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'concordance-server-'))
  await cp(await embeddedTemplate(), path.join(folder, 'db'), { recursive: true })
  return folder
}
