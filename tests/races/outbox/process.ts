/** Processes that act, started and killed. */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Said } from './said.ts'

const script = fileURLToPath(new URL('./acting.ts', import.meta.url))

export interface Acting {
  /** What it has said so far. */
  readonly said: readonly Said[]
  /** Over when it has said something like this, or has ended. */
  until(like: (said: readonly Said[]) => boolean): Promise<void>
  /** Ends it as a fault would, in the middle of whatever it does; over when it is no more. */
  kill(): Promise<void>
  /** Over when it has ended by itself. @throws Error with what it printed, when it failed. */
  ended(): Promise<readonly Said[]>
}

/** Starts a process on a database; `args`: see acting.ts. */
export function acting(env: Readonly<Record<string, string>>, ...args: readonly string[]): Acting {
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, LOG_LEVEL: 'error', NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: Said[] = []
  const waits = new Set<() => void>()
  let printed = ''
  child.stderr.on('data', (data: Buffer) => {
    printed += data
  })
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.startsWith('{"kind"')) said.push(JSON.parse(line) as Said)
    else printed += `${line}\n`
    for (const wait of waits) wait()
  })
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()))
  return {
    said,
    until: (like) => {
      const reached = new Promise<void>((resolve) => {
        const look = () => {
          if (!like(said)) return
          waits.delete(look)
          resolve()
        }
        waits.add(look)
        look()
      })
      return Promise.race([reached, closed])
    },
    kill: async () => {
      child.kill('SIGKILL')
      await closed
    },
    ended: async () => {
      await closed
      if (child.exitCode !== 0) throw new Error(`It ended with ${child.exitCode}:\n${printed}`)
      return said
    },
  }
}
