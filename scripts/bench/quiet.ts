/** What a minute without anybody leaves: the memory that is kept after a load, and the first view that follows. */
import { setTimeout as wait } from 'node:timers/promises'
import { judgedPages } from './addresses.ts'
import { ask } from './ask.ts'
import { openConnections } from './database.ts'
import type { Instance } from './instance.ts'
import { memoryMb } from './process.ts'
import { compared, measured, median, type Result } from './result.ts'

/** In MB. */
const IDLE_LIMIT = 200
const PEAK_LIMIT = 400
/** As a multiple of what it took before the load. */
const LATER_LIMIT = 1.3
/** As a multiple of a view that follows others. */
const FIRST_LIMIT = 1.5

const MINUTE_MS = 60_000
const WARM_VIEWS = 15

/**
 * After a load: memory, a minute without a request, memory again, and a first view held against those that follow it.
 *
 * @param idle memory after the start, before anybody asked for anything, in MB.
 * @param limited whether it is judged.
 */
export async function measureQuiet(
  instance: Instance,
  idle: number,
  { limited }: { limited: boolean },
): Promise<readonly Result[]> {
  const { pid, cluster, prepared } = instance
  const of = (limit: number) => (limited ? limit : null)
  const peak = await memoryMb(pid, 'peak')
  await wait(MINUTE_MS)
  const later = await memoryMb(pid, 'now')
  const open = cluster === null ? null : await openConnections(cluster)
  const views: number[] = []
  const [home] = judgedPages(prepared)
  for (let n = 0; n <= WARM_VIEWS; n++)
    views.push((await ask(instance, home?.path ?? '/', prepared.cookie, { encoding: 'gzip' })).ms)
  const [first = Number.NaN, ...warm] = views
  return [
    measured('Idle, after the start', idle, 'MB', of(IDLE_LIMIT)),
    measured('At its peak under load', peak, 'MB', of(PEAK_LIMIT)),
    compared('A minute later', later, 'MB', idle, of(LATER_LIMIT)),
    compared('Home: the first view after that minute', first, 'ms', median(warm), of(FIRST_LIMIT)),
    ...(open === null
      ? []
      : [
          measured('Connections that are open in the quiet', open.count, ''),
          measured('Memory of the database for one of them', open.mb, 'MB'),
        ]),
  ]
}
