import type { MeetingSight } from '#domain/access.ts'
import type { Fit } from '#domain/agenda/time.ts'
import type { MeetingKind, MeetingState } from '#domain/meeting/meeting.ts'
import type { Office } from '#domain/meeting/participant.ts'
import type { Warning } from '#domain/meeting/warnings.ts'
import type { PartyRole } from '#domain/party/membership.ts'
import type { AgendaView } from './agenda.ts'
import type { PlanCan } from './can.ts'
import type { PlanChange } from './history.ts'

/** Somebody of a party, as far as the viewer may know of them in this meeting. */
export interface PersonView {
  readonly id: string
  readonly name: string
  readonly role: PartyRole | null
  /** Sits for the party in this meeting. */
  readonly seated: boolean
  /** An organizer proposes them as a participant of this study session; they are none by that. */
  readonly proposed: boolean
  /** A delegate who may speak for the party in this meeting (rule 13). */
  readonly authorised: boolean
}

export interface PlanPartyView {
  readonly id: string
  readonly name: string
  readonly shortName: string
  readonly timeZone: string
  readonly left: boolean
  /** It joined later and does not see what was written before; null: it sees all, or that is not the viewer's to know. */
  readonly earlier: EarlierView | null
  /** The viewer sits for it, or belongs to it. */
  readonly mine: boolean
  /** The meeting's start there, `YYYY-MM-DDTHH:MM`, and the days from the date in the meeting's zone; null: no time yet. */
  readonly local: { readonly wall: string; readonly dayDifference: number } | null
  /** Who sits for it; and its other members, for themselves and for whoever names participants. */
  readonly people: readonly PersonView[]
}

/** What stands between a party and what was written before it joined. */
export interface EarlierView {
  /** ISO 8601: it sees what was written since. */
  readonly since: string
  /** Short names of the parties that would open the rest to it, and of those whose word is missing. */
  readonly openedBy: readonly string[]
  readonly missing: readonly string[]
  /** What the viewer can say for their party; null: nothing. */
  readonly can: 'open' | 'take-back' | null
}

export interface OfficeView {
  readonly office: Office
  readonly personId: string
  readonly name: string
  readonly inForce: boolean
  /** Short names of the parties whose word is still missing. */
  readonly waitsFor: readonly string[]
}

export interface OfferView {
  readonly id: string
  /** Short name of the party that offers it. */
  readonly from: string
  readonly mine: boolean
  readonly startsAt: string
  readonly durationMinutes: number
  readonly timeZone: string
  readonly message: string
}

/** The agenda with its arithmetic (rule 3). */
export interface PlannedAgenda extends AgendaView {
  /** Only the titles are for this viewer. */
  readonly titlesOnly: boolean
  /** Minutes that each item needs and, where a time is meant, when it begins; in their order. */
  readonly times: readonly { readonly itemId: string; readonly minutes: number; readonly startsAt: string | null }[]
  /** Null where the meeting has no duration yet. */
  readonly fit: Fit | null
}

/** A meeting's plan, as its viewer may know it. */
export interface PlanView {
  readonly id: string
  readonly groupId: string
  readonly kind: MeetingKind
  readonly title: string
  readonly aim: string
  readonly state: MeetingState
  readonly proposed: boolean
  readonly sight: Exclude<MeetingSight, null>
  readonly timeZone: string
  readonly startsAt: string | null
  readonly durationMinutes: number | null
  readonly viewerZone: string
  readonly place: string
  readonly link: string
  readonly cancelReason: string | null
  readonly parties: readonly PlanPartyView[]
  readonly offices: readonly OfficeView[]
  readonly offer: OfferView | null
  readonly agenda: PlannedAgenda | null
  /** What to say before scheduling; empty once that is done. */
  readonly warnings: readonly Warning[]
  readonly titles: { readonly shared: boolean; readonly asked: 'mine' | 'other' | null }
  /** Parties between which the viewer must choose before anything else (rule 13). */
  readonly choosesBetween: readonly string[]
  /** Everybody of the group, where the viewer appoints; else empty. */
  readonly appointees: readonly { readonly id: string; readonly name: string; readonly party: string | null }[]
  /** What the record tells of the plan, for those who see the contents; else empty. */
  readonly changes: readonly PlanChange[]
  readonly can: PlanCan
}
