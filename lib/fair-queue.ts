/**
 * Who is next when more is asked than can be done at once: turns go round from one to the next, so that somebody who asks for
 * much waits for themselves and not others for them (start-time fair queueing, Goyal, Vin and Cheng 1996).
 */

/** How much may be under way, and how many may wait. */
export interface Bound {
  /** Sum of the weights under way at once. */
  readonly running: number
  /** Asked for and not yet begun. */
  readonly waiting: number
  /** Where several share it: whoever waits for less takes the place of the last of who waits for most, so that nobody fills it for others. */
  readonly yields?: boolean
}

/** Somebody who waits for less took the place. */
export class PlaceTaken extends Error {}

/** What asks for a turn. */
export interface Wanted {
  /** Whose it is, from the first name that turns go round by to the last: a person, then their group. */
  readonly of: readonly string[]
  /** How much of the bound it takes; 1 unless told. What is heavier than a bound waits until it is alone. */
  readonly weight?: number
  /** Whoever goes away loses their place. */
  readonly signal?: AbortSignal
  /** Names it, for `before`. */
  readonly id?: string
}

/** Gives the turn back. Once is enough. */
export type EndTurn = () => void

/** Why there is no place left: the place in `of` of a name that waits for too much already; `all`, everybody together does. */
export type NoPlace = number | 'all'

interface Ticket extends Wanted {
  readonly weight: number
  readonly arrival: number
  readonly begin: () => void
  readonly leave: (why: unknown) => void
}

interface Under {
  weight: number
  count: number
}

/** How many names are kept in mind while somebody waits. */
const mostNames = 10_000

/**
 * A queue in which whoever asks much waits behind whoever asks little: places are bounded for all together and for
 * each caller.
 */
export class FairQueue {
  readonly #all: Bound
  readonly #each: readonly Bound[]
  #waiting: Ticket[] = []
  #running = 0
  readonly #under = new Map<string, Under>()
  /** When each was served last, in turns; what is older than the present turn of its level is forgotten. */
  readonly #served = new Map<string, number>()
  readonly #turn = new Map<string, number>()
  #arrivals = 0

  /** @param each the bound of each name in `of`, in the same order. */
  constructor(all: Bound, each: readonly Bound[]) {
    this.#all = all
    this.#each = each
  }

  /**
   * Waits for a turn.
   *
   * @returns what ends the turn, or why there is no place left to wait for one.
   * @throws the signal's reason, when it is aborted before the turn has come; `PlaceTaken`, where the queue yields.
   */
  enter(wanted: Wanted): NoPlace | Promise<EndTurn> {
    const ticket = { ...wanted, weight: wanted.weight ?? 1 }
    if (!this.#mayBegin(ticket)) {
      const full = this.#each.findIndex(({ waiting }, level) => this.#waitingOf(level, ticket.of[level]) >= waiting)
      if (full >= 0 && !this.#yieldWithin(full, ticket.of)) return full
      if (this.#waiting.length >= this.#all.waiting && !this.#yield(ticket.of)) return 'all'
    }
    return this.#wait(ticket)
  }

  /** How many come before what is called `id`, those under way among them; null: it does not wait. */
  before(id: string): number | null {
    const place = this.#inOrder(this.#waiting).findIndex((ticket) => ticket.id === id)
    return place < 0 ? null : place + [...this.#under].filter(([key]) => key.startsWith('0 ')).reduce(addCount, 0)
  }

  /** Whether one gave way of a name that waits for more, even with one less: of a person before a group. */
  #yield(of: readonly string[]): boolean {
    if (this.#all.yields !== true) return false
    for (const level of this.#each.keys()) {
      const byName = [...Map.groupBy(this.#waiting, (ticket) => ticket.of[level]).values()]
      const most = byName.reduce((one, other) => (other.length > one.length ? other : one))
      if (most.length <= this.#waitingOf(level, of[level]) + 1) continue
      const last = most.findLast((ticket) => this.#waitsForMore(ticket.of, of, level))
      if (last === undefined) continue
      last.leave(new PlaceTaken())
      return true
    }
    return false
  }

  /** Whether one gave way of those who wait under the same name, of the next name that waits for more there, even with one less. */
  #yieldWithin(level: number, of: readonly string[]): boolean {
    if (this.#each[level]?.yields !== true) return false
    const within = this.#waiting.filter((ticket) => ticket.of[level] === of[level])
    const byName = [...Map.groupBy(within, (ticket) => ticket.of[level + 1]).values()]
    const most = byName.reduce((one, other) => (other.length > one.length ? other : one), [])
    const own = within.filter((ticket) => ticket.of[level + 1] === of[level + 1])
    if (most.length <= own.length + 1) return false
    most.at(-1)?.leave(new PlaceTaken())
    return true
  }

  /** Whether one waits for more than another by every name before this level: nobody's second takes another's only place. */
  #waitsForMore(one: readonly string[], other: readonly string[], before: number): boolean {
    const levels = [...this.#each.keys()].slice(0, before)
    return levels.every((level) => this.#waitingOf(level, one[level]) > this.#waitingOf(level, other[level]))
  }

  async #wait(wanted: Omit<Ticket, 'arrival' | 'begin' | 'leave'>): Promise<EndTurn> {
    const { signal } = wanted
    signal?.throwIfAborted()
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    this.#arrivals += 1
    const leave = (why: unknown): void => {
      this.#waiting = this.#waiting.filter((other) => other !== ticket)
      reject(why)
    }
    const ticket: Ticket = { ...wanted, arrival: this.#arrivals, begin: resolve, leave }
    const goneAway = (): void => leave(signal?.reason)
    signal?.addEventListener('abort', goneAway, { once: true })
    this.#waiting.push(ticket)
    this.#next()
    try {
      await promise
    } finally {
      signal?.removeEventListener('abort', goneAway)
    }
    let isOver = false
    return () => {
      if (isOver) return
      isOver = true
      this.#count(ticket, -1)
      this.#next()
      if (this.#under.size === 0 || this.#served.size > mostNames) this.#forget()
    }
  }

  /** Begins what may begin. */
  #next(): void {
    if (this.#waiting.length === 0) return
    for (const ticket of this.#inOrder(this.#waiting)) {
      if (this.#running >= this.#all.running) break
      if (!this.#fits(ticket)) continue
      this.#waiting = this.#waiting.filter((other) => other !== ticket)
      this.#count(ticket, 1)
      this.#serve(ticket)
      ticket.begin()
    }
  }

  #mayBegin(ticket: Wanted & { weight: number }): boolean {
    return this.#fits(ticket) && !this.#waiting.some((other) => this.#fits(other))
  }

  #fits({ of, weight }: Wanted & { weight: number }): boolean {
    const fitsInto = (running: number, bound: number): boolean => running === 0 || running + weight <= bound
    if (!fitsInto(this.#running, this.#all.running)) return false
    return this.#each.every(({ running }, level) => fitsInto(this.#under.get(keyAt(level, of))?.weight ?? 0, running))
  }

  #count({ of, weight }: Ticket, sign: 1 | -1): void {
    this.#running += sign * weight
    for (const level of this.#each.keys()) {
      const key = keyAt(level, of)
      const under = this.#under.get(key) ?? { weight: 0, count: 0 }
      under.weight += sign * weight
      under.count += sign
      if (under.count === 0) this.#under.delete(key)
      else this.#under.set(key, under)
    }
  }

  #waitingOf(level: number, name: string | undefined): number {
    return this.#waiting.filter(({ of }) => of[level] === name).length
  }

  /** One's first comes before another's second, whenever they asked; among firsts, who asked first. */
  #inOrder(tickets: readonly Ticket[], level = 0, path = ''): readonly Ticket[] {
    if (level >= this.#each.length) return tickets
    const byName = Map.groupBy(tickets, ({ of }) => of[level] ?? '')
    const turns = [...byName].flatMap(([name, own]) => {
      const inner = `${path}${name}\n`
      const first = Math.max(this.#turn.get(path) ?? 0, this.#served.get(inner) ?? 0)
      return this.#inOrder(own, level + 1, inner).map((ticket, place) => ({ ticket, turn: first + place }))
    })
    return turns.sort((a, b) => a.turn - b.turn || a.ticket.arrival - b.ticket.arrival).map(({ ticket }) => ticket)
  }

  #serve({ of }: Ticket): void {
    let path = ''
    for (const level of this.#each.keys()) {
      const inner = `${path}${of[level] ?? ''}\n`
      const turn = Math.max(this.#turn.get(path) ?? 0, this.#served.get(inner) ?? 0)
      this.#turn.set(path, turn)
      this.#served.set(inner, turn + 1)
      path = inner
    }
  }

  /** Where nothing is under way and nobody waits, who was served when has no more say. */
  #forget(): void {
    this.#served.clear()
    this.#turn.clear()
  }
}

const keyAt = (level: number, of: readonly string[]): string => `${level} ${of[level] ?? ''}`

const addCount = (sum: number, [, { count }]: readonly [string, Under]): number => sum + count
