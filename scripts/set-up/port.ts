/** The port of the server. */
import { createServer, type RequestListener, type Server } from 'node:http'
import { clientAddress } from '#lib/api/network.ts'
import { type Settings, SettingsError } from '#lib/settings.ts'
import { SetUpError } from './step.mjs'

/** The server's port, taken before anything else is done with it: until the server is ready it says that it will be. */
export interface DoorOfServer {
  readonly server: Server
  answerWith(listener: RequestListener): void
}

export async function openDoor(chosen: Settings): Promise<DoorOfServer> {
  let answer: RequestListener = (_request, response) => void response.writeHead(503, { 'retry-after': '1' }).end()
  const server = createServer((request, response) => {
    // Where a request comes from is not for its sender to say: the limits of a network rest on it.
    const { headers, socket } = request
    const forwarded = String(headers['x-forwarded-for'] ?? '')
    headers['x-forwarded-for'] = clientAddress(forwarded, socket.remoteAddress, chosen.trustedProxies)
    answer(request, response)
  })
  await listen(server, chosen)
  return {
    server,
    answerWith: (listener) => {
      answer = listener
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
