/** The numbers of the server's guard: generous for people, hard for loops and floods. */
import { FairQueue } from '#lib/fair-queue.ts'
import type { ReceiveBounds } from './receive.ts'
import type { StalledBounds } from './stalled-responses.ts'

const megabyte = 1024 * 1024

/** Connections of everybody together. */
export const mostConnections = 4_096

/** How long the head of a request may take from its first byte, or from the beginning of its connection, in milliseconds. */
export const headMs = 10_000

/** How long a connection may be silent while it is answered, in milliseconds: longer than the longest wait for a reading. */
export const silentMs = 300_000

/** How long work whose client has gone may keep a turn, in milliseconds: far longer than the database works on one statement. */
export const mostAloneMs = 120_000

/** Requests of one connection that wait for their answers, sent one behind the other. */
export const mostPipelined = 16

/** Answers that are kept for clients that do not take them: each holds a page, or one piece of a file. */
export const mostStill: StalledBounds = { ofOne: mostPipelined, all: 256 }

/** Files of the build that are kept so: many phones may be behind one address, and each loads a page's files at once. */
export const mostStillFiles: StalledBounds = { ofOne: 256, all: 1_024 }

/**
 * Looks that are worked on. A page is some tens of milliseconds of one processor, so that two of one person make others wait for
 * about as long; what is more waits and takes turns with what others ask.
 */
export const lookQueue = (): FairQueue =>
  new FairQueue({ running: 32, waiting: 512, yields: true }, [{ running: 2, waiting: 64 }])

/**
 * Writes that are worked on, by meeting and then by person (elsewhere by person alone). Those of one meeting wait for each other in the
 * database anyway: four of them leave connections to those of others (lib/db/write-turns.ts), and whoever comes from another meeting is
 * next. Three texts of one person that wait to be read leave room for their other acts.
 */
export const writeQueue = (): FairQueue =>
  new FairQueue({ running: 32, waiting: 512, yields: true }, [
    { running: 4, waiting: 256, yields: true },
    { running: 4, waiting: 32 },
  ])

/** Bytes of bodies beyond the small ones that are taken in at once: whoever stalls holds no more than their own share. */
export const bodyQueue = (): FairQueue =>
  new FairQueue({ running: 96 * megabyte, waiting: 64, yields: true }, [{ running: 24 * megabyte, waiting: 4 }])

/** Slow phones may bring in a text: 8 KiB a second are enough, with a pause of 15 seconds here and there. */
export function timeFor(maxBytes: number): ReceiveBounds {
  return { maxBytes, withinMs: 15_000 + (maxBytes * 1_000) / 8_192, idleMs: 15_000 }
}
