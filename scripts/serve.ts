/** The server, from its settings to its last breath. Started by start.mjs and dev.mjs, which bring what it needs. */
import { existsSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import path from 'node:path'
import type { Duplex } from 'node:stream'
import { parseArgs } from 'node:util'
import { type Settings, settings } from '#lib/settings.ts'
import { type Build, ensureBuild, markServing } from './set-up/build.ts'
import { ensureClient } from './set-up/client.ts'
import { explain, SetUpError, step } from './set-up/step.mjs'
import { inTurn } from './set-up/turn.mjs'

const root = path.resolve(import.meta.dirname, '..')

/** How long requests that run may still take once the server is told to stop, in milliseconds. */
const LAST_REQUESTS_MS = 4_000

try {
  await serve()
} catch (error) {
  explain(error)
  process.exit(1)
}

async function serve(): Promise<void> {
  process.chdir(root)
  const { dev, empty, demo } = readArguments()
  if (existsSync('.env')) process.loadEnvFile('.env')
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  console.log('\nConcordance')
  const chosen = settings()
  const { distDir, isStale } = await ensureCode(chosen, dev)
  // An older build knows the older schema: what it serves must stay as it is.
  if (!isStale) await prepareData(chosen, { empty, demo })
  const server = await step(dev ? 'Start for development' : 'Start', () => start(chosen, dev, distDir))
  endOnSignals(server)
  await announce(chosen)
}

function readArguments(): { dev: boolean; empty: boolean; demo: boolean } {
  const flag = { type: 'boolean', default: false } as const
  try {
    return parseArgs({ options: { dev: flag, empty: flag, demo: flag } }).values
  } catch {
    throw new SetUpError(
      'npm start takes --empty (without the demo group) or --demo (with it, also on a PostgreSQL server).',
    )
  }
}

/** Generates and builds what changed; a folder that NEXT_DIST_DIR names is served as it is. */
async function ensureCode(chosen: Settings, dev: boolean): Promise<Build> {
  const given = process.env.NEXT_DIST_DIR
  if (given !== undefined) return { distDir: given, isStale: false }
  return inTurn(root, async () => {
    await ensureClient(root)
    return dev ? { distDir: devFolder(chosen), isStale: false } : ensureBuild(root)
  })
}

/** Several servers may be developed on in one checkout: each port has a folder of its own. */
function devFolder({ port }: Settings): string {
  return port === 3000 ? '.next' : `.next-${port}`
}

/** Migrates; fills an empty database with the demo group unless that is unwanted. */
async function prepareData(chosen: Settings, { empty, demo }: { empty: boolean; demo: boolean }): Promise<void> {
  const { migrateDatabase } = await import('#lib/db/migrate.ts')
  const where =
    chosen.databaseUrl === undefined ? `embedded, in ${path.relative(root, chosen.dataDir)}` : 'PostgreSQL server'
  await step(`Database (${where})`, async () => {
    const { applied, dump } = await migrateDatabase()
    const saved = dump === null ? '' : `, dumped before to ${path.relative(root, dump)}`
    return applied.length === 0 ? 'up to date' : `migrations applied: ${applied.length}${saved}`
  })
  const { clearCutOff } = await import('../prisma/demo/loading.ts')
  await clearCutOff()
  const wanted = !empty && (demo || chosen.databaseUrl === undefined)
  if (!wanted || !(await isEmpty())) return
  await step('Load the demo group', async () => {
    const { loadDemo } = await import('../prisma/demo/load.ts')
    await loadDemo()
  })
}

async function isEmpty(): Promise<boolean> {
  const { asSystem } = await import('#lib/db/transaction.ts')
  return asSystem('start-up', async (tx) => (await tx.person.findFirst({ select: { id: true } })) === null)
}

async function start(chosen: Settings, dev: boolean, distDir: string): Promise<Server> {
  process.env.NEXT_DIST_DIR = distDir
  Object.assign(process.env, { NODE_ENV: dev ? 'development' : 'production' })
  if (!dev) await markServing(root, distDir)
  const { default: next } = await import('next')
  let answer: RequestListener = (_request, response) => void response.writeHead(503, { 'retry-after': '1' }).end()
  const server = createServer((request, response) => answer(request, response))
  await listen(server, chosen)
  const app = next({ dev, dir: root, hostname: chosen.host, port: chosen.port, httpServer: server })
  await app.prepare()
  answer = app.getRequestHandler()
  return server
}

function listen(server: Server, { host, port }: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE'
      reject(
        taken
          ? new SetUpError(`Port ${port} is in use. Stop what uses it, or take another: PORT=${port + 1} npm start`)
          : error,
      )
    })
    server.listen(port, host, resolve)
  })
}

async function announce({ baseUrl, smtpUrl }: Settings): Promise<void> {
  const { makeStartUpLink } = await import('#lib/auth/start-up-link.ts')
  if (smtpUrl === undefined)
    console.log('\n  No mail server is set (SMTP_URL): messages, with their sign-in links, appear here.')
  console.log(
    `\n  ${baseUrl}\n\n  Sign in as the one who runs this instance (works once, within ten minutes):\n  ${await makeStartUpLink()}\n`,
  )
}

/** The first signal ends the server; those that follow are patient. */
function endOnSignals(server: Server): void {
  let isEnding = false
  // What was upgraded (the development server's own channel) is no request any more that could end by itself.
  const upgraded = new Set<Duplex>()
  server.on('upgrade', (_request, socket) => upgraded.add(socket))
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (isEnding) return
      isEnding = true
      for (const socket of upgraded) socket.destroy()
      void end(server)
    })
  }
}

async function end(server: Server): Promise<void> {
  const { closeDatabase } = await import('#lib/db/connection.ts')
  const { onShutdown, shutDown } = await import('#lib/shutdown.ts')
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  onShutdown('streams', async () => {
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), LAST_REQUESTS_MS).unref()
    await closed
  })
  onShutdown('database', closeDatabase)
  await shutDown()
  process.exit(0)
}
