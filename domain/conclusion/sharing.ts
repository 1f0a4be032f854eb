import { type Participant, speaksFor } from '../meeting/participant.ts'
import { isRefusal } from '../refusal.ts'
import type { Adopted, BareConclusion, BareVersion, Conclusion, Superseded } from './conclusion.ts'
import type { ConclusionMeeting } from './facts.ts'

/** A party agrees that an adopted conclusion is shared with the group, or takes its agreement back. */
export interface ShareCommand {
  readonly by: Participant
  readonly agree: boolean
}

/** What follows; `inForce`: from here on the group sees the conclusion, or no longer. */
export interface SharingEvent {
  readonly partyId: string
  readonly agree: boolean
  readonly inForce: boolean
}

export type SharingRefusal =
  | { readonly refused: 'not-entitled' }
  | { readonly refused: 'not-adopted'; readonly state: Conclusion['state'] }

/** A conclusion that was adopted, without what it says. */
type BareAdopted = Adopted<BareVersion> | Superseded<BareVersion>

/**
 * Whose agreement it takes: every party whose words stand in it ("Who sees what"). Those are the ones that decided on it, also
 * where they have left since; of minutes, every party that was in the meeting; where the named participants of a study session
 * decided, its party.
 */
export function partiesAsked(conclusion: BareAdopted, meeting: ConclusionMeeting): readonly string[] {
  if (conclusion.kind === 'record') return partiesInMinutes(meeting)
  const parties = conclusion.current.putting.deciders.flatMap((one) => (one.kind === 'party' ? [one.partyId] : []))
  return parties.length > 0 ? parties : meeting.parties.map(({ partyId }) => partyId)
}

/** The parties that were in a meeting while it was held, also those that have left since. */
export function partiesInMinutes({
  parties,
  openedAt,
}: Pick<ConclusionMeeting, 'parties' | 'openedAt'>): readonly string[] {
  const wasThere = (leftAt: Date | null) =>
    leftAt === null || openedAt === null || leftAt.getTime() >= openedAt.getTime()
  return parties.flatMap(({ partyId, leftAt }) => (wasThere(leftAt) ? partyId : []))
}

/** The party among those asked for which somebody gives its word, also after it left the meeting; null: none. */
export function partyGivingWord(by: Participant, asked: readonly string[]): string | null {
  return asked.find((id) => speaksFor(by, id)) ?? null
}

/** The party for which somebody may agree to the sharing, or why not. */
function partyToShare(
  conclusion: BareConclusion,
  meeting: ConclusionMeeting,
  by: Participant,
): { readonly partyId: string; readonly asked: readonly string[] } | SharingRefusal {
  if (!isAdopted(conclusion)) return { refused: 'not-adopted', state: conclusion.state }
  const asked = partiesAsked(conclusion, meeting)
  const partyId = partyGivingWord(by, asked)
  return partyId === null ? { refused: 'not-entitled' } : { partyId, asked }
}

/**
 * Shared once every party asked has agreed; taken back by any one of them, because what a party does not agree to is not
 * shared. Null: nothing changes.
 */
export function share(
  conclusion: BareConclusion,
  { by, agree }: ShareCommand,
  meeting: ConclusionMeeting,
  agreed: readonly string[],
): SharingEvent | null | SharingRefusal {
  const place = partyToShare(conclusion, meeting, by)
  if (isRefusal(place)) return place
  const { partyId, asked } = place
  if (agreed.includes(partyId) === agree) return null
  return { partyId, agree, inForce: agree && asked.every((id) => id === partyId || agreed.includes(id)) }
}

/** What a party would change by its word on the sharing; null: this person gives none. */
export function sharingOpenTo(
  conclusion: BareConclusion,
  by: Participant,
  meeting: ConclusionMeeting,
  agreed: readonly string[],
): 'share' | 'unshare' | null {
  const changes = (agree: boolean) => {
    const event = share(conclusion, { by, agree }, meeting, agreed)
    return event !== null && !isRefusal(event)
  }
  return changes(true) ? 'share' : changes(false) ? 'unshare' : null
}

function isAdopted(conclusion: BareConclusion): conclusion is BareAdopted {
  return conclusion.state === 'adopted' || conclusion.state === 'superseded'
}
