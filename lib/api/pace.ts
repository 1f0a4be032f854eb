import { setTimeout as wait } from 'node:timers/promises'

/** How long is paused after a piece, for the time that it took; and at most, in milliseconds. */
const pause = { share: 2, most: 250 } as const

/**
 * The same pieces, with a pause after each that is twice as long as its making took: whoever reads much has the process and the
 * database for a third of the time at most, however fast it is taken, and others have the rest.
 */
export async function* paced<T>(pieces: AsyncGenerator<T, void>): AsyncGenerator<T, void> {
  try {
    for (;;) {
      const began = performance.now()
      const { done, value } = await pieces.next()
      if (done) return
      const took = performance.now() - began
      yield value
      await wait(Math.min(took * pause.share, pause.most))
    }
  } finally {
    await pieces.return()
  }
}
