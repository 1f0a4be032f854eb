/** How many connections there may be at once, of one network and of all, and what of them ends without a request. */
import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { networkOfAddress } from '#lib/api/network.ts'
import { logRefusal, type RefusedFor } from './refusal-log.ts'

/** How many connections may be open at once. */
export interface ConnectionBounds {
  readonly all: number
  /**
   * Of one network. It counts for nothing behind proxies of one's own, where every connection is theirs: there the proxy
   * bounds connections, and the requests of an address are bounded as everywhere (guard.ts).
   */
  readonly perNetwork: number
  readonly trustedProxies: number
}

const turnedAway = new WeakSet<Duplex>()

/** Whether the connection was refused: what still comes of it is nobody's request. */
export function isTurnedAway(socket: Duplex): boolean {
  return turnedAway.has(socket)
}

/** Answers 503 to a connection beyond the bounds, and ends it. */
export function boundConnections(server: Server, { all, perNetwork, trustedProxies }: ConnectionBounds): void {
  const open = new Map<string, number>()
  let total = 0
  server.on('connection', (socket: Socket) => {
    const network = networkOfAddress(socket.remoteAddress ?? '')
    const ofNetwork = open.get(network) ?? 0
    if (total >= all || (trustedProxies === 0 && ofNetwork >= perNetwork))
      return sayBare(socket, '503 Service Unavailable', 'connections')
    total += 1
    open.set(network, ofNetwork + 1)
    socket.once('close', () => {
      total -= 1
      const left = (open.get(network) ?? 1) - 1
      if (left === 0) open.delete(network)
      else open.set(network, left)
    })
  })
}

/** What is no request that can be answered: malformed, too long in coming, too large a head, or meant for a proxy. */
export function answerBareErrors(server: Server, isAnswering: (socket: Duplex) => boolean): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (isTurnedAway(socket)) return
    // In the middle of an answer, another would be read as part of it.
    if (!socket.writable || error.code === 'ECONNRESET' || isAnswering(socket)) socket.destroy()
    else if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') sayBare(socket, '408 Request Timeout', 'deadline')
    else if (error.code === 'HPE_HEADER_OVERFLOW') sayBare(socket, '431 Request Header Fields Too Large', 'headers')
    else sayBare(socket, '400 Bad Request', 'malformed')
  })
  server.on('connect', (_request, socket) => sayBare(socket, '405 Method Not Allowed', 'method'))
}

function sayBare(socket: Duplex, status: string, why: RefusedFor): void {
  turnedAway.add(socket)
  logRefusal(why, networkOfAddress((socket as Socket).remoteAddress ?? ''))
  socket.on('error', () => undefined)
  const again = why === 'connections' ? 'Retry-After: 10\r\n' : ''
  socket.end(`HTTP/1.1 ${status}\r\n${again}Connection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy())
}
