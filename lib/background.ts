/**
 * Work that follows an answer: mail above all. Nobody waits for it, a failure is logged, and a process that ends lets what has
 * begun come to its end.
 */
import { log } from './log.ts'
import { onShutdown } from './shutdown.ts'

// The server's bundles each hold a copy of this module; what runs is kept on the global object.
const slot = globalThis as { concordanceBackground?: Set<Promise<void>> }

function running(): Set<Promise<void>> {
  if (slot.concordanceBackground === undefined) {
    slot.concordanceBackground = new Set()
    onShutdown('jobs', backgroundDone)
  }
  return slot.concordanceBackground
}

/** Starts work that the answer does not wait for. `what` names it in the log, should it fail. */
export function inBackground(what: string, work: () => Promise<void>): void {
  const set = running()
  const run = work()
    .catch((error: unknown) => log().error({ err: error, what }, 'background work failed'))
    .finally(() => set.delete(run))
  set.add(run)
}

/** Waits until everything that was begun is done. */
export async function backgroundDone(): Promise<void> {
  await Promise.all(running())
}
