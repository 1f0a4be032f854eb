/**
 * How a process ends: what is open towards people first, then the work of its own, then the database. An open stream would
 * otherwise keep the server from stopping, and a job would find its database closed.
 */
import { log } from './log.ts'

const STAGES = ['streams', 'jobs', 'database'] as const
type Stage = (typeof STAGES)[number]

/** How long each stage may take, in milliseconds. */
const PATIENCE_MS = 5_000

// The server's bundles each hold a copy of this module; what they register is kept on the global object.
const slot = globalThis as { concordanceShutdown?: Record<Stage, Set<() => Promise<void>>> }
const actions = () => {
  slot.concordanceShutdown ??= { streams: new Set(), jobs: new Set(), database: new Set() }
  return slot.concordanceShutdown
}

/**
 * Registers what a stage has to end.
 *
 * @returns the function that takes it back.
 */
export function onShutdown(stage: Stage, end: () => Promise<void>): () => void {
  actions()[stage].add(end)
  return () => {
    actions()[stage].delete(end)
  }
}

/** Ends everything, stage by stage. What fails or hangs is logged and does not keep the next stage from its turn. */
export async function shutDown(): Promise<void> {
  for (const stage of STAGES) {
    const ended = Promise.allSettled([...actions()[stage]].map((end) => end()))
    const results = await Promise.race([ended, patience()])
    if (results === 'late') log().error({ stage }, 'a stage of the shutdown did not end in time')
    else
      for (const result of results)
        if (result.status === 'rejected') log().error({ err: result.reason, stage }, 'shutdown')
  }
}

function patience(): Promise<'late'> {
  return new Promise((resolve) => {
    setTimeout(() => resolve('late'), PATIENCE_MS).unref()
  })
}
