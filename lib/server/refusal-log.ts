/**
 * What the log says of refusals by the server's guard: the first of a kind from a network at once, those that follow in the same
 * minute as one number. A flood has a bounded number of lines; none holds anything that was sent.
 */
import { log } from '#lib/log.ts'

/** Why the guard refused. */
export type RefusedFor =
  | 'body'
  | 'method'
  | 'headers'
  | 'connections'
  | 'deadline'
  | 'queue-full'
  | 'page-limit'
  | 'malformed'
  | 'untaken'

/** One line of the log. */
interface Line {
  readonly door: string
  /** An address, or the /64 of one (lib/api/network.ts); `others`: of too many to tell apart. */
  readonly network: string
  /** How many refusals it stands for. */
  readonly count: number
}

/** Networks and kinds that are told apart in one minute. */
const mostKept = 200
const minute = 60_000

/** Counts refusals by kind and network, and tells the first of each minute at once and the rest at its end. */
export class RefusalLog {
  readonly #write: (line: Line) => void
  readonly #counts = new Map<string, number>()
  #timer: NodeJS.Timeout | undefined

  constructor(write: (line: Line) => void) {
    this.#write = write
  }

  count(kind: RefusedFor, network: string): void {
    const key = `${kind} ${network}`
    const kept = this.#counts.has(key) || this.#counts.size < mostKept ? key : `${kind} others`
    const before = this.#counts.get(kept) ?? 0
    this.#counts.set(kept, before + 1)
    if (before === 0) this.#tell(kept, 1)
    this.#timer ??= setTimeout(() => this.endMinute(), minute).unref()
  }

  /** Tells how many more of each there were. */
  endMinute(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    for (const [key, count] of this.#counts) if (count > 1) this.#tell(key, count - 1)
    this.#counts.clear()
  }

  #tell(key: string, count: number): void {
    const [kind = '', network = ''] = key.split(' ')
    this.#write({ door: kind, network, count })
  }
}

const kept = new RefusalLog((line) => log().info(line, 'refused at the door'))

/** Tells the log, at the level `info`. */
export function logRefusal(kind: RefusedFor, network: string): void {
  kept.count(kind, network)
}
