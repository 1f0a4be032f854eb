/** A mail server of the tests: it takes what is handed over, keeps it, and refuses whom it is told to (RFC 5321). */
import { createServer, type Socket } from 'node:net'
import { createInterface } from 'node:readline'

/** A message as it was handed over. */
export interface TakenMail {
  readonly to: string
  readonly messageId: string
  readonly subject: string
  /** The text, decoded. */
  readonly text: string
}

export interface MailSink {
  /** For `SMTP_URL`. */
  readonly url: string
  /** Everything that was handed over, in its order. */
  readonly taken: TakenMail[]
  stop(): Promise<void>
}

/** Answers to an address: an SMTP code, and null for "it is taken". */
type Refuses = (address: string) => 450 | 550 | null

/** Starts a mail server on a free port of this machine. */
export async function mailSink(refuses: Refuses = () => null): Promise<MailSink> {
  const taken: TakenMail[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    // Whoever hands something over may be killed at any moment.
    socket.on('error', () => socket.destroy())
    void converse(socket, taken, refuses).catch(() => socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The mail server listens on no port.')
  const stop = () =>
    new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy()
      server.close(() => resolve())
    })
  return { url: `smtp://127.0.0.1:${address.port}?ignoreTLS=true`, taken, stop }
}

async function converse(socket: Socket, taken: TakenMail[], refuses: Refuses): Promise<void> {
  const say = (line: string) => socket.write(`${line}\r\n`)
  say('220 sink')
  let to = ''
  let data: string[] | null = null
  for await (const line of createInterface({ input: socket, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (data !== null) {
      if (line !== '.') data.push(line.startsWith('..') ? line.slice(1) : line)
      else {
        // What is kept before the answer is what a mail server has taken, whatever becomes of its answer.
        taken.push(read(to, data))
        data = null
        say('250 taken')
      }
      continue
    }
    const [word = ''] = line.toUpperCase().split(' ')
    if (word === 'EHLO' || word === 'HELO') say('250 sink')
    else if (word === 'RCPT') {
      to = /<([^>]*)>/.exec(line)?.[1] ?? ''
      const code = refuses(to)
      say(code === null ? '250 ok' : `${code} no`)
    } else if (word === 'DATA') {
      data = []
      say('354 go on')
    } else if (word === 'QUIT') {
      say('221 bye')
      socket.end()
    } else say('250 ok')
  }
}

function read(to: string, lines: readonly string[]): TakenMail {
  const end = lines.indexOf('')
  const headers = lines
    .slice(0, end)
    .join('\n')
    .replace(/\n[ \t]+/g, ' ')
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(headers)?.[1] ?? ''
  const body = lines.slice(end + 1).join('\n')
  const encoding = header('Content-Transfer-Encoding').toLowerCase()
  return { to, messageId: header('Message-ID'), subject: header('Subject'), text: decoded(body, encoding) }
}

function decoded(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  if (encoding !== 'quoted-printable') return body
  const joined = body.replace(/=\n/g, '')
  return Buffer.from(
    joined.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')
}
