/** Pages under load: each beside its baseline, in turns, so that whatever else the machine does meets both. */
import autocannon from 'autocannon'
import { effortOf, spentMs } from './database.ts'
import type { Instance } from './instance.ts'
import { processorMs } from './process.ts'
import { median } from './result.ts'

const CONNECTIONS = 20
/** An answer that takes longer is no answer. */
const SECONDS = 30

export interface Under {
  /** Median of the medians of the rounds. */
  readonly latencyMs: number
  readonly perSecond: number
  /** Processor time of the server for one request. */
  readonly processorMs: number
  /** Processor time of the PostgreSQL server for one request; not a number where the database is embedded. */
  readonly databaseMs: number
}

/** What is loaded: a path of an instance, by the cookie of whoever asks for it. */
export interface Load {
  readonly instance: Instance
  readonly path: string
  /** Default: that of somebody who sees most. */
  readonly cookie?: string
}

export interface Shape {
  readonly rounds: number
  /** Requests of one round, and once before to warm up. */
  readonly requests: number
}

/** Loads two addresses in turns, after a round that warms both up and is not counted. */
export async function loadInTurns(
  loads: readonly [Load, Load],
  { rounds, requests }: Shape,
): Promise<readonly [Under, Under]> {
  for (const one of loads) await load(one, requests)
  return inTurns(
    rounds,
    () => load(loads[0], requests),
    () => load(loads[1], requests),
  )
}

/**
 * Loads one address in two states of the database, in turns. A change of state makes every connection plan its statements anew, so
 * a round that is not counted comes after each.
 */
export function loadInStates(
  instance: Instance,
  path: string,
  states: readonly [() => Promise<void>, () => Promise<void>],
  { rounds, requests }: Shape,
): Promise<readonly [Under, Under]> {
  const loadIn = async (enter: () => Promise<void>) => {
    await enter()
    await load({ instance, path }, requests)
    return load({ instance, path }, requests)
  }
  return inTurns(
    rounds,
    () => loadIn(states[0]),
    () => loadIn(states[1]),
  )
}

async function inTurns(
  rounds: number,
  first: () => Promise<Under>,
  second: () => Promise<Under>,
): Promise<readonly [Under, Under]> {
  const [one, other]: readonly [Under[], Under[]] = [[], []]
  for (let n = 0; n < rounds; n++) {
    one.push(await first())
    other.push(await second())
  }
  return [middle(one), middle(other)]
}

function middle(rounds: readonly Under[]): Under {
  return {
    latencyMs: median(rounds.map(({ latencyMs }) => latencyMs)),
    perSecond: median(rounds.map(({ perSecond }) => perSecond)),
    processorMs: median(rounds.map((round) => round.processorMs)),
    databaseMs: median(rounds.map((round) => round.databaseMs)),
  }
}

async function load({ instance, path, cookie }: Load, amount: number): Promise<Under> {
  const { baseUrl, pid, prepared, cluster } = instance
  const effort = cluster === null ? null : await effortOf(cluster)
  const [before, started] = [await processorMs(pid), performance.now()]
  const { latency, errors, timeouts, non2xx } = await autocannon({
    url: baseUrl + path,
    connections: CONNECTIONS,
    amount,
    timeout: SECONDS,
    sampleInt: 50,
    // As a browser asks.
    headers: { cookie: cookie ?? prepared.cookie, 'accept-encoding': 'gzip' },
  })
  if (errors + timeouts + non2xx > 0)
    throw new Error(`${path} under load: ${errors} errors, ${timeouts} late, ${non2xx} refused`)
  const perSecond = (amount * 1000) / (performance.now() - started)
  const processor = (await processorMs(pid)) - before
  const database = cluster === null || effort === null ? Number.NaN : spentMs(effort, await effortOf(cluster))
  return { latencyMs: latency.p50, perSecond, processorMs: processor / amount, databaseMs: database / amount }
}
