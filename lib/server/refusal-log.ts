/**
 * What the log says of refusals at the server's door: the first of a kind from a network at once, those that follow in the same
 * minute as one number. A flood has a bounded number of lines; none holds anything that was sent.
 */
import { log } from '#lib/log.ts'

/** Why the door refused. */
export type RefusedFor =
  | 'body'
  | 'method'
  | 'headers'
  | 'connections'
  | 'deadline'
  | 'queue-full'
  | 'page-limit'
  | 'malformed'

/** Networks and kinds that are told apart in one minute; what comes beyond them is counted together. */
const mostKept = 200
const minute = 60_000

const counts = new Map<string, number>()
let timer: NodeJS.Timeout | undefined

/** Tells the log, at the level `info`. `network` is an address or a prefix (lib/api/network.ts). */
export function logRefusal(kind: RefusedFor, network: string): void {
  const key = `${kind} ${network}`
  const isKnown = counts.has(key)
  const kept = isKnown || counts.size < mostKept ? key : `${kind} others`
  counts.set(kept, (counts.get(kept) ?? 0) + 1)
  if (counts.get(kept) === 1) tell(kept, 1)
  timer ??= setTimeout(flushRefusals, minute).unref()
}

/** Ends the minute: tells how many more of each there were. */
export function flushRefusals(): void {
  clearTimeout(timer)
  timer = undefined
  for (const [key, count] of counts) if (count > 1) tell(key, count - 1)
  counts.clear()
}

function tell(key: string, count: number): void {
  const [kind, network] = key.split(' ')
  log().info({ door: kind, network, count }, 'refused at the door')
}
