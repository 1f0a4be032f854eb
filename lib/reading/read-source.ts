/** From what somebody brings in to passages, apart from everything else that the server does. */
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Refusal } from '#domain/refusal.ts'
import type { DecodeRefusal, Encoding } from '#domain/text/decode.ts'
import type { Direction } from '#domain/text/direction.ts'
import type { RecognisedText, RecogniseRefusal, TextFormat } from '#domain/text/recognise.ts'

/** What is brought in: the bytes of a file under its name, or characters that were pasted. */
export type Source = { readonly bytes: Uint8Array; readonly fileName: string } | { readonly pasted: string }

/** A source with the way it is to be read; without a format its own signs decide. */
export interface Reading {
  readonly source: Source
  readonly format: TextFormat | undefined
}

export interface ReadText extends RecognisedText {
  readonly encoding: Encoding
  readonly direction: Direction
}

export type ReadRefusal = DecodeRefusal | RecogniseRefusal | Refusal<'reading-takes-too-much'>

/** What one reading may take (SECURITY.md, promise 12). */
export interface ReadingBounds {
  /** Milliseconds. */
  readonly time: number
  /** Megabytes of the thread's own heap. */
  readonly memory: number
}

const bounds: ReadingBounds = { time: 20_000, memory: 400 }

let last: Promise<unknown> = Promise.resolve()

/**
 * Reads a source in a thread of its own, one after another: whatever a file does to its reader, requests are answered
 * meanwhile. What takes longer or more than its bounds is ended and refused.
 *
 * @throws what is thrown in the thread.
 */
export function readSource(reading: Reading, within: ReadingBounds = bounds): Promise<ReadText | ReadRefusal> {
  const turn = last.then(() => readApart(reading, within))
  last = turn.catch(() => undefined)
  return turn
}

function readApart(reading: Reading, { time, memory }: ReadingBounds): Promise<ReadText | ReadRefusal> {
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
