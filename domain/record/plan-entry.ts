import type { MeetingKind } from '../meeting/meeting.ts'
import type { Office } from '../meeting/participant.ts'
import type { ActorRef, PartyRef, PersonRef } from './entry.ts'

/** When a meeting is held. */
export type SlotText = {
  /** ISO 8601, UTC. */
  readonly startsAt: string
  readonly durationMinutes: number
  /** IANA name. */
  readonly timeZone: string
}

export type DescriptionText = { readonly title: string; readonly aim: string }

export type VenueText = { readonly place: string; readonly link: string }

/** What was warned about when it was done all the same: the code of the warning and its numbers. */
export type WarningText = { readonly warning: string; readonly [fact: string]: string | number }

/** Setting the plan, changing it, and who acts for whom. */
export type PlanEntry =
  | {
      readonly kind: 'proposed' | 'time-offered'
      readonly by: ActorRef
      readonly slot: SlotText
      readonly message: string
    }
  /** Whoever offered it does not speak for their party any more; `by`: whose act that was. */
  | { readonly kind: 'offer-withdrawn'; readonly by: ActorRef }
  | { readonly kind: 'offer-declined'; readonly by: ActorRef; readonly reason: string }
  | {
      readonly kind: 'scheduled'
      readonly by: ActorRef
      readonly meeting: { readonly kind: MeetingKind; readonly title: string; readonly aim: string }
      readonly parties: readonly PartyRef[]
      readonly slot: SlotText
      readonly venue: VenueText
      readonly warnings: readonly WarningText[]
    }
  | {
      readonly kind: 'rescheduled'
      readonly by: ActorRef
      readonly from: SlotText
      readonly to: SlotText
      readonly reason: string
    }
  | { readonly kind: 'venue-changed'; readonly by: ActorRef; readonly from: VenueText; readonly to: VenueText }
  /** What the meeting is called and is for. */
  | {
      readonly kind: 'description-changed'
      readonly by: ActorRef
      readonly from: DescriptionText
      readonly to: DescriptionText
    }
  /** How many resolutions are put at most, with the reason (rule 4). */
  | {
      readonly kind: 'resolution-limit-changed'
      readonly by: ActorRef
      readonly from: number
      readonly to: number
      readonly reason: string
    }
  /** How many minutes each party speaks on an item (rule 3). */
  | { readonly kind: 'statement-minutes-changed'; readonly by: ActorRef; readonly to: number }
  /** A party of a bilateral lets the organizer see the titles of its items; `inForce` once both do. */
  | { readonly kind: 'titles-shared'; readonly by: ActorRef; readonly inForce: boolean }
  /** One party is enough to take it back. */
  | { readonly kind: 'titles-unshared'; readonly by: ActorRef }
  | {
      readonly kind: 'parties-changed'
      readonly by: ActorRef
      readonly added: readonly PartyRef[]
      readonly removed: readonly PartyRef[]
    }
  /** A party would open to one that joined later what was written before; `inForce` once all would. */
  | { readonly kind: 'earlier-opened'; readonly by: ActorRef; readonly party: PartyRef; readonly inForce: boolean }
  | { readonly kind: 'earlier-closed'; readonly by: ActorRef; readonly party: PartyRef }
  /** `because`: somebody said why, the other party declined, or a party left. */
  | {
      readonly kind: 'cancelled'
      readonly by: ActorRef
      readonly because: 'stated' | 'declined' | 'party-left'
      readonly reason: string
    }
  | {
      readonly kind: 'office-appointed'
      readonly by: ActorRef
      readonly office: Office
      readonly person: PersonRef
      readonly inForce: boolean
    }
  | {
      readonly kind: 'office-accepted'
      readonly by: ActorRef
      readonly office: Office
      readonly person: PersonRef
      readonly inForce: boolean
    }
  | { readonly kind: 'office-ended'; readonly by: ActorRef; readonly office: Office; readonly person: PersonRef }
  | {
      readonly kind: 'authorisation-changed'
      readonly by: ActorRef
      readonly person: PersonRef
      readonly party: PartyRef
      readonly authorised: boolean
    }
