/** The outbox of this process: told of every commit that leaves something, and looking by itself for what others left. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { inBackground } from '#lib/background.ts'
import { embedded } from '#lib/db/connection.ts'
import { log } from '#lib/log.ts'
import { onShutdown } from '#lib/shutdown.ts'
import { dispatch } from './dispatch.ts'
import { listen } from './listen.ts'
import type { Processor } from './message.ts'
import { countParked, endLeases } from './rows.ts'

/** How long at most what nobody was woken for waits: a retry, or what a process that died has left. In milliseconds. */
const look = 15_000

// The server's bundles each hold a copy of this module; they share the one that runs through the global object.
const slot = globalThis as { concordanceOutbox?: () => void }

/**
 * Begins to tell what acts leave, until the process ends. A second call does nothing.
 *
 * @param processors each way of telling.
 */
export function startOutbox(processors: readonly Processor[]): void {
  if (slot.concordanceOutbox !== undefined) return
  let over = false
  const wake = attachOutbox(processors, () => over)
  // Beside the minutes of the jobs (lib/jobs), which begin at the same time as this: two that look at once take two connections, and which of
  // them the next page is given would be left to chance. One of them has its statements prepared.
  let timer = setTimeout(() => {
    timer = setInterval(wake, look).unref()
  }, look / 2).unref()
  const deaf = listen(wake)
  onShutdown('jobs', async () => {
    over = true
    clearTimeout(timer)
    await deaf()
  })
  inBackground('outbox', async () => {
    // Whoever is alone with the database holds all that is held: nobody waits for a process that was killed.
    if ((await embedded()) !== null) await endLeases()
    const parked = await countParked()
    if (parked > 0) log().error({ parked }, 'messages of the outbox are parked: see docs/outbox.md')
    wake()
  })
}

/**
 * Lets every commit of this process wake `dispatch`, and nothing else: no timer, no other process.
 *
 * @returns what wakes it.
 */
export function attachOutbox(processors: readonly Processor[], isOver: () => boolean = () => false): () => void {
  // Whoever is woken does not work in the name of the request that woke it.
  const outside = AsyncLocalStorage.snapshot()
  let running = false
  let again = false
  const run = async () => {
    do {
      again = false
      await dispatch(processors, isOver)
    } while (again)
  }
  const wake = () => {
    again = true
    if (running || isOver()) return
    running = true
    outside(() =>
      inBackground('outbox', () =>
        run().finally(() => {
          running = false
        }),
      ),
    )
  }
  slot.concordanceOutbox = wake
  return wake
}

/** Something was committed that is to be told: it is, in the background. Where no outbox runs, the next one does it. */
export function wakeOutbox(): void {
  slot.concordanceOutbox?.()
}
