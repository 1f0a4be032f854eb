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
/** How long opening a connection may take before the request fails, in milliseconds. */
const CONNECT_TIMEOUT_MS = 10_000

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

/** Opens the embedded database of a folder. `behind`: what stands between it and the client. */
export async function openFolder(
  dataDir: string,
  behind: (factory: AdapterFactory) => AdapterFactory = guarded,
): Promise<Connection> {
  const { pglite, close } = await openEmbedded(dataDir)
  const client = new PrismaClient({ adapter: behind(embeddedAdapter(pglite)) })
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
    { connectionString, max: POOL_SIZE, connectionTimeoutMillis: CONNECT_TIMEOUT_MS, application_name: 'concordance' },
    { onPoolError: onError, onConnectionError: onError, statementNameGenerator: statementName },
  )
  const client = new PrismaClient({ adapter: guarded(adapter) })
  return { client, embedded: null, close: () => client.$disconnect() }
}
