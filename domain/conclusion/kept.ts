import type { BareConclusion, BareVersion } from './conclusion.ts'
import { standingPut } from './standing.ts'

/**
 * What a party that left the meeting keeps (rule 15): the conclusions on whose text, fixed while it was there, it decided, and
 * the divergences in which it is a side. Drafts, and what is put to others, are not its own any more.
 */
export function isKeptBy(conclusion: BareConclusion, partyId: string): boolean {
  switch (conclusion.state) {
    case 'draft':
    case 'put':
    case 'withdrawn':
      return false
    case 'recorded':
      return conclusion.sides.some((side) => side.kind === 'party' && side.partyId === partyId)
    case 'ad-referendum':
    case 'adopted':
    case 'superseded':
    case 'declined':
    case 'lapsed':
    case 'diverged':
      return decidedOn(conclusion.current, partyId)
    default:
      return conclusion satisfies never
  }
}

function decidedOn(version: BareVersion, partyId: string): boolean {
  const deciders = standingPut(version)?.deciders ?? []
  return deciders.some((one) => one.kind === 'party' && one.partyId === partyId)
}
