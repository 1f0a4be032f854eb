/** The clock of every command. */
import { AsyncLocalStorage } from 'node:async_hooks'

// The server's bundles each hold a copy of this module; the scope is one for all of them.
const slot = globalThis as { concordanceClock?: AsyncLocalStorage<Date> }
slot.concordanceClock ??= new AsyncLocalStorage<Date>()
const scope = slot.concordanceClock

/** The time of day, asked in one place, so that tests and the demo can set it. */
export const clock = {
  /** This instant, or the one that `at` has set around the caller. Commands ask here, and hand it to the domain. */
  now: (): Date => scope.getStore() ?? new Date(),

  /**
   * Runs `work` as if it were `instant`. For the demo, whose past is played through the real commands, and for tests;
   * nothing else sets the clock.
   */
  at: <T>(instant: Date, work: () => Promise<T>): Promise<T> => scope.run(instant, work),
}
