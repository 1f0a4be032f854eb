/** Who may begin a meeting. */
import { type GroupStanding, governsParty } from '../party/membership.ts'
import { arityRefusal, type PartiesRefusal } from './arity.ts'
import { type MeetingKind, meetingKinds } from './meeting.ts'

/**
 * An organizer makes a draft of any kind; the head or a deputy makes one for a study session of their own party. Between
 * parties, whoever is no organizer proposes a bilateral instead (rule 1).
 */
export function mayDraft(standing: GroupStanding, kind: MeetingKind, partyIds: readonly string[]): boolean {
  if (standing.organizer) return true
  const [partyId, ...others] = partyIds
  return kind === 'study' && partyId !== undefined && others.length === 0 && governsParty(standing, partyId)
}

/** The kinds that somebody can begin at all, for the choices of a form. */
export function kindsToDraft(standing: GroupStanding): readonly MeetingKind[] {
  const own = standing.memberships.map(({ partyId }) => [partyId])
  return meetingKinds.filter((kind) => [[], ...own].some((partyIds) => mayDraft(standing, kind, partyIds)))
}

/** The parties for which somebody may propose a bilateral to another: those that they lead (rule 1). */
export function proposesFor(standing: GroupStanding): readonly string[] {
  return standing.memberships.map(({ partyId }) => partyId).filter((partyId) => governsParty(standing, partyId))
}

/** A draft may lack parties that are still to be found; too many of them are never right (rule 1). Null: nothing is wrong. */
export function draftArityRefusal(kind: MeetingKind, partyIds: readonly string[]): PartiesRefusal | null {
  const refusal = arityRefusal(kind, partyIds)
  const most = { study: 1, bilateral: 2, multilateral: Number.POSITIVE_INFINITY }[kind]
  return refusal === null || refusal.refused === 'party-named-twice' || partyIds.length > most ? refusal : null
}
