/** What somebody may ask of a meeting. */

import type { CarryOverRefusal, Disposition, OpenThing } from '../carry-over.ts'
import type { PartyRole } from '../party/membership.ts'
import type { Refusal } from '../refusal.ts'
import type { PlannedTime, SlotRefusal } from '../zoned-time.ts'
import type { PartiesRefusal } from './arity.ts'
import type { MeetingPhase, Venue } from './meeting.ts'
import type { Office, Participant } from './participant.ts'
import type { Preparedness } from './warnings.ts'

/** Whoever acts, as the locked meeting knows them. */
interface By {
  readonly by: Participant
}

/** Acts that set or change the plan. */
export type PlanningCommand =
  | (By & { readonly type: 'change-parties'; readonly partyIds: readonly string[] })
  | (By & { readonly type: 'schedule'; readonly time: PlannedTime; readonly agendaItems: number })
  /** `reason` may be empty. */
  | (By & { readonly type: 'reschedule'; readonly time: PlannedTime; readonly reason: string })
  | (By & { readonly type: 'change-venue'; readonly venue: Venue })
  | (By & { readonly type: 'cancel'; readonly reason: string })

/** Acts by which two parties agree on a time without the organizer (rule 1). An answer names the offer that it saw. */
export type OfferCommand =
  | (By & {
      readonly type: 'propose' | 'offer-another-time'
      /** The id under which the offer is kept. */
      readonly offerId: string
      readonly time: PlannedTime
      readonly message: string
    })
  /** `offerer`: whoever made the offer, as they are now; null: nobody of the group any more. */
  | (By & { readonly type: 'accept'; readonly offerId: string; readonly offerer: Whom })
  | (By & { readonly type: 'decline'; readonly offerId: string; readonly reason: string })

/** The standing of the person whom an act concerns; null: nobody of the group. Whoever lacks the right to it does not learn which. */
type Whom = Participant | null

/** Somebody of a party. */
export interface OfParty {
  readonly personId: string
  readonly role: PartyRole
}

/** Acts on who sits for whom (rule 13). */
export type SeatCommand =
  | (By & { readonly type: 'take-seat'; readonly who: Whom; readonly partyId: string })
  /** `people`: those of the party, as they are now. */
  | (By & { readonly type: 'seat-everybody'; readonly partyId: string; readonly people: readonly OfParty[] })
  | (By & { readonly type: 'give-up-seat'; readonly personId: string })
  | (By & { readonly type: 'propose-seat'; readonly who: Whom; readonly partyId: string })
  | (By & { readonly type: 'end-seat-proposal'; readonly personId: string })
  | (By & { readonly type: 'authorise'; readonly who: Whom; readonly authorised: boolean })

/** Acts on chair, facilitator and rapporteur (rule 14). */
export type OfficeCommand =
  | (By & { readonly type: 'appoint'; readonly office: Office; readonly who: Whom })
  | (By & { readonly type: 'accept-office'; readonly office: Office })
  | (By & { readonly type: 'end-office'; readonly office: Office })

/** One party would open to another what was written before that one joined, or no longer would. */
export type EarlierCommand = By & {
  readonly type: 'open-earlier'
  readonly partyId: string
  readonly agree: boolean
}

/** Acts while the meeting is held, and around it. */
export type RunningCommand =
  | (By & { readonly type: 'open'; readonly preparedness: Preparedness })
  | (By & { readonly type: 'come'; readonly who: Whom })
  | (By & { readonly type: 'leave'; readonly personId: string })
  | (By & { readonly type: 'start-item'; readonly itemId: string })
  | (By & { readonly type: 'close-item' })
  | (By & {
      readonly type: 'close'
      readonly open: readonly OpenThing[]
      readonly dispositions: readonly Disposition[]
      /** Meetings that can take up what is carried on. */
      readonly carriers: readonly string[]
      /** The draft that is made if something is carried to it; null: none is to be made. */
      readonly next: string | null
    })
  | (By & { readonly type: 'party-leaves'; readonly partyId: string })
  /** Follows from the adoption of the record; nobody commands it. */
  | { readonly type: 'agree-record' }

export type MeetingCommand =
  | PlanningCommand
  | OfferCommand
  | SeatCommand
  | OfficeCommand
  | EarlierCommand
  | RunningCommand

/** The act belongs to another state of the meeting. */
export interface WrongState
  extends Refusal<
    | 'meeting-not-in-draft'
    | 'meeting-not-scheduled'
    | 'meeting-not-open'
    | 'meeting-not-closed'
    | 'meeting-over'
    | 'already-opened'
  > {
  readonly state: MeetingPhase['state']
}

/** In one meeting a person sits for one party (rule 13). */
export interface SitsForAnother extends Refusal<'sits-for-another-party'> {
  readonly partyId: string
}

/** A reason that the act needs is empty. */
export interface TextMissing extends Refusal<'text-missing'> {
  readonly field: 'reason'
}

export type MeetingRefusal =
  | WrongState
  | SitsForAnother
  | TextMissing
  | PartiesRefusal
  | SlotRefusal
  | CarryOverRefusal
  | Refusal<
      /** The actor has no right to this act in this meeting. */
      | 'not-entitled'
      /** Nobody of the group. */
      | 'not-found'
      /** The actor speaks for no party of this meeting, or not for the one concerned (rule 13). */
      | 'speaks-for-no-party'
      /** The actor belongs to several parties of this meeting: first take a seat for one (rule 13). */
      | 'choose-a-party'
      /** Only bilaterals are proposed by a party (rule 1). */
      | 'only-bilaterals-are-proposed'
      /** The offer was replaced or answered meanwhile. */
      | 'offer-changed'
      /** One's own offer waits for the other party. */
      | 'own-offer'
      /** Another offer waits for an answer. */
      | 'offer-waits'
      /** Once a bilateral or a study session is scheduled, other parties are another meeting. */
      | 'parties-fixed'
      | 'same-time'
      | 'not-a-member'
      | 'not-a-delegate'
      | 'not-seated'
      /** Observers decide nothing, and the participants of a study session decide (rule 6). */
      | 'observer-decides-nothing'
      /** Elsewhere people take their seats themselves. */
      | 'only-in-study-sessions'
      | 'seat-proposed-already'
      | 'no-seat-proposed'
      /** A seat is given up only in the plan of a study session; elsewhere it could be used to change sides. */
      | 'seat-is-kept'
      | 'office-taken'
      | 'office-vacant'
      | 'office-already-accepted'
      /** The office would open to its holder what was written before they came (rule 14). */
      | 'office-opens-older'
      /** Rule 6 needs somebody who puts: a multilateral has a chair before it opens. */
      | 'multilateral-needs-chair'
      | 'not-invited'
      | 'already-present'
      | 'not-present'
      | 'item-already-current'
      | 'no-current-item'
      | 'party-not-in-meeting'
      /** The party sees all that stands in the meeting. */
      | 'nothing-hidden'
      /** A party that wrote before has left, and nobody says for it that this is opened. */
      | 'opener-left'
    >
