/** What can happen to a meeting, as facts. Each becomes an entry of its record. */

import type { Disposition } from '../carry-over.ts'
import type { Slot } from '../zoned-time.ts'
import type { Offer, Venue } from './meeting.ts'
import type { Office } from './participant.ts'
import type { Warning } from './warnings.ts'

/** Why a meeting is not held. */
export type CancelCause =
  | { readonly kind: 'stated'; readonly byPersonId: string; readonly reason: string }
  /** The other party of a proposed bilateral declined; its reason may be empty. */
  | { readonly kind: 'declined'; readonly partyId: string; readonly reason: string }
  /** A bilateral or a study session lost the party without which it is none. */
  | { readonly kind: 'party-left'; readonly partyId: string }

export type MeetingEvent =
  /**
   * `since`: the others know of the meeting, so that whoever is added sees what is written from this instant, and whoever is
   * removed has left it; null: nobody but its makers knows of it.
   */
  | {
      readonly type: 'parties-changed'
      readonly added: readonly string[]
      readonly removed: readonly string[]
      readonly since: Date | null
    }
  /** `byPartyId` would open to a party what was written before it joined, or no longer; `inForce`: all others would. */
  | {
      readonly type: 'earlier-opened' | 'earlier-closed'
      readonly partyId: string
      readonly byPartyId: string
      readonly inForce: boolean
    }
  | { readonly type: 'proposed'; readonly offer: Offer }
  | { readonly type: 'time-offered'; readonly offer: Offer }
  /** Whoever made the offer does not speak for their party any more, and so it stands for nothing. */
  | { readonly type: 'offer-withdrawn'; readonly offerId: string }
  /** An offer of another time for a scheduled bilateral came to nothing; the set time stands. */
  | { readonly type: 'offer-declined'; readonly offerId: string; readonly partyId: string; readonly reason: string }
  /** `acceptedBy`: the party that accepted an offer; null: set without one. */
  | {
      readonly type: 'scheduled'
      readonly slot: Slot
      readonly acceptedBy: string | null
      readonly warnings: readonly Warning[]
    }
  | {
      readonly type: 'rescheduled'
      readonly from: Slot
      readonly to: Slot
      readonly acceptedBy: string | null
      readonly reason: string
      readonly calendarSequence: number
    }
  | {
      readonly type: 'venue-changed'
      readonly from: Venue
      readonly to: Venue
      readonly calendarSequence: number
    }
  | { readonly type: 'cancelled'; readonly cause: CancelCause; readonly calendarSequence: number }
  | { readonly type: 'seat-taken'; readonly personId: string; readonly partyId: string }
  | { readonly type: 'seat-given-up'; readonly personId: string; readonly partyId: string }
  | {
      readonly type: 'seat-proposed'
      readonly personId: string
      readonly partyId: string
      readonly proposedById: string
    }
  /** The party did not take it up, or whoever made it took it back. */
  | { readonly type: 'seat-proposal-ended'; readonly personId: string; readonly partyId: string }
  | {
      readonly type: 'authorisation-changed'
      readonly personId: string
      readonly partyId: string
      readonly authorised: boolean
    }
  /** `acceptedBy`: parties whose acceptance lies in the appointment itself. */
  | {
      readonly type: 'office-appointed'
      readonly office: Office
      readonly personId: string
      readonly acceptedBy: readonly string[]
      readonly inForce: boolean
    }
  | {
      readonly type: 'office-accepted'
      readonly office: Office
      readonly personId: string
      readonly partyId: string
      readonly inForce: boolean
    }
  | { readonly type: 'office-ended'; readonly office: Office; readonly personId: string }
  | { readonly type: 'opened'; readonly warnings: readonly Warning[] }
  /** `partyId` null: an officer who sits for no party. */
  | { readonly type: 'came'; readonly personId: string; readonly partyId: string | null }
  | { readonly type: 'left'; readonly personId: string; readonly partyId: string | null }
  | { readonly type: 'item-started'; readonly itemId: string }
  | { readonly type: 'item-closed'; readonly itemId: string }
  /** `resolutions`: whether the meeting can still adopt them (rule 15). */
  | {
      readonly type: 'party-left'
      readonly partyId: string
      readonly remaining: number
      readonly resolutions: boolean
    }
  | { readonly type: 'closed'; readonly dispositions: readonly Disposition[] }
  | { readonly type: 'record-agreed' }
