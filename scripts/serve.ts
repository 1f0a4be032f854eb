/** The server, from its settings to its last breath. Started by start.mjs and dev.mjs, which bring what it needs. */
import { existsSync } from 'node:fs'
import type { Server } from 'node:http'
import path from 'node:path'
import type { Duplex } from 'node:stream'
import { parseArgs } from 'node:util'
import { reachPlaces } from '#lib/db/reach.ts'
import { answering } from '#lib/markup/said-once.ts'
import type { Handle } from '#lib/server/guard.ts'
import { headPage } from '#lib/server/page-head.ts'
import { tidyInQuiet } from '#lib/server/tidy.ts'
import { type Settings, settings } from '#lib/settings.ts'
import { onShutdown, shutDown } from '#lib/shutdown.ts'
import { type Build, ensureBuild, markServing } from './set-up/build.ts'
import { ensureClient } from './set-up/client.ts'
import { openLinkSocket } from './set-up/link-socket.ts'
import { type OpenServer, openServer } from './set-up/port.ts'
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
  const { dev, ...wanted } = readArguments()
  if (existsSync('.env')) process.loadEnvFile('.env')
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  console.log('\nConcordance')
  const chosen = settings()
  await reachPlaces(chosen)
  const opened = await openServer(chosen, { isDevelopment: dev })
  const { distDir, isStale } = await ensureCode(chosen, dev)
  // An older build knows the older schema: what it serves must stay as it is.
  if (!isStale) await prepareData(chosen, wanted)
  const signIn = await signInMaker(isStale)
  await step(dev ? 'Start for development' : 'Start', () => start(opened, chosen, dev, distDir))
  endOnSignals(opened.server)
  await openLinkSocket(chosen, signIn)
  await announce(chosen, signIn)
  tidyInQuiet(opened.server)
}

/** Whether the demo group is wanted: without a word it is on an embedded database that is new. */
interface Wanted {
  readonly empty: boolean
  readonly demo: boolean
}

function readArguments(): Wanted & { readonly dev: boolean } {
  const flag = { type: 'boolean', default: false } as const
  try {
    const { values } = parseArgs({ options: { dev: flag, empty: flag, demo: flag } })
    if (!(values.empty && values.demo)) return values
  } catch {
    // Said below.
  }
  throw new SetUpError(
    'npm start takes --empty (without the demo group) or --demo (with it, also on a PostgreSQL server and beside other groups).',
  )
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

/** Migrates, and loads the demo group where it is wanted. */
async function prepareData(chosen: Settings, wanted: Wanted): Promise<void> {
  const { migrateDatabase } = await import('#lib/db/migrate.ts')
  const where =
    chosen.databaseUrl === undefined ? `embedded, in ${path.relative(root, chosen.dataDir)}` : 'PostgreSQL server'
  await step(`Database (${where})`, async () => {
    const { applied, dump } = await migrateDatabase()
    const saved = dump === null ? '' : `, dumped before to ${path.relative(root, dump)}`
    return applied.length === 0 ? 'up to date' : `migrations applied: ${applied.length}${saved}`
  })
  const { clearCutOff, whatIsThere } = await import('../prisma/demo/loading.ts')
  await clearCutOff()
  const there = await whatIsThere()
  if (wanted.empty || (!wanted.demo && (chosen.databaseUrl !== undefined || there !== 'nothing'))) return
  await step('Load the demo group', async () => {
    if (there === 'demo') return 'is there already'
    const { loadDemo } = await import('../prisma/demo/load.ts')
    return (await loadDemo()) === null ? 'another process is loading it' : ''
  })
}

async function start(
  { server, answerWith }: OpenServer,
  chosen: Settings,
  dev: boolean,
  distDir: string,
): Promise<void> {
  process.env.NEXT_DIST_DIR = distDir
  Object.assign(process.env, { NODE_ENV: dev ? 'development' : 'production' })
  if (!dev) await markServing(root, distDir)
  const { default: next } = await import('next')
  const app = next({ dev, dir: root, hostname: chosen.host, port: chosen.port, httpServer: server })
  await app.prepare()
  const { isLiveSession } = await import('#lib/auth/live-session.ts')
  const { pagesPerMinute } = chosen
  const handle = app.getRequestHandler()
  // The router in the browser asks for the data of a page; everybody else is given a document.
  const answer: Handle = (request, response) => {
    headPage(request, response, dev)
    return answering(request.headers.rsc === undefined, response, () => handle(request, response))
  }
  answerWith(answer, { isDevelopment: dev, pagesPerMinute, isLive: isLiveSession })
}

async function announce({ baseUrl, smtpUrl }: Settings, signIn: () => Promise<string>): Promise<void> {
  const lines = await signIn()
  if (smtpUrl === undefined)
    console.log('\n  No mail server is set (SMTP_URL): messages, with their sign-in links, appear here.')
  console.log(`\n  ${baseUrl}\n\n${lines}\n`)
}

/**
 * What says how to sign in; made before the start, for the present code makes the link. Where that is broken, or knows another
 * schema than the build that is served on, there is none.
 */
async function signInMaker(isStale: boolean): Promise<() => Promise<string>> {
  const withLink = async (): Promise<() => Promise<string>> => {
    const { makeStartUpLink } = await import('#lib/auth/start-up-link.ts')
    return async () =>
      `  Sign in as the one who runs this instance (works once, within ten minutes):\n  ${await makeStartUpLink()}`
  }
  if (!isStale) return withLink()
  const without = '  A sign-in link for the one who runs this instance cannot be made before the build is mended.'
  return async () => (await withLink().catch(() => null))?.().catch(() => without) ?? without
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
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  onShutdown('streams', async () => {
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), LAST_REQUESTS_MS).unref()
    await closed
  })
  await shutDown()
  process.exit(0)
}
