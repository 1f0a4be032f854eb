/** Until when a request is worked on. */
import type { ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { log } from '#lib/log.ts'

/** Ends when `work` does, or when it has said the last word of the answer: from then on it only waits for a client that may have gone. */
export function untilLastWord(response: ServerResponse, work: () => Promise<void> | void): Promise<void> {
  const { promise: said, resolve } = Promise.withResolvers<void>()
  const end = response.end
  response.end = (...rest: unknown[]) => {
    resolve()
    return Reflect.apply(end, response, rest)
  }
  return Promise.race([said, Promise.resolve(work())])
}

/** Waits for work that nobody waits for any more, for `mostMs` milliseconds at most: longer it keeps nobody's turn, and that is logged. */
export async function leaveAfter(
  mostMs: number,
  work: Promise<void>,
  what: { readonly method: string },
): Promise<void> {
  const done = new AbortController()
  const late = wait(mostMs, 'late', { signal: done.signal, ref: false }).catch(() => 'done')
  try {
    if ((await Promise.race([work, late])) === 'late') log().error(what, 'work without a client did not end in time')
  } finally {
    done.abort()
  }
}
