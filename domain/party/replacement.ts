/**
 * A party whose head is lost (an address that nobody reads any more) can be given a new one by an organizer: announced to
 * the party, effective after a delay in which its own head or deputy can stop it, and opening nothing older (rule 14).
 */
import { notEntitled } from '../refusal.ts'
import type { PartyAnswer } from './decide.ts'
import type { PersonInGroup } from './membership.ts'
import { headsOf, memberOf, type Party, replacementDelayBounds } from './party.ts'

/** Announces a replacement; `delayHours` is the group's setting, within `replacementDelayBounds`. */
export function decideReplacement(
  party: Party,
  by: PersonInGroup,
  invitationId: string,
  delayHours: number,
  now: Date,
): PartyAnswer<'not-entitled' | 'party-never-had-a-head' | 'replacement-pending' | 'replacement-delay-out-of-bounds'> {
  if (!by.organizer) return notEntitled
  if (headsOf(party).length === 0) return { refused: 'party-never-had-a-head' }
  if (party.replacement !== null) return { refused: 'replacement-pending' }
  const { least, most } = replacementDelayBounds
  if (!(delayHours >= least && delayHours <= most)) return { refused: 'replacement-delay-out-of-bounds', least, most }
  const effectiveAt = new Date(now.getTime() + delayHours * 3_600_000)
  return [{ type: 'replacement-announced', invitationId, announcedAt: now, effectiveAt }]
}

/** The party's own head or deputy stops it, at any time until the new head has come. */
export function decideReplacementStop(
  party: Party,
  by: PersonInGroup,
): PartyAnswer<'not-entitled' | 'no-replacement-pending'> {
  const role = memberOf(party, by.personId)?.role
  if (role !== 'head' && role !== 'deputy') return notEntitled
  if (party.replacement === null) return { refused: 'no-replacement-pending' }
  return [{ type: 'replacement-stopped', invitationId: party.replacement.invitationId, stoppedById: by.personId }]
}
