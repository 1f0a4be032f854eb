/** A request's body, taken in at the server's door: bounded, in time, and whole before anybody works on it. */
import type { IncomingMessage } from 'node:http'

export interface ReceiveBounds {
  readonly maxBytes: number
  /** How long it may take altogether, in milliseconds. */
  readonly withinMs: number
  /** How long nothing may come, in milliseconds. */
  readonly idleMs: number
}

/** `whole`: all of it has come, and is there to be read. `gone`: whoever sent it went away. */
export type Received = 'whole' | 'too-large' | 'too-slow' | 'gone'

/**
 * Reads the whole body and puts it back, so that the request can be handed on as if nobody had read it. Nothing of it is
 * copied.
 */
export function receive(request: IncomingMessage, { maxBytes, withinMs, idleMs }: ReceiveBounds): Promise<Received> {
  const { promise, resolve } = Promise.withResolvers<Received>()
  const chunks: Buffer[] = []
  let length = 0
  const take = (): void => {
    for (let chunk = request.read(); chunk !== null; chunk = request.read()) {
      idle.refresh()
      length += chunk.length
      // What is beyond the bound is let go at once, until the server has ended the connection.
      if (length <= maxBytes) chunks.push(chunk)
    }
    if (length > maxBytes) {
      chunks.length = 0
      resolve('too-large')
      return
    }
    if (!request.complete) return
    // Before the stream says that it has ended, which it does in the next tick, what was read goes back.
    for (const chunk of chunks.splice(0).reverse()) request.unshift(chunk)
    resolve('whole')
  }
  const late = (): void => resolve('too-slow')
  const gone = (): void => resolve('gone')
  const whole = setTimeout(late, withinMs)
  const idle = setTimeout(late, idleMs)
  request.on('readable', take).once('close', gone).once('error', gone)
  return promise.finally(() => {
    clearTimeout(whole)
    clearTimeout(idle)
    request.off('readable', take).off('close', gone).off('error', gone)
  })
}
