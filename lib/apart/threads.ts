/**
 * Computations on people's words that may take long, apart from everything else that the server does: each in a thread of its
 * own, which ends at its deadline. Few run at once, and of one person one at a time, so that nobody's takes all threads.
 */
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { Worker } from 'node:worker_threads'

/** What one computation may take. */
export interface Bounds {
  /** Milliseconds from its start, and at most as many of waiting before. */
  readonly time: number
  /** Megabytes of the thread's own heap. */
  readonly memory: number
}

/** The file of a thread, in this folder. */
export type ThreadFile = 'compare-thread.ts' | 'verify-thread.ts'

/** What a thread is given: at its start, and piece by piece while it runs. */
export interface Given {
  readonly data?: unknown
  readonly pieces?: AsyncIterable<unknown>
}

/**
 * How many threads of each kind are there at once. One that compares computes all the time: a processor is left to those who only
 * read. One that checks mostly waits for what it is given.
 */
const most: Readonly<Record<ThreadFile, number>> = {
  'compare-thread.ts': Math.max(1, Math.min(4, availableParallelism() - 1)),
  'verify-thread.ts': 4,
}

interface Waiting {
  readonly personId: string
  readonly start: () => void
}

interface Turns {
  readonly running: string[]
  readonly waiting: Waiting[]
  /** Whose turn it was, since somebody last waited; the last one at the end. */
  readonly served: string[]
}

// The server's bundles each hold a copy of this module; the threads are counted for the process.
const slot = globalThis as { concordanceThreads?: Partial<Record<ThreadFile, Turns>> }

/**
 * What a thread answers; null: it took too much, or nobody's turn came in time.
 *
 * @throws what is thrown in the thread, or by what gives it the pieces.
 */
export async function computeApart<Answer>(
  personId: string,
  file: ThreadFile,
  given: Given,
  bounds: Bounds,
): Promise<Answer | null> {
  if (!(await takeTurn(file, personId, bounds.time))) return null
  try {
    return await run<Answer>(file, given, bounds)
  } finally {
    giveTurn(file, personId)
  }
}

function turns(file: ThreadFile): Turns {
  slot.concordanceThreads ??= {}
  slot.concordanceThreads[file] ??= { running: [], waiting: [], served: [] }
  return slot.concordanceThreads[file]
}

/** False: it did not come in time. */
function takeTurn(file: ThreadFile, personId: string, mostMs: number): Promise<boolean> {
  const { running, waiting } = turns(file)
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      waiting.splice(waiting.indexOf(one), 1)
      resolve(false)
    }, mostMs)
    const start = () => {
      clearTimeout(timer)
      running.push(personId)
      resolve(true)
    }
    const one = { personId, start }
    waiting.push(one)
    startNext(file)
  })
}

function giveTurn(file: ThreadFile, personId: string): void {
  const { running } = turns(file)
  running.splice(running.indexOf(personId), 1)
  startNext(file)
}

/** Of those who wait and of whom none runs, one whose turn it was least lately; among these who has waited longest. */
function startNext(file: ThreadFile): void {
  const { running, waiting, served } = turns(file)
  if (waiting.length === 0) served.length = 0
  if (running.length >= most[file]) return
  const ready = waiting.filter(({ personId }) => !running.includes(personId))
  const [next] = ready.toSorted((one, other) => served.lastIndexOf(one.personId) - served.lastIndexOf(other.personId))
  if (next === undefined) return
  waiting.splice(waiting.indexOf(next), 1)
  served.push(next.personId)
  next.start()
}

async function run<Answer>(
  file: ThreadFile,
  { data, pieces }: Given,
  { time, memory }: Bounds,
): Promise<Answer | null> {
  // Node runs the source as it lies in the folder: the build knows nothing of a thread's file.
  const worker = new Worker(
    /* turbopackIgnore: true */ path.resolve(/* turbopackIgnore: true */ 'lib', 'apart', file),
    {
      workerData: data,
      execArgv: [],
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 32 },
    },
  )
  const answer = new Promise<Answer | null>((resolve, reject) => {
    const timer = setTimeout(() => resolve(null), time)
    worker.once('message', resolve)
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(null)
      else reject(error)
    })
    worker.once('exit', () => {
      clearTimeout(timer)
      reject(new Error('A thread ended without an answer.'))
    })
  })
  const ended = new AbortController()
  try {
    const fed = pieces === undefined ? null : feed(worker, pieces, ended.signal)
    const both = fed === null ? answer : Promise.all([answer, Promise.race([fed, answer])]).then(([said]) => said)
    return await both
  } finally {
    ended.abort()
    await worker.terminate()
  }
}

/** Hands on piece by piece; between them others have their turn. The end is told by null. Once `ended`, no further piece is read. */
async function feed(worker: Worker, pieces: AsyncIterable<unknown>, ended: AbortSignal): Promise<void> {
  for await (const piece of pieces) {
    if (ended.aborted) return
    worker.postMessage(piece)
    await new Promise((resolve) => setImmediate(resolve))
    if (ended.aborted) return
  }
  worker.postMessage(null)
}
