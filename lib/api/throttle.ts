import { setTimeout as wait } from 'node:timers/promises'

/** How long is paused for a piece, for the time that it took; and at most, in milliseconds. */
const pause = { share: 2, most: 250 } as const

/**
 * Gives pieces one by one, each after a pause that is twice as long as its making took: whoever reads much has the process and the
 * database for a third of the time at most, however fast it is taken, and others have the rest. A piece is made when it is asked
 * for, and the pause comes before it is given: whoever ends in the pause has nothing more made.
 */
export async function* throttled<T>(pieces: AsyncGenerator<T, void>): AsyncGenerator<T, void> {
  try {
    for (;;) {
      const began = performance.now()
      const { done, value } = await pieces.next()
      if (done) return
      await wait(Math.min((performance.now() - began) * pause.share, pause.most))
      yield value
    }
  } finally {
    await pieces.return()
  }
}
