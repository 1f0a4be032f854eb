/** Work that recurs: each job in its turn, in one process at a time, whatever their number. */
import { Prisma } from '#lib/db/prisma.ts'
import { asSystem } from '#lib/db/transaction.ts'
import { log } from '#lib/log.ts'
import { onShutdown } from '#lib/shutdown.ts'

/** Something that is to be done again and again. */
export interface Job {
  /** One per instance: the row under which processes take turns. */
  readonly name: string
  /** Minutes from one turn to the next, a whole number from 1. */
  readonly everyMinutes: number
  /** Does what is due. Safe to be cut off and begun anew: what was not done is done in the next turn. */
  readonly run: (now: Date) => Promise<unknown>
}

const minute = 60_000

// The server's bundles each hold a copy of this module; the runner is one for the process.
const slot = globalThis as { concordanceJobs?: true }

/**
 * Begins to run jobs: at once, then every minute, until the process ends. A second call does nothing. What fails is logged
 * and comes again in its next turn; it keeps neither the other jobs nor the process from anything.
 */
export function startJobs(jobs: readonly Job[]): void {
  if (slot.concordanceJobs) return
  slot.concordanceJobs = true
  let running = Promise.resolve()
  let over = false
  const turn = () => {
    running = running.then(() => runDue(jobs, () => over))
  }
  const timer = setInterval(turn, minute)
  timer.unref()
  onShutdown('jobs', () => {
    over = true
    clearInterval(timer)
    return running
  })
  turn()
}

/** One turn: every job that is due and that no other process has taken up. Never throws. */
export async function runDue(jobs: readonly Job[], isOver: () => boolean = () => false): Promise<void> {
  for (const job of jobs) {
    if (isOver()) return
    try {
      if (await claim(job)) await job.run(new Date())
    } catch (error) {
      log().error({ err: error, job: job.name }, 'a job failed')
    }
  }
}

/**
 * The turn is taken by the one statement that moves the row, by the database's own clock: of any number of processes one
 * gets it. A little less than the period, so that a timer that is early by a moment does not lose its turn.
 */
function claim({ name, everyMinutes }: Job): Promise<boolean> {
  const seconds = everyMinutes * 60 - 5
  return asSystem(
    'jobs',
    async (tx) => {
      const won = await tx.$queryRaw<{ name: string }[]>(Prisma.sql`
        INSERT INTO "Job" AS j (name, "claimedUntil") VALUES (${name}, now() + make_interval(secs => ${seconds}))
        ON CONFLICT (name) DO UPDATE SET "claimedUntil" = EXCLUDED."claimedUntil" WHERE j."claimedUntil" <= now()
        RETURNING j.name`)
      return won.length === 1
    },
    { write: true },
  )
}
