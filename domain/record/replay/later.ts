/** What happens to a conclusion after its adoption. */
import type { ConclusionEntry } from '../conclusion-entry.ts'
import type { MeetingTold } from './meeting.ts'
import type { Scene } from './scene.ts'
import type { ReplayedConclusion, Wrong } from './told.ts'

type Commitments = Extract<ConclusionEntry, { place: number }>
type Sharing = Extract<ConclusionEntry, { audience: string }>

/** Only the responsible party says how its commitment goes, while its conclusion is in force. */
export function wrongInCommitment(
  { conclusion, text, commitments }: ReplayedConclusion,
  entry: Commitments,
): Wrong | null {
  if (conclusion.state !== 'adopted') return 'out-of-turn'
  const terms = text?.commitments[entry.place]
  const before = commitments[entry.place]
  if (terms === undefined || before === undefined || terms.what !== entry.what) return 'no-such-commitment'
  if (terms.party === null || entry.by.party?.id !== terms.party.id) return 'not-theirs'
  const wasOpen = before.state === 'open'
  return (entry.kind === 'commitment-reopened') === wasOpen ? 'out-of-turn' : null
}

/** The commitments after an entry about one of them. */
export function followed(
  commitments: ReplayedConclusion['commitments'],
  entry: Commitments,
): ReplayedConclusion['commitments'] {
  const { kind, place } = entry
  const state = kind === 'commitment-reopened' ? 'open' : kind === 'commitment-done' ? 'done' : 'dropped'
  const reason = 'reason' in entry ? entry.reason : null
  return commitments.map((before, at) => (at === place ? { state, reason } : before))
}

/**
 * Every party that decided agrees; of minutes every party that was there while the meeting was held. Where participants of a study
 * session decided, it is their parties, whom no entry names.
 */
export function wrongInSharing(told: ReplayedConclusion, entry: Sharing, { meeting }: Scene): Wrong | null {
  const { conclusion, sharedBy } = told
  if (conclusion.state !== 'adopted' && conclusion.state !== 'superseded') return 'out-of-turn'
  const { party, by } = entry
  if (by.party?.id !== party.id) return 'not-theirs'
  const asked = askedToShare(told, meeting)
  if (asked.length > 0 && !asked.includes(party.id)) return 'not-theirs'
  if (sharedBy.includes(party.id) === (entry.kind === 'shared')) return 'out-of-turn'
  if (entry.kind === 'unshared' || asked.length === 0) return null
  const all = asked.every((id) => id === party.id || sharedBy.includes(id))
  return all === entry.inForce ? null : 'not-carried'
}

/** Whose agreement it takes; empty: nobody can tell. Of minutes put before entries told content hashes only the deciders were asked. */
function askedToShare({ conclusion, putHash }: ReplayedConclusion, meeting: MeetingTold | null): readonly string[] {
  if (conclusion.state !== 'adopted' && conclusion.state !== 'superseded') return []
  if (conclusion.kind === 'record' && putHash !== null) return meeting?.there ?? []
  return conclusion.current.putting.deciders.flatMap((one) => (one.kind === 'party' ? one.partyId : []))
}

/** The parties that agree to the sharing after an entry about it. */
export function sharedAfter(
  sharedBy: ReplayedConclusion['sharedBy'],
  { kind, party }: Sharing,
): ReplayedConclusion['sharedBy'] {
  return kind === 'shared' ? [...sharedBy, party.id] : sharedBy.filter((id) => id !== party.id)
}
