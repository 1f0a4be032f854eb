/**
 * Answers that their clients do not take. They cost no work, so their turn is another's; but each is held in memory, so that of
 * one caller, and of all, only so many are kept: beyond that the connection that has stood still for longest ends.
 */
import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { networkOfAddress } from '#lib/api/network.ts'
import { logRefusal } from './refusal-log.ts'

/** How many answers may stand still. */
export interface StalledBounds {
  readonly ofOne: number
  readonly all: number
}

/** How long nothing of an answer is taken until it stands still, in milliseconds. */
const stillAfterMs = 250

/** Keeps the answers that stand still, and ends the oldest where there are too many. */
export class StalledResponses {
  readonly #bounds: StalledBounds
  /** The connections of the answers that stand still, those of each caller in the order in which they came to do so. */
  readonly #kept = new Map<string, Map<ServerResponse, Socket>>()

  constructor(bounds: StalledBounds) {
    this.#bounds = bounds
  }

  /**
   * Waits until an answer has gone or stands still, whichever comes first. One of which nothing waits to be taken is worked on, and
   * does neither.
   */
  async end(name: string, response: ServerResponse, socket: Socket): Promise<'gone' | 'still'> {
    if (response.closed) return 'gone'
    const { promise, resolve } = Promise.withResolvers<'gone' | 'still'>()
    const close = (): void => resolve('gone')
    let before = 0
    const look = setInterval(() => {
      const waits = response.writableLength
      if (waits > 0 && waits === before) resolve('still')
      before = waits
    }, stillAfterMs)
    response.once('close', close)
    const how = await promise
    clearInterval(look)
    response.off('close', close)
    if (how === 'still') this.#keep(name, response, socket)
    return how
  }

  #keep(name: string, response: ServerResponse, socket: Socket): void {
    if (response.closed) return
    const own = this.#kept.get(name) ?? new Map<ServerResponse, Socket>()
    this.#kept.set(name, own.set(response, socket))
    response.once('close', () => {
      own.delete(response)
      if (own.size === 0 && this.#kept.get(name) === own) this.#kept.delete(name)
    })
    if (own.size > this.#bounds.ofOne) endOldest(own)
    else if (this.#count() > this.#bounds.all) endOldest(this.#most())
  }

  #count(): number {
    return [...this.#kept.values()].reduce((sum, { size }) => sum + size, 0)
  }

  #most(): Map<ServerResponse, Socket> {
    return [...this.#kept.values()].reduce((one, other) => (other.size > one.size ? other : one))
  }
}

function endOldest(own: Map<ServerResponse, Socket>): void {
  const [oldest] = own
  if (oldest === undefined) return
  const [response, socket] = oldest
  own.delete(response)
  logRefusal('untaken', networkOfAddress(socket.remoteAddress ?? ''))
  socket.destroy()
}
