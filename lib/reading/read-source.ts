/** From what somebody brings in to passages, apart from everything else that the server does. */
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Refusal } from '#domain/refusal.ts'
import type { DecodeRefusal, Encoding } from '#domain/text/decode.ts'
import type { Direction } from '#domain/text/direction.ts'
import type { RecognisedText, RecogniseRefusal } from '#domain/text/recognise.ts'
import type { TextFormat } from '#domain/text/text-format.ts'
import { FairQueue, type NoPlace, PlaceTaken } from '#lib/fair-queue.ts'

/** What is brought in: the bytes of a file under its name, or characters that were pasted. */
export type Source = { readonly bytes: Uint8Array; readonly fileName: string } | { readonly pasted: string }

/** A source with the way it is to be read; without a format its own signs decide. */
export interface ReadingTask {
  readonly source: Source
  readonly format: TextFormat | undefined
}

/** A source that was read as a text: its passages, and how it was written. */
export interface ReadText extends RecognisedText {
  readonly encoding: Encoding
  readonly direction: Direction
}

export type ReadRefusal = DecodeRefusal | RecogniseRefusal | Refusal<'reading-takes-too-much'>

/** For whom a text is read. */
export interface ReadingFor {
  readonly personId: string
  readonly groupId: string
  /** Names the reading, for `readingsBefore`; the person's own choice. */
  readonly waitId?: string | undefined
  /** Aborted when the reader goes away: the place is lost, and nothing is read. */
  readonly signal?: AbortSignal | undefined
}

/** Why a text is not read at all. `full`: of whom too many wait already. */
export type QueueRefusal =
  | (Refusal<'too-many-readings'> & { readonly full: 'person' | 'group' | 'all'; readonly retryAfter: number })
  | Refusal<'reading-given-up'>

/** What one reading may take (SECURITY.md, promise 12). */
export interface ReadingBounds {
  /** Milliseconds. */
  readonly time: number
  /** Megabytes of the thread's own heap. */
  readonly memory: number
}

const bounds: ReadingBounds = { time: 20_000, memory: 400 }

// The server's bundles each hold a copy of this module; who waits is kept on the global object.
const slot = globalThis as { concordanceReadings?: FairQueue }

/**
 * One text is read at a time. Turns go round people, then their groups; two of a person wait, six of a group, twelve in all. Where
 * no place is left, who waits for most gives one up to who waits for less.
 */
function readings(): FairQueue {
  slot.concordanceReadings ??= new FairQueue({ running: 1, waiting: 12, yields: true }, [
    { running: 1, waiting: 2 },
    { running: 1, waiting: 6 },
  ])
  return slot.concordanceReadings
}

/** Seconds after which one of those that wait has surely been read. */
const retryAfter = bounds.time / 1_000

/**
 * Reads a source in a thread of its own, in its turn: whatever a file does to its reader, requests are answered meanwhile, and
 * another person waits for one reading of each at most. What takes longer or more than its bounds is ended and refused.
 *
 * @throws what is thrown in the thread.
 */
export async function readSource(
  reading: ReadingTask,
  { personId, groupId, waitId, signal }: ReadingFor,
  within: ReadingBounds = bounds,
): Promise<ReadText | ReadRefusal | QueueRefusal> {
  const wanted = { of: [personId, groupId], ...(waitId && { id: nameOf(personId, waitId) }), ...(signal && { signal }) }
  try {
    const turn = readings().enter(wanted)
    if (!(turn instanceof Promise)) return { refused: 'too-many-readings', full: fullOf(turn), retryAfter }
    const end = await turn
    return await readApart(reading, within).finally(end)
  } catch (error) {
    if (error instanceof PlaceTaken) return { refused: 'too-many-readings', full: 'all', retryAfter }
    if (signal?.aborted) return { refused: 'reading-given-up' }
    throw error
  }
}

/** How many texts are read before a person's own that waits under this name; null: it does not wait. */
export function readingsBefore(personId: string, waitId: string): number | null {
  return readings().before(nameOf(personId, waitId))
}

function nameOf(personId: string, waitId: string): string {
  return `${personId} ${waitId}`
}

function fullOf(turn: NoPlace): 'person' | 'group' | 'all' {
  if (turn === 'all') return turn
  return turn === 0 ? 'person' : 'group'
}

function readApart(reading: ReadingTask, { time, memory }: ReadingBounds): Promise<ReadText | ReadRefusal> {
  // Node runs the source as it lies in the folder: the build knows nothing of a thread's file.
  const file = path.resolve(/* turbopackIgnore: true */ 'lib', 'reading', 'thread.ts')
  const worker = new Worker(/* turbopackIgnore: true */ file, {
    workerData: reading,
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 32 },
  })
  const answer = new Promise<ReadText | ReadRefusal>((resolve, reject) => {
    const timer = setTimeout(() => resolve({ refused: 'reading-takes-too-much' }), time)
    worker.once('message', resolve)
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ refused: 'reading-takes-too-much' })
      else reject(error)
    })
    worker.once('exit', () => {
      clearTimeout(timer)
      reject(new Error('The thread that reads a text ended without an answer.'))
    })
  })
  return answer.finally(() => worker.terminate())
}
