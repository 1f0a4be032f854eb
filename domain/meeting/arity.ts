/** How many parties a meeting has decides what it is good for (M2, rule 1). */

import type { Refusal } from '../refusal.ts'
import type { MeetingKind } from './meeting.ts'

/** A meeting of this kind has another number of parties (M2). */
export interface ArityRefusal extends Refusal<'study-needs-one' | 'bilateral-needs-two' | 'multilateral-needs-three'> {
  /** How many parties there are. */
  readonly parties: number
}

export type PartiesRefusal = ArityRefusal | Refusal<'party-named-twice'>

/** Rule 1 for parties as somebody names them, one of which may be named twice. Null: as it should be. */
export function arityRefusal(kind: MeetingKind, partyIds: readonly string[]): PartiesRefusal | null {
  const parties = partyIds.length
  return new Set(partyIds).size < parties ? { refused: 'party-named-twice' } : countRefusal(kind, parties)
}

/** Rule 1: a study session has one party, a bilateral exactly two, a multilateral three or more. Null: as it should be. */
export function countRefusal(kind: MeetingKind, parties: number): ArityRefusal | null {
  const fewest = fewestParties(kind)
  switch (kind) {
    case 'study':
      return parties === fewest ? null : { refused: 'study-needs-one', parties }
    case 'bilateral':
      return parties === fewest ? null : { refused: 'bilateral-needs-two', parties }
    case 'multilateral':
      return parties >= fewest ? null : { refused: 'multilateral-needs-three', parties }
    default:
      return kind satisfies never
  }
}

/** With how few parties a meeting of a kind is held (rule 1). */
export function fewestParties(kind: MeetingKind): number {
  return { study: 1, bilateral: 2, multilateral: 3 }[kind]
}

/** A multilateral that lost parties goes on (rule 15); the other kinds are nothing without theirs. Null: it goes on. */
export function lossRefusal(kind: MeetingKind, parties: number): ArityRefusal | null {
  return kind === 'multilateral' ? null : countRefusal(kind, parties)
}

/** Rules 5 and 15: resolutions belong to multilaterals, and only while three parties are left. */
export function adoptsResolutions(kind: MeetingKind, parties: number): boolean {
  return kind === 'multilateral' && parties >= 3
}
