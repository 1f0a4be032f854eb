/** How much memory the server takes, by what the machine or its container has: flags with which its process starts. */
import { totalmem } from 'node:os'
import { isPinned } from './runtime.mjs'

const MB = 1024 * 1024

/** The least and the most that is chosen for what lives long, in MB, and the share of the memory that is there. */
const LIVING = { least: 256, most: 1024, share: 0.25 }

/**
 * What lives short, in MB for one half: a page is a million small things that nobody needs once it is sent. With more than the usual room
 * most of them are gone before anybody moves them, which takes less of the processor.
 */
const SHORT = 24
/**
 * By how many percent what lives long grows until it is looked through. Left to itself the process lets it grow to several times what is
 * needed before it looks, and keeps most of that; a bound alone would end the process where for once much is needed.
 */
const GROWS = 20
/** With less memory than this, in MB, the usual room. */
const ROOMY = 1024

/**
 * The flags of Node for the server's own process. Threads that read a text or check a record have bounds of their own.
 *
 * @param {string | undefined} chosen the setting MEMORY_MB; what is no number is left to the settings to refuse
 * @param {number} [available] bytes of memory that there are
 * @returns {readonly string[]}
 */
export function memoryFlags(chosen, available = memoryThere()) {
  const there = available / MB
  const { least, most, share } = LIVING
  const living = /^\d+$/.test(chosen ?? '') ? Number(chosen) : Math.min(Math.max(there * share, least), most)
  // What the start has needed can be given back then, and need not wait until something fills the room again.
  const flags = [`--max-old-space-size=${Math.floor(living)}`, '--expose-gc']
  // A flag of the engine inside Node, which a later one may not know.
  if (isPinned) flags.push(`--heap-growing-percent=${GROWS}`)
  return there < ROOMY ? flags : [...flags, `--max-semi-space-size=${SHORT}`]
}

/**
 * What the server's process finds in its environment. The C library of Linux keeps what was given back at the end of its own rooms as soon
 * as something large was given back once, up to 64 MB of each. To make machine code of Prisma's compiler takes the engine 35 MB for a
 * moment, which then stayed. Said outright, the bound stays what it is at the beginning of a process.
 */
export const memoryEnvironment = { MALLOC_TRIM_THRESHOLD_: String(128 * 1024) }

/** Of the machine, or of the container where that has less. */
function memoryThere() {
  const bound = process.constrainedMemory?.() ?? 0
  return bound > 0 ? Math.min(bound, totalmem()) : totalmem()
}
