/** The one connection of this process to its database, opened on first use. */
import type { PGlite } from '@electric-sql/pglite'
import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '#generated/prisma/client.ts'
import { log } from '../log.ts'
import { settings } from '../settings.ts'
import { onShutdown } from '../shutdown.ts'
import { type AdapterFactory, guarded } from './adapter.ts'
import { embeddedAdapter, openEmbedded } from './embedded.ts'
import { statementName } from './statement-names.ts'

/** Connections to a PostgreSQL server, per process. */
const POOL_SIZE = 10
/** Connections that stay open however long nobody asks: the first view after a pause finds one with its statements prepared. */
const KEPT_OPEN = 2
/** How long the others stay open while nobody asks, in milliseconds: to open one and plan its statements costs as much as several views. */
const IDLE_MS = 600_000
/** How long opening a connection may take before the request fails, in milliseconds. */
const CONNECT_TIMEOUT_MS = 10_000

/**
 * Prepared statements keep one plan: they look rows up by their ids, and planning one that gathers much anew takes ten times as long
 * as running it. Said once for a connection, and not by the statement that begins a transaction, which would be planned anew itself. A
 * pool in between may lose it, which costs time and nothing else.
 */
const PLAN_ONCE = 'SET plan_cache_mode = force_generic_plan'

interface Connection {
  readonly client: PrismaClient
  /** The embedded database; null on a PostgreSQL server. */
  readonly embedded: PGlite | null
  close(): Promise<void>
}

// The server's bundles each hold a copy of this module; they share the connection through the global object.
const slot = globalThis as { concordanceConnection?: Promise<Connection> | undefined }

/** The client of this process. For `transaction.ts` alone: everybody else names a viewer or a purpose. */
export async function client(): Promise<PrismaClient> {
  return (await connection()).client
}

/** The embedded database of this process, for what must be done to it as a whole; null on a PostgreSQL server. */
export async function embedded(): Promise<PGlite | null> {
  return (await connection()).embedded
}

async function connection(): Promise<Connection> {
  slot.concordanceConnection ??= open()
  try {
    return await slot.concordanceConnection
  } catch (error) {
    // A server that was down for a moment must not be lost for good.
    slot.concordanceConnection = undefined
    throw error
  }
}

/** Closes the connection once what runs has ended; the embedded database writes a checkpoint first. */
export async function closeDatabase(): Promise<void> {
  const opened = slot.concordanceConnection
  slot.concordanceConnection = undefined
  await (await opened)?.close()
}

async function open(): Promise<Connection> {
  const { databaseUrl, dataDir } = settings()
  onShutdown('database', closeDatabase)
  return databaseUrl === undefined ? openFolder(dataDir) : openServer(databaseUrl)
}

/** @param between what stands between the client and the database: nothing, unless a test asks otherwise. */
export async function openFolder(
  dataDir: string,
  between: (adapter: AdapterFactory) => AdapterFactory = (adapter) => adapter,
): Promise<Connection> {
  const { pglite, close } = await openEmbedded(dataDir)
  await pglite.exec(PLAN_ONCE)
  const client = new PrismaClient({ adapter: between(guarded(embeddedAdapter(pglite))), errorFormat: 'minimal' })
  return {
    client,
    embedded: pglite,
    close: async () => {
      await client.$disconnect()
      await close()
    },
  }
}

function openServer(connectionString: string): Connection {
  const onError = (error: Error) => log().warn({ err: error }, 'a database connection was lost')
  const adapter = new PrismaPg(
    {
      connectionString,
      max: POOL_SIZE,
      min: KEPT_OPEN,
      idleTimeoutMillis: IDLE_MS,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      // What stands between may forget a connection that is quiet for long.
      keepAlive: true,
      application_name: 'concordance',
      onConnect: async (connected) => void (await connected.query(PLAN_ONCE)),
    },
    { onPoolError: onError, onConnectionError: onError, statementNameGenerator: statementName },
  )
  const client = new PrismaClient({ adapter: guarded(adapter), errorFormat: 'minimal' })
  return { client, embedded: null, close: () => client.$disconnect() }
}
