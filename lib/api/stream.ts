import { noStore, problem } from './answer.ts'

/** What a file is called and is, for whoever keeps it. */
export interface FileHead {
  /** In letters that every system takes. */
  readonly name: string
  /** `application/json`, `text/markdown`. */
  readonly type: string
}

/** Who asks for a file, and how: by `HEAD` they are told of it and get nothing of it. */
export interface FileRequest {
  readonly personId: string
  /** Its signal ends when whoever asked has gone, also before anything was sent. */
  readonly request: Pick<Request, 'method' | 'signal'>
}

/** The most files that one person is sent at a time: what they hold while they are read slowly stays small. */
export const mostFilesAtOnce = 4

// The server's bundles each hold a copy of this module; what is sent is counted for the process.
const slot = globalThis as { concordanceFiles?: Map<string, number> }

/**
 * Sends a file as it is read, and reads it as it is taken: whoever takes it slowly holds one piece, and whoever stops taking it
 * ends the reading, also when they have gone before any of it was taken: what is never read of an answer ends nothing by itself.
 * Refusal: `too-many-requests`, for whoever is being sent as many as may be.
 */
export function sendFile(asked: FileRequest, pieces: AsyncGenerator<string, void>, head: FileHead): Response {
  const headers = headersOf(head)
  const { personId, request } = asked
  const { signal } = request
  if (request.method === 'HEAD' || signal.aborted) {
    void pieces.return()
    return new Response(null, { headers })
  }
  slot.concordanceFiles ??= new Map()
  const files = slot.concordanceFiles
  const under = files.get(personId) ?? 0
  if (under >= mostFilesAtOnce) return problem({ refused: 'too-many-requests' })
  files.set(personId, under + 1)
  const leave = () => {
    over()
    void pieces.return()
  }
  const over = once(() => {
    signal.removeEventListener('abort', leave)
    release(files, personId)
  })
  signal.addEventListener('abort', leave)
  return new Response(streamOf(pieces, over), { headers })
}

function headersOf({ name, type }: FileHead): Record<string, string> {
  return {
    ...noStore,
    'content-type': `${type}; charset=utf-8`,
    'content-disposition': `attachment; filename="${name}"`,
    'x-content-type-options': 'nosniff',
  }
}

function release(files: Map<string, number>, personId: string): void {
  const left = (files.get(personId) ?? 1) - 1
  if (left > 0) files.set(personId, left)
  else files.delete(personId)
}

function once(act: () => void): () => void {
  let isDone = false
  return () => {
    if (!isDone) act()
    isDone = true
  }
}

function streamOf(pieces: AsyncGenerator<string, void>, over: () => void): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await pieces.next()
          if (!done) return controller.enqueue(encoder.encode(value))
          over()
          controller.close()
        } catch (error) {
          over()
          throw error
        }
      },
      async cancel() {
        over()
        await pieces.return()
      },
    },
    // Nothing is read ahead of whoever takes it.
    { highWaterMark: 0 },
  )
}

/** A long text in pieces of this many UTF-16 units. */
const pieceLength = 65_536

/** A text in pieces; no letter is cut in two. */
export async function* piecesOf(text: string): AsyncGenerator<string, void> {
  for (let from = 0; from < text.length; ) {
    const end = from + pieceLength
    const last = text.charCodeAt(end - 1)
    const to = last >= 0xd800 && last < 0xdc00 ? end + 1 : end
    yield text.slice(from, to)
    from = to
  }
}
