/**
 * Packs answers on their way out. The framework writes a page in dozens of pieces; packed one by one they would be nearly twice as
 * long as the page packed as a whole. So what is written is gathered until the answer ends, or until nothing comes for a moment.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { onceHeader } from '#lib/api/answer.ts'
import { log } from '#lib/log.ts'
import { type ContentEncoding, encodingFor } from './encodings.ts'
import { packedFile } from './packed-files.ts'

/** Shorter than this it stays as it is: it would travel in one packet all the same, in bytes. */
const WORTH_BYTES = 1_024
/** For how long nothing comes until what is there goes out, in milliseconds. */
const QUIET_MS = 20
/** What is gathered of an answer at most, in bytes: beyond that it goes out. */
const MOST_BYTES = 1_000_000

const packable = /^(?:text\/(?!event-stream)|application\/(?:[\w.-]+\+)?(?:json|javascript|xml)|image\/svg\+xml)/

type Piece = string | Uint8Array
type After = () => void
type Pieces = ReturnType<ContentEncoding['pieces']>

/**
 * From now on what is written to this response goes out packed, in a form that its client takes and where that is worth it. Whatever might
 * have been packed for another client says so (`Vary`), so that nobody between gives one form to all.
 *
 * @param keptAs path of a file that never changes under it: it is packed once, as small as it gets; null: it is no such file.
 */
export function pack(request: IncomingMessage, response: ServerResponse, keptAs: string | null): void {
  const encoding = encodingFor(String(request.headers['accept-encoding'] ?? ''), keptAs !== null)
  // A part of a file is counted in its own bytes.
  if (encoding === null || request.method === 'HEAD' || request.headers.range !== undefined) {
    sayVaries(response)
    return
  }
  const packing = new Packing(response, encoding, keptAs)
  Object.assign(response, {
    write: (piece: Piece, ...rest: unknown[]) => packing.write(bufferOf(piece, rest[0]), afterIn(rest)),
    end: (piece: unknown, ...rest: unknown[]) =>
      packing.end(isPiece(piece) ? bufferOf(piece, rest[0]) : null, afterIn([piece, ...rest])),
    // What is gathered has not begun to go: the head goes with the first of it.
    flushHeaders: () => undefined,
    writeHead: (status: number, ...rest: unknown[]) => packing.writeHead(status, rest),
  })
  Object.defineProperty(response, 'headersSent', { configurable: true, get: () => packing.hasBegun })
}

/** An answer that is not packed for this client, and would be for another. */
function sayVaries(response: ServerResponse): void {
  const { writeHead } = response
  response.writeHead = (status: number, ...rest: unknown[]) => {
    response.writeHead = writeHead
    setHead(response, status, rest)
    if (isPackable(response)) response.appendHeader('vary', 'accept-encoding')
    return response.writeHead(status)
  }
}

/** Takes over what is given to `writeHead`, without sending it. */
function setHead(response: ServerResponse, status: number, rest: readonly unknown[]): void {
  const headers = rest.at(-1)
  if (typeof rest[0] === 'string') response.statusMessage = rest[0]
  response.statusCode = status
  if (typeof headers === 'object' && headers !== null)
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
}

/** One answer that is being packed. */
class Packing {
  readonly #response: ServerResponse
  readonly #encoding: ContentEncoding
  readonly #own: {
    write(piece: Buffer, after?: After): boolean
    end(piece?: Buffer): ServerResponse
    /** The framework's own sets nothing any more once something was written, which here has not gone yet. */
    setHeader(name: string, value: string | number): ServerResponse
  }
  /** Under what a file that never changes is kept packed; null: it is no such file. */
  readonly #keptAs: string | null
  #gathered: Buffer[] = []
  #bytes = 0
  #timer: NodeJS.Timeout | undefined
  /** What packs the pieces of an answer that could not be packed as a whole; null: nothing has gone out yet. */
  #pieces: Pieces | null = null
  #hasBegun = false
  #isPacked = false
  #hasEnded = false
  /** It comes in pieces: whether they went out as a whole says how long it took, and nothing in its head may. */
  #isWritten = false

  constructor(response: ServerResponse, encoding: ContentEncoding, keptAs: string | null) {
    this.#response = response
    this.#encoding = encoding
    this.#keptAs = keptAs
    const { write, end, writeHead, setHeader } = response
    const own =
      <Of extends unknown[]>(method: (...of: never) => unknown) =>
      (...of: Of) => {
        // The head goes with the first of it, by the method that is in the place of its own here.
        response.writeHead = writeHead
        return Reflect.apply(method, response, of)
      }
    this.#own = { write: own(write), end: own(end), setHeader: setHeader.bind(response) }
  }

  /** Whether it is too late for another head. */
  get hasBegun(): boolean {
    return this.#hasBegun
  }

  writeHead(status: number, rest: readonly unknown[]): ServerResponse {
    setHead(this.#response, status, rest)
    return this.#response
  }

  /** False: whoever writes waits until what has gone out was taken (`drain`). */
  write(piece: Buffer, after: After | undefined): boolean {
    if (!this.#begin()) return this.#own.write(piece, after)
    this.#isWritten = true
    this.#gather(piece)
    if (this.#bytes >= MOST_BYTES) this.#send()
    else this.#sendWhenQuiet()
    if (after !== undefined) process.nextTick(after)
    return !this.#response.writableNeedDrain
  }

  end(piece: Buffer | null, after: After | undefined): ServerResponse {
    const response = this.#response
    if (this.#hasEnded) return response
    if (after !== undefined) response.once('finish', after)
    const isPacked = this.#begin()
    this.#hasEnded = true
    if (!isPacked) return this.#own.end(piece ?? undefined)
    if (piece !== null) this.#gather(piece)
    clearTimeout(this.#timer)
    if (this.#pieces === null) void this.#endWhole()
    else this.#pieces.end(this.#take())
    return response
  }

  /** Whether the answer is packed: decided when the first of it is written, for then its head is known. */
  #begin(): boolean {
    const response = this.#response
    if (!this.#hasBegun) {
      this.#isPacked = isPackable(response)
      if (this.#isPacked) response.appendHeader('vary', 'accept-encoding')
      this.#hasBegun = true
    }
    return this.#isPacked
  }

  #gather(piece: Buffer): void {
    this.#gathered.push(piece)
    this.#bytes += piece.length
  }

  #take(): Buffer {
    const gathered = Buffer.concat(this.#gathered)
    this.#gathered = []
    this.#bytes = 0
    return gathered
  }

  #sendWhenQuiet(): void {
    if (this.#timer === undefined) this.#timer = setTimeout(() => this.#send(), QUIET_MS)
    else this.#timer.refresh()
  }

  /** What has come so far goes out, and the rest in pieces. */
  #send(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.#response.destroyed || this.#hasEnded) return
    this.#pieces ??= this.#startPieces()
    this.#pieces.write(this.#take())
    this.#pieces.flush(() => undefined)
  }

  #startPieces(): Pieces {
    const response = this.#response
    const pieces = this.#encoding.pieces()
    response.removeHeader('content-length')
    this.#sayPacked()
    response.once('close', () => pieces.destroy())
    response.on('drain', () => pieces.resume())
    pieces.on('data', (packed: Buffer) => {
      if (!this.#own.write(packed)) pieces.pause()
    })
    pieces.once('end', () => this.#own.end())
    pieces.once('error', (error) => this.#fail(error))
    return pieces
  }

  async #endWhole(): Promise<void> {
    const response = this.#response
    try {
      const whole = this.#take()
      const inPieces = this.#isWritten && this.#keptAs === null
      const isWorth = inPieces || whole.length >= WORTH_BYTES
      const packed = isWorth ? await this.#pack(whole) : whole
      if (response.destroyed) return
      if (isWorth) this.#sayPacked()
      if (!inPieces) this.#own.setHeader('content-length', packed.length)
      else {
        response.removeHeader('content-length')
        this.#own.write(packed)
      }
      this.#own.end(inPieces ? undefined : packed)
    } catch (error) {
      this.#fail(error)
    }
  }

  /** A strong tag is one for these bytes alone (RFC 9110, 8.8.1): for its other forms it says that they mean the same. */
  #sayPacked(): void {
    const tag = this.#response.getHeader('etag')
    if (typeof tag === 'string' && tag.startsWith('"')) this.#own.setHeader('etag', `W/${tag}`)
    this.#own.setHeader('content-encoding', this.#encoding.name)
  }

  #pack(whole: Buffer): ReturnType<ContentEncoding['whole']> {
    if (this.#keptAs === null || this.#response.statusCode !== 200) return this.#encoding.whole(whole)
    return packedFile(this.#keptAs, this.#encoding, whole)
  }

  #fail(error: unknown): void {
    log().error({ err: error }, 'an answer could not be packed')
    this.#response.destroy()
  }
}

/**
 * Whether an answer may be packed, by its head. Never one that sets a cookie or shows a secret this once: how long it is packed would
 * tell something of what it holds to whoever can put words of their own beside it and watch the line.
 */
function isPackable(response: ServerResponse): boolean {
  const isBare = response.statusCode < 200 || response.statusCode === 204 || response.statusCode === 304
  const keeps = ['content-encoding', 'set-cookie', onceHeader].some((name) => response.hasHeader(name))
  return !isBare && !keeps && packable.test(String(response.getHeader('content-type') ?? ''))
}

function isPiece(given: unknown): given is Piece {
  return typeof given === 'string' || given instanceof Uint8Array
}

function bufferOf(piece: Piece, encoding: unknown): Buffer {
  if (typeof piece !== 'string') return Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength)
  return Buffer.from(piece, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8')
}

function afterIn(given: readonly unknown[]): After | undefined {
  const after = given.find((one) => typeof one === 'function')
  return after === undefined ? undefined : () => Reflect.apply(after, undefined, [])
}
