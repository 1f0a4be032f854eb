/** What somebody may ask of an agenda, and what comes of it. */

import type { MeetingPhase } from '../meeting/meeting.ts'
import type { Participant } from '../meeting/participant.ts'
import type { Refusal } from '../refusal.ts'
import type { WrittenFlaw } from '../written/written.ts'
import type { AgendaItem, ItemContent } from './agenda.ts'

export type AgendaCommand = {
  /** Whoever acts, as the locked meeting knows them. */
  readonly by: Participant
  /** The version of the agenda that the actor saw. */
  readonly agendaVersion: number
} & (
  | {
      readonly type: 'add-item'
      readonly itemId: string
      readonly content: ItemContent
      /** The item before which it goes; null: at the end. */
      readonly before: string | null
    }
  | { readonly type: 'change-item'; readonly itemId: string; readonly content: ItemContent }
  | { readonly type: 'remove-item'; readonly itemId: string }
  /** Before that item, or to the end. */
  | { readonly type: 'move-item'; readonly itemId: string; readonly before: string | null }
  | { readonly type: 'change-statement-minutes'; readonly minutes: number }
  | { readonly type: 'change-resolution-limit'; readonly limit: number; readonly reason: string }
)

/** Every event raises the version of the agenda by one. */
export type AgendaEvent =
  /** `before`: the item before which it stands; null: it stands at the end. */
  | { readonly type: 'item-added'; readonly item: AgendaItem; readonly before: string | null }
  | { readonly type: 'item-changed'; readonly itemId: string; readonly content: ItemContent }
  | { readonly type: 'item-removed'; readonly itemId: string }
  /** `order`: all item ids in their new order. */
  | { readonly type: 'item-moved'; readonly itemId: string; readonly order: readonly string[] }
  | { readonly type: 'statement-minutes-changed'; readonly minutes: number }
  | { readonly type: 'resolution-limit-changed'; readonly from: number; readonly to: number; readonly reason: string }

/** Somebody else changed the agenda meanwhile. */
export interface AgendaChanged extends Refusal<'agenda-changed'> {
  readonly seen: number
  readonly current: number
}

/** The meeting is closed, agreed or cancelled. */
export interface AgendaFixed extends Refusal<'agenda-fixed'> {
  readonly state: MeetingPhase['state']
}

/** Rule 4; the organizer or chair can change the limit with a reason. */
export interface ResolutionLimitReached extends Refusal<'resolution-limit-reached'> {
  readonly limit: number
}

/** Minutes of an item or of a statement, or the limit itself; both bounds belong to it. */
export interface OutOfBounds
  extends Refusal<'minutes-out-of-bounds' | 'statement-minutes-out-of-bounds' | 'resolution-limit-out-of-bounds'> {
  readonly least: number
  readonly most: number
}

/** No agenda has more items than `mostItems`; what was carried there counts. */
export interface AgendaFull extends Refusal<'agenda-full'> {
  readonly limit: number
}

/** `limit` in UTF-16 units. */
export type AgendaTextFlaw = (Refusal<'text-missing' | 'text-too-long'> | WrittenFlaw) & {
  readonly field: 'title' | 'aim' | 'reason'
  readonly limit: number
}

export type AgendaRefusal =
  | AgendaChanged
  | AgendaFixed
  | AgendaFull
  | ResolutionLimitReached
  | OutOfBounds
  | AgendaTextFlaw
  | Refusal<
      | 'not-entitled'
      | 'item-exists'
      | 'no-such-item'
      /** The meeting has come to it. */
      | 'item-taken'
      /** Rule 5. */
      | 'resolution-needs-multilateral'
      /** Only a party of the meeting leads an item. */
      | 'lead-not-in-meeting'
      /** Statements of each party and a limit of resolutions are for multilaterals (rules 3 and 4). */
      | 'only-in-multilaterals'
    >
