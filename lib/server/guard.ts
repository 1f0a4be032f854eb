/**
 * The server's guard, before the framework and the product: it refuses what is too much by its head, takes bodies in whole and
 * within bounds, counts pages, and lets so many requests of one person or network through at once that nobody waits for them.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Refusal } from '#domain/refusal.ts'
import { maxBytesOf } from '#lib/api/body-bounds.ts'
import { networkOfAddress } from '#lib/api/network.ts'
import { isUnreachable } from '#lib/db/unreachable.ts'
import { type EndTurn, type FairQueue, PlaceTaken } from '#lib/fair-queue.ts'
import { log } from '#lib/log.ts'
import { type Caller, callerOf } from './caller.ts'
import { isTurnedAway } from './connections.ts'
import { meetingActedOn } from './crowds.ts'
import { leaveAfter, untilLastWord } from './last-word.ts'
import {
  bodyQueue,
  lookQueue,
  mostAloneMs,
  mostPipelined,
  mostStill,
  mostStillFiles,
  timeFor,
  writeQueue,
} from './limits.ts'
import { pack } from './packing.ts'
import { PageLimit } from './page-limit.ts'
import { type ReceiveBounds, receive } from './receive.ts'
import { logRefusal, type RefusedFor } from './refusal-log.ts'
import { refuse } from './refuse.ts'
import { type Head, isOfApi, isOfDevelopment, isStatic, refuseHead, wantsSession } from './request-head.ts'
import { type StalledBounds, StalledResponses } from './stalled-responses.ts'

/** What the guard is told of the instance at its start. */
export interface GuardOptions {
  readonly isDevelopment: boolean
  readonly pagesPerMinute: number
  /** Whether a session runs, so that its body may be taken in. */
  readonly isLive: (sessionId: string) => Promise<boolean>
  /** How long bodies may take; tests have less time than people. */
  readonly time?: (maxBytes: number) => ReceiveBounds
  /** How many files of the build may stand still; tests have fewer. */
  readonly stillFiles?: StalledBounds
  /** How long work may go on whose client has gone, in milliseconds; tests have less time. */
  readonly aloneMs?: number
}

/** What works on a request; over when its promise is. */
export type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void

/** A refusal with the facts that its words may name. */
type Told = Refusal & { readonly retryAfter?: number; readonly maxBytes?: number }

/** A request on its way through the guard. */
interface Passing {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly head: Head
  /** Its client waits for a word before it sends the body (`Expect: 100-continue`). */
  readonly expects: boolean
}

/** Passes each request on to the product in its turn, or refuses it. */
export class Guard {
  readonly #options: GuardOptions
  readonly #handle: Handle
  readonly #pages: PageLimit
  readonly #looks = lookQueue()
  readonly #writes = writeQueue()
  readonly #bodies = bodyQueue()
  readonly #still = new StalledResponses(mostStill)
  readonly #stillFiles: StalledResponses
  readonly #answering = new WeakMap<Duplex, number>()

  constructor(handle: Handle, options: GuardOptions) {
    this.#handle = handle
    this.#options = options
    this.#pages = new PageLimit(options.pagesPerMinute)
    this.#stillFiles = new StalledResponses(options.stillFiles ?? mostStillFiles)
  }

  /** Whether an answer is under way on a connection. */
  isAnswering(socket: Duplex): boolean {
    return (this.#answering.get(socket) ?? 0) > 0
  }

  /** Never throws: a fault ends the connection and is logged. */
  async take(request: IncomingMessage, response: ServerResponse, expects = false): Promise<void> {
    if (isTurnedAway(request.socket)) return
    const passing = { request, response, expects, head: headOf(request) }
    const { socket } = request
    const open = (this.#answering.get(socket) ?? 0) + 1
    this.#answering.set(socket, open)
    response.once('close', () => this.#answering.set(socket, (this.#answering.get(socket) ?? 1) - 1))
    try {
      if (open > mostPipelined) await this.#refuse(passing, 'queue-full', { refused: 'too-many-requests' })
      else await this.#pass(passing)
    } catch (error) {
      log().error({ err: error, method: request.method }, 'a request failed in the guard')
      await refuse(request, response, { refused: isUnreachable(error) ? 'busy-database' : 'server-fault' })
    }
  }

  async #pass(passing: Passing): Promise<void> {
    const { request, response, head } = passing
    if (this.#options.isDevelopment && isOfDevelopment(head.pathname)) return void this.#handle(request, response)
    const refusal = refuseHead(head)
    if (refusal !== null) return this.#refuse(passing, kindOf[refusal.refused], refusal)
    if (isStatic(head.pathname)) return this.#sendFile(passing)
    const caller = await callerOf(request)
    if (!isOfApi(head.pathname)) {
      const retryAfter = await this.#pages.count(caller.name)
      if (retryAfter !== null) return this.#refuse(passing, 'page-limit', { refused: 'too-many-pages', retryAfter })
    }
    if (head.declared === 0) return this.#work(passing, caller)
    await this.#takeBody(passing, caller)
  }

  /** Files cost no turn; what is held of those that nobody takes is bounded. */
  async #sendFile({ request, response, head }: Passing): Promise<void> {
    if (!this.#options.isDevelopment) pack(request, response, head.pathname)
    const sent = Promise.resolve(this.#handle(request, response))
    const network = networkOfAddress(String(request.headers['x-forwarded-for'] ?? ''))
    await Promise.all([sent, this.#stillFiles.end(network, response, request.socket)])
  }

  /** Small bodies come in at any time; for a larger one somebody is signed in, and waits until there is room for it. */
  async #takeBody(passing: Passing, caller: Caller): Promise<void> {
    const { head } = passing
    const isLarge = wantsSession(head)
    if (isLarge && !(await this.#isSignedIn(caller))) return this.#refuse(passing, 'body', { refused: 'not-signed-in' })
    const maxBytes = head.declared ?? maxBytesOf(head.method, head.pathname)
    const room = isLarge ? await this.#turn(passing, [caller.name], this.#bodies, maxBytes) : () => undefined
    if (room === null) return
    try {
      const request = await this.#receive(passing, maxBytes)
      // What was read is the product's from then on, which has bounds of its own.
      if (request !== null) await this.#work({ ...passing, request: request.once('end', room) }, caller)
    } finally {
      room()
    }
  }

  async #isSignedIn({ sessionId }: Caller): Promise<boolean> {
    return sessionId !== null && (await this.#options.isLive(sessionId))
  }

  /** The request with its body; null: refused, or its client went away. */
  async #receive(passing: Passing, maxBytes: number): Promise<IncomingMessage | null> {
    const { request, response, expects } = passing
    if (expects) response.writeContinue()
    const received = await receive(request, (this.#options.time ?? timeFor)(maxBytes))
    if (typeof received !== 'string') return received
    if (received === 'too-large') await this.#refuse(passing, 'body', { refused: 'payload-too-large', maxBytes })
    if (received === 'too-slow') await this.#refuse(passing, 'deadline', { refused: 'too-slow' })
    return null
  }

  /**
   * Hands the request on in its turn. The turn lasts until the work is done and the answer has gone, whichever is later; but
   * nobody waits for a client that does not take its answer, nor without end for one that has gone.
   */
  async #work(passing: Passing, caller: Caller): Promise<void> {
    const { request, response } = passing
    const isLook = ['GET', 'HEAD'].includes(passing.head.method)
    const of = isLook ? [caller.name] : [placeOf(passing.head, caller) ?? caller.name, caller.name]
    const end = await this.#turn(passing, of, isLook ? this.#looks : this.#writes, 1)
    if (end === null) return
    try {
      pack(request, response, null)
      const work = () => this.#handle(request, response)
      const worked = response.closed ? Promise.resolve() : untilLastWord(response, work)
      const over = this.#still.end(caller.name, response, request.socket)
      if ((await Promise.race([over, worked.then(() => over)])) === 'gone')
        await leaveAfter(this.#options.aloneMs ?? mostAloneMs, worked, passing.head)
    } finally {
      // Who waits to be heard at all comes before who waits for this turn.
      setImmediate(end)
    }
  }

  /** Null: refused, or its client went away. */
  async #turn(passing: Passing, of: readonly string[], queue: FairQueue, weight: number): Promise<EndTurn | null> {
    const { response } = passing
    const left = new AbortController()
    const leave = (): void => left.abort()
    response.once('close', leave)
    try {
      const turn = queue.enter({ of, weight, signal: left.signal })
      if (!(turn instanceof Promise)) {
        // What is full is what others ask for, unless it is the caller's own.
        await this.#refuse(passing, 'queue-full', turn === 'all' || of[turn] !== of.at(-1) ? fullOfAll : fullOfOne)
        return null
      }
      return await turn
    } catch (error) {
      if (left.signal.aborted) return null
      if (!(error instanceof PlaceTaken)) throw error
      await this.#refuse(passing, 'queue-full', of[0] === of.at(-1) ? fullOfOne : fullOfAll)
      return null
    } finally {
      response.off('close', leave)
    }
  }

  async #refuse({ request, response }: Passing, kind: RefusedFor, refusal: Told): Promise<void> {
    logRefusal(kind, networkOfAddress(String(request.headers['x-forwarded-for'] ?? '')))
    await refuse(request, response, refusal)
  }
}

/** The meeting of an act, as a name that turns go round by; null: its person is not known to see what stands in one. */
function placeOf({ pathname }: Head, { personId }: Caller): string | null {
  const meetingId = personId === null ? null : meetingActedOn(personId, pathname)
  return meetingId === null ? null : `meeting ${meetingId}`
}

const fullOfOne: Told = { refused: 'too-many-requests', retryAfter: 5 }
const fullOfAll: Told = { refused: 'server-busy', retryAfter: 5 }

const kindOf = {
  'address-unclear': 'malformed',
  'too-many-headers': 'headers',
  'method-not-allowed': 'method',
  'payload-too-large': 'body',
} as const

function headOf({ method = '', url = '', headers, rawHeaders }: IncomingMessage): Head {
  const isChunked = headers['transfer-encoding'] !== undefined
  return {
    method,
    target: url,
    pathname: url.split(/[?#]/, 1)[0] ?? '',
    declared: isChunked ? null : Number(headers['content-length'] ?? 0),
    headerCount: rawHeaders.length / 2,
  }
}
