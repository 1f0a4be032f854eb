/**
 * A meeting as its rules see it. Read on with `decide.ts`: every act, and what comes of it.
 *
 * draft → scheduled → open → closed → agreed (its record is agreed); a draft or a scheduled meeting may be cancelled.
 */
import type { Slot } from '../zoned-time.ts'
import type { Office } from './participant.ts'

/** One party, exactly two, three or more (M2). */
export const meetingKinds = ['study', 'bilateral', 'multilateral'] as const

export type MeetingKind = (typeof meetingKinds)[number]

/** From a plan to an agreed record, or called off; what each state holds: `MeetingPhase`. */
export const meetingStates = ['draft', 'scheduled', 'open', 'closed', 'agreed', 'cancelled'] as const

export type MeetingState = (typeof meetingStates)[number]

/** Where a meeting is held: words for a room, and an address for those who join from elsewhere. Either may be empty. */
export interface Venue {
  readonly place: string
  readonly link: string
}

/** A party on the meeting's list; `leftAt` once it left (rule 15). */
export interface MeetingParty {
  readonly partyId: string
  /** When it first came, if the others knew of the meeting; null: it was there from the beginning. */
  readonly joinedAt: Date | null
  readonly leftAt: Date | null
  /** It joined when the others knew of the meeting: it sees what is written from this instant; null: all. */
  readonly seesFrom: Date | null
  /** The parties that would open to it what was written before; once all have said so, `seesFrom` is null. */
  readonly openedBy: readonly string[]
}

/** A person's place in this meeting, for one party and no other (rule 13). In a study session the seats are its participants. */
export interface Seat {
  readonly personId: string
  readonly partyId: string
  /** A delegate whom the party authorised to speak for it in this meeting. */
  readonly authorised: boolean
}

/** Somebody whom an organizer proposes as a participant of a study session: the party's head or a deputy names them, or not. */
export interface SeatProposal {
  readonly personId: string
  readonly partyId: string
  readonly proposedById: string
}

/** Somebody who is there now. To be there is no seat: in a study session the seats decide. */
export interface PresentPerson {
  readonly personId: string
  /** The party for which they came; null: an officer who is there for none. */
  readonly partyId: string | null
}

/** Somebody appointed to an office. */
export interface OfficeHolder {
  readonly office: Office
  readonly personId: string
  /** The parties that accepted; a bilateral or a study session needs all of its own (rule 14). */
  readonly acceptedBy: readonly string[]
  /** Acts from here; null: waits for acceptance. */
  readonly activeFrom: Date | null
}

/** A time that one party of a bilateral offers and the other answers (rule 1). */
export interface Offer {
  readonly id: string
  readonly partyId: string
  readonly byPersonId: string
  readonly slot: Slot
  /** Words to the other side; may be empty. */
  readonly message: string
}

/** What a meeting is in every state. */
export interface MeetingFrame {
  readonly id: string
  readonly kind: MeetingKind
  readonly createdAt: Date
  readonly parties: readonly MeetingParty[]
  readonly seats: readonly Seat[]
  /** They make nobody a participant; only in a study session. */
  readonly seatProposals: readonly SeatProposal[]
  /** Offices that have not ended, at most one holder each. */
  readonly offices: readonly OfficeHolder[]
  readonly venue: Venue
  /** Something is drafted in it: from then on an office would open it to whoever gets one. */
  readonly written: boolean
  /** The party that proposed this bilateral; it stays set. Null: an organizer, or the party of a study session, plans it. */
  readonly proposedByPartyId: string | null
  /** iCalendar SEQUENCE (RFC 5545, 3.8.7.4): rises when time or place change and when the meeting is cancelled. */
  readonly calendarSequence: number
}

/** What only one state has. */
export type MeetingPhase =
  /** `offer`: a proposed bilateral waits for the other party's answer. */
  | { readonly state: 'draft'; readonly offer: Offer | null }
  /** `offer`: one party of a bilateral would rather meet at another time. */
  | { readonly state: 'scheduled'; readonly slot: Slot; readonly offer: Offer | null }
  | {
      readonly state: 'open'
      readonly slot: Slot
      readonly openedAt: Date
      readonly currentItemId: string | null
      /** The people who are there now. */
      readonly present: readonly PresentPerson[]
    }
  | { readonly state: 'closed'; readonly slot: Slot; readonly openedAt: Date; readonly closedAt: Date }
  | {
      readonly state: 'agreed'
      readonly slot: Slot
      readonly openedAt: Date
      readonly closedAt: Date
      readonly agreedAt: Date
    }
  /** `slot`: the time that had been set; null: none had. */
  | { readonly state: 'cancelled'; readonly slot: Slot | null; readonly cancelledAt: Date }

export type Meeting = MeetingFrame & MeetingPhase

/** A meeting in one particular state. */
export type MeetingIn<State extends MeetingState> = Extract<Meeting, { state: State }>

/** A new meeting, before anything was decided about it. */
export function draftMeeting(
  id: string,
  kind: MeetingKind,
  partyIds: readonly string[],
  createdAt: Date,
): MeetingIn<'draft'> {
  return {
    id,
    kind,
    createdAt,
    parties: partyIds.map((partyId) => joining(partyId, null)),
    seats: [],
    seatProposals: [],
    offices: [],
    venue: { place: '', link: '' },
    written: false,
    proposedByPartyId: null,
    calendarSequence: 0,
    state: 'draft',
    offer: null,
  }
}

/** A party that joins; `seesFrom` as in `MeetingParty`. */
export function joining(partyId: string, seesFrom: Date | null): MeetingParty {
  return { partyId, joinedAt: seesFrom, leftAt: null, seesFrom, openedBy: [] }
}

/** Whether nothing more happens in a meeting: it was called off, or its record is agreed. */
export function isOver({ state }: Pick<Meeting, 'state'>): boolean {
  return state === 'cancelled' || state === 'agreed'
}

/** A draft of which nobody knows but its makers. */
export function isUnknown({ state, proposedByPartyId }: Pick<Meeting, 'state' | 'proposedByPartyId'>): boolean {
  return state === 'draft' && proposedByPartyId === null
}

/** The parties of a meeting, with those that left it (rule 15). */
export interface MeetingParties {
  readonly parties: readonly Pick<MeetingParty, 'partyId' | 'leftAt'>[]
}

/** The parties that have not left. */
export function activeParties(meeting: MeetingParties): readonly string[] {
  return meeting.parties.filter((party) => party.leftAt === null).map((party) => party.partyId)
}

/** The holder of an office whose office is in force, or null. */
export function officerOf(meeting: Meeting, office: Office): OfficeHolder | null {
  return meeting.offices.find((holder) => holder.office === office && holder.activeFrom !== null) ?? null
}

/** Somebody's seat, or null. */
export function seatOf(meeting: Pick<Meeting, 'seats'>, personId: string): Seat | null {
  return meeting.seats.find((seat) => seat.personId === personId) ?? null
}
