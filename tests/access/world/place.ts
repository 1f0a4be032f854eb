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

export const hour = 3_600_000
export const day = 24 * hour

/** An instant so far from now. */
export function inTime(milliseconds: number): Date {
  return new Date(Date.now() + milliseconds)
}
