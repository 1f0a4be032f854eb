/** The port of the server. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { clientAddress } from '#lib/api/network.ts'
import { answerBareErrors, boundConnections } from '#lib/server/connections.ts'
import { Guard, type GuardOptions, type Handle } from '#lib/server/guard.ts'
import { headMs, mostConnections, silentMs } from '#lib/server/limits.ts'
import { type Settings, SettingsError } from '#lib/settings.ts'
import { SetUpError } from './step.mjs'

/** The server's port, taken before anything else is done with it: until the server is ready it says that it will be. */
export interface OpenServer {
  readonly server: Server
  answerWith(handle: Handle, options: GuardOptions): void
}

/** @param within how long the head of a request may take, in milliseconds; tests have less time than people. */
export async function openServer(
  chosen: Settings,
  { isDevelopment = false, within = headMs }: { isDevelopment?: boolean; within?: number } = {},
): Promise<OpenServer> {
  let guard: Guard | undefined
  const take = (request: IncomingMessage, response: ServerResponse, expects = false): void => {
    // Where a request comes from is not for its sender to say: the limits of a network rest on it.
    const { headers, socket } = request
    const forwarded = String(headers['x-forwarded-for'] ?? '')
    headers['x-forwarded-for'] = clientAddress(forwarded, socket.remoteAddress, chosen.trustedProxies)
    if (guard === undefined) response.writeHead(503, { 'retry-after': '1' }).end()
    else void guard.take(request, response, expects)
  }
  // Only the development server speaks anything but HTTP; elsewhere a wish to is not heard (RFC 9110, 7.8).
  const options = { headersTimeout: within, requestTimeout: 0, connectionsCheckingInterval: Math.min(1_000, within) }
  const server = createServer({ ...options, shouldUpgradeCallback: () => isDevelopment }, take)
  server.on('checkContinue', (request, response) => take(request, response, true))
  server.setTimeout(silentMs)
  const bounds = { all: mostConnections, perNetwork: chosen.connectionsPerAddress }
  boundConnections(server, { ...bounds, trustedProxies: chosen.trustedProxies })
  answerBareErrors(server, (socket) => guard?.isAnswering(socket) === true)
  await listen(server, chosen)
  return {
    server,
    answerWith: (handle, options) => {
      guard = new Guard(handle, options)
    },
  }
}

function listen(server: Server, chosen: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(whyNotListening(error, chosen)))
    server.listen(chosen.port, chosen.host, resolve)
  })
}

function whyNotListening(error: NodeJS.ErrnoException, { host, port }: Settings): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new SetUpError(`Port ${port} is in use. Stop what uses it, or take another: PORT=${port + 1} npm start`)
    case 'EACCES':
      return new SettingsError([`PORT ${port} is one that this process may not use: take one from 1024 on`])
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new SettingsError([
        `HOST must be an address of this machine, such as 127.0.0.1 or 0.0.0.0; ${host} is none`,
      ])
    default:
      return error
  }
}
