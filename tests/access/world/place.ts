import type { Tx } from '#lib/db/prisma.ts'
import type { Actor } from '../actors.ts'
import type { Hide } from './canaries.ts'

/** Where the things of a world are made. */
export interface Place {
  readonly tx: Tx
  readonly hide: Hide
  readonly groupId: string
  /** Of head, delegate, observer, and the head who was installed later. */
  readonly ownId: string
  readonly otherId: string
  readonly thirdId: string
  /** Of the head of the party that left. */
  readonly leftId: string
  /** The id of a signed-in actor's person. */
  readonly person: (actor: Actor) => string
}

export const day = 24 * 3_600_000

/** When the worlds of this run were made: what has no mark of its own happened then. A whole minute. */
export const made = new Date(Math.floor(Date.now() / 60_000) * 60_000)

/** An instant so far from then. */
export function inTime(milliseconds: number): Date {
  return new Date(made.getTime() + milliseconds)
}
