import { activeParties, type MeetingKind, type MeetingState } from '../meeting/meeting.ts'
import { holdsOffice, isObserver, type Participant, seatedFor, voiceOf } from '../meeting/participant.ts'
import type { Refusal } from '../refusal.ts'
import type { Conclusion } from './conclusion.ts'
import type { Decider } from './decider.ts'

/** What a conclusion must know of the meeting to which it belongs. */
export interface ConclusionMeeting {
  readonly kind: MeetingKind
  /** `agreed`: the record of the meeting is agreed. */
  readonly state: MeetingState
  /** Every party that was ever on the meeting's list; `leftAt` is set once it left (rule 15). */
  readonly parties: readonly { readonly partyId: string; readonly leftAt: Date | null }[]
  /** Null: it has not begun. */
  readonly openedAt: Date | null
  /** The named participants of a study session, without observers; empty for the other kinds. */
  readonly participants: readonly string[]
  /** How many resolutions a multilateral puts at most (M4, rule 4). */
  readonly resolutionLimit: number
  /** Resolutions of this meeting, besides the one in question, of which any version was ever put. */
  readonly otherResolutionsPut: number
  /** The conclusion in question cites a text that a party present may not read: it was limited after it was cited. */
  readonly citesLimitedText: boolean
}

/** A conclusion that a later one names to supersede it (rule 10). */
export interface Older {
  readonly conclusion: Conclusion
  /** It is of the same meeting, or shared with the group: whoever decides on the newer one can read it. */
  readonly open: boolean
}

/** The facts on which a decision rests and which this conclusion does not itself hold. */
export interface ConclusionFacts {
  readonly meeting: ConclusionMeeting
  /** The declined or lapsed conclusion that a draft starts from (rule 8), or the one on which a divergence rests (rule 11). */
  readonly origin: Conclusion | null
  /** The adopted conclusion that this one names to supersede it (rule 10). */
  readonly supersedes: Older | null
}

/** The facts, and the means to fingerprint an adopted wording. */
export interface Context extends ConclusionFacts {
  /** SHA-256 of the UTF-8 bytes of a text, in lower-case hex. */
  readonly sha256: (text: string) => string
}

/** Rule 6: the parties of the meeting decide; in a study session its named participants. */
export function decidersOf(meeting: ConclusionMeeting): readonly Decider[] {
  return meeting.kind === 'study'
    ? meeting.participants.map((personId) => ({ kind: 'person', personId }))
    : activeParties(meeting).map((partyId) => ({ kind: 'party', partyId }))
}

/** Nobody is asked to agree to what they cannot read, wherever a put version rests on it (rule 6). */
export function closedToReading({ citesLimitedText }: ConclusionMeeting): Refusal<'cites-limited-text'> | null {
  return citesLimitedText ? { refused: 'cites-limited-text' } : null
}

/** Nothing is drafted now. */
export type DraftingCode = 'meeting-in-draft' | 'meeting-cancelled' | 'record-agreed'

/** Nothing is put or answered now. */
export type DecidingCode = DraftingCode | 'meeting-not-open'

/** Drafting begins when the meeting is scheduled and ends when its record is agreed. */
export function closedToDrafting(meeting: ConclusionMeeting): Refusal<DraftingCode> | null {
  switch (meeting.state) {
    case 'draft':
      return { refused: 'meeting-in-draft' }
    case 'cancelled':
      return { refused: 'meeting-cancelled' }
    case 'agreed':
      return { refused: 'record-agreed' }
    case 'scheduled':
    case 'open':
    case 'closed':
      return null
    default:
      return meeting.state satisfies never
  }
}

/** Deciding begins when the meeting opens and goes on after closing, until its record is agreed (rule 7). */
export function closedToDeciding(meeting: ConclusionMeeting): Refusal<DecidingCode> | null {
  return meeting.state === 'scheduled' ? { refused: 'meeting-not-open' } : closedToDrafting(meeting)
}

/** Whether somebody is one of those among whom a conclusion comes about: for a party, in a study session for themselves. */
const deliberates = (by: Participant, meeting: ConclusionMeeting): boolean =>
  meeting.kind === 'study' ? meeting.participants.includes(by.group.personId) : seatedFor(by, meeting) !== null

/**
 * Who changes a draft: chair, facilitator and rapporteur in every meeting. In a study session also its participants;
 * in a bilateral also everyone who takes part for either side. In a multilateral the officers draft and the parties
 * suggest: twenty parties editing one wording is no deliberation. Observers never.
 */
export function mayRevise(by: Participant, meeting: ConclusionMeeting): boolean {
  if (isObserver(by)) return false
  if (by.offices.length > 0) return true
  return meeting.kind !== 'multilateral' && deliberates(by, meeting)
}

/** Who opens a draft: whoever may change one, and in a multilateral also whoever speaks for one of its parties. */
export function mayOpen(by: Participant, meeting: ConclusionMeeting): boolean {
  return mayRevise(by, meeting) || (meeting.kind === 'multilateral' && voiceOf(by, meeting) !== null)
}

/**
 * Who puts a version, takes it back, withdraws a draft and records a divergence (rules 6 and 11): the chair; in a
 * bilateral also whoever speaks for either party; in a study session also any participant. Observers never.
 */
export function mayPut(by: Participant, meeting: ConclusionMeeting): boolean {
  if (isObserver(by)) return false
  if (holdsOffice(by, 'chair')) return true
  switch (meeting.kind) {
    case 'study':
      return deliberates(by, meeting)
    case 'bilateral':
      return voiceOf(by, meeting) !== null
    case 'multilateral':
      return false
    default:
      return meeting.kind satisfies never
  }
}
