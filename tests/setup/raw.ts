/** A connection of one's own to a server of this machine, byte by byte: what no well-behaved client would send. */
import { connect, type Socket } from 'node:net'

export interface Raw {
  readonly socket: Socket
  /** What came back so far. */
  read(): string
  /** Over once the server has ended the connection: everything that came back. */
  readonly ended: Promise<string>
  /** Over once what came back holds this. */
  until(words: string): Promise<string>
}

/** @param from an address of this machine to come from, such as 127.0.0.2. */
export function raw(port: number, sent: string, { from = '127.0.0.1', half = false } = {}): Raw {
  const socket = connect({ host: '127.0.0.1', port, localAddress: from, allowHalfOpen: true })
  let all = ''
  // A server that refuses may end the connection while it is still written to.
  socket
    .on('error', () => undefined)
    .on('data', (data) => {
      all += data.toString('latin1')
    })
  if (half) socket.end(sent)
  else socket.write(sent)
  const ended = new Promise<string>((resolve) => {
    socket.once('end', () => {
      socket.destroy()
      resolve(all)
    })
    socket.once('close', () => resolve(all))
  })
  const until = (words: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (all.includes(words)) resolve(all)
      }
      socket.on('data', look).once('close', () => reject(new Error(`Ended without ${words}: ${all}`)))
      look()
    })
  return { socket, read: () => all, ended, until }
}

/** The head of a request with its lines. */
export function head(...lines: readonly string[]): string {
  return [...lines, 'Host: localhost', '', ''].join('\r\n')
}
