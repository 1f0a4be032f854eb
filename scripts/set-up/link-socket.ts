/**
 * How the command `npm run sign-in-link` reaches the server that runs: by a socket in the data folder, which only whoever owns that
 * folder can open. The server alone makes the link: the embedded database is its own.
 */
import { rm } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import path from 'node:path'
import type { Settings } from '#lib/settings.ts'
import { onShutdown } from '#lib/shutdown.ts'

/** The longest address that a socket may have on every system, in bytes. */
const longest = 100

/** The most that is read of an answer, in characters. */
const mostAnswered = 4_000

/** Where the socket of a server lies; null: no socket can lie there. Relative to the project, in which server and command both run. */
function socketAt({ dataDir, port }: Pick<Settings, 'dataDir' | 'port'>): string | null {
  if (process.platform === 'win32') return null
  const whole = path.join(dataDir, `sign-in-${port}.sock`)
  const [shorter = whole] = [whole, path.relative(process.cwd(), whole)].sort((a, b) => a.length - b.length)
  return Buffer.byteLength(shorter) > longest ? null : shorter
}

/** Answers whoever opens the socket with a new link, until the server ends. Without a place for a socket it does nothing. */
export async function openLinkSocket(chosen: Settings, makeLink: () => Promise<string>): Promise<void> {
  const place = socketAt(chosen)
  if (place === null) return
  // What a server that was killed has left: the port is ours, so nobody listens there.
  await rm(place, { force: true })
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    makeLink().then(
      (lines) => socket.end(lines),
      () => socket.destroy(),
    )
  })
  const before = process.umask(0o177)
  try {
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(place, resolve))
  } catch {
    // A folder on which no socket can lie: a start prints a link all the same.
    return
  } finally {
    process.umask(before)
  }
  server.unref()
  onShutdown('streams', async () => {
    server.close()
    await rm(place, { force: true })
  })
}

/** What the server that runs on these settings answers; null: none answers. */
export async function askForLink(chosen: Pick<Settings, 'dataDir' | 'port'>): Promise<string | null> {
  const place = socketAt(chosen)
  if (place === null) return null
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect(place)
    socket.setEncoding('utf8')
    socket.on('data', (data: string) => {
      answer = (answer + data).slice(0, mostAnswered)
    })
    socket.on('error', () => resolve(null))
    socket.on('close', () => resolve(answer === '' ? null : answer))
  })
}
