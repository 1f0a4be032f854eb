/** A request's body, taken in by the server's guard: bounded, in time, and whole before anybody works on it. */
import { IncomingMessage } from 'node:http'

/** How large a body may be, and how long it may take. */
export interface ReceiveBounds {
  readonly maxBytes: number
  /** How long it may take altogether, in milliseconds. */
  readonly withinMs: number
  /** How long nothing may come, in milliseconds. */
  readonly idleMs: number
}

/** The request with all of its body there to be read, or why there is none; `gone`: whoever sent it went away. */
export type Received = IncomingMessage | 'too-large' | 'too-slow' | 'gone'

/** Takes the whole body in. Nothing of it is copied. */
export function receive(request: IncomingMessage, { maxBytes, withinMs, idleMs }: ReceiveBounds): Promise<Received> {
  const { promise, resolve } = Promise.withResolvers<Received>()
  const chunks: Buffer[] = []
  let length = 0
  const late = (): void => resolve('too-slow')
  const gone = (): void => resolve('gone')
  const whole = setTimeout(late, withinMs)
  const idle = setTimeout(late, idleMs)
  const take = (chunk: Buffer): void => {
    idle.refresh()
    length += chunk.length
    if (length <= maxBytes) chunks.push(chunk)
    else resolve('too-large')
  }
  const end = (): void => resolve(withBody(request, chunks))
  request.on('data', take).once('end', end).once('close', gone).once('error', gone)
  return promise.finally(() => {
    clearTimeout(whole)
    clearTimeout(idle)
    request.off('data', take).off('end', end).off('close', gone).off('error', gone)
  })
}

/** A request made anew of what was taken in: a stream that was read once is none that the framework hands on. */
function withBody(request: IncomingMessage, chunks: readonly Buffer[]): IncomingMessage {
  const { method, url, httpVersion, httpVersionMajor, httpVersionMinor, headers, rawHeaders } = request
  const anew = new IncomingMessage(request.socket)
  Object.assign(anew, { method, url, httpVersion, httpVersionMajor, httpVersionMinor, headers, rawHeaders })
  for (const chunk of chunks) anew.push(chunk)
  anew.push(null)
  anew.complete = true
  return anew
}
