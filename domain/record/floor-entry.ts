import type { ActorRef, ItemRef, PartyRef, PersonRef } from './entry.ts'
import type { WarningText } from './plan-entry.ts'

/** An item as it stands on the agenda. */
export type AgendaLine = ItemRef & { readonly kind: string; readonly minutes: number }

/** Something open at closing, with what became of it (rule 16). */
export type CarriedThing = {
  readonly kind: 'item' | 'inquiry' | 'commitment'
  readonly id: string
  readonly title: string
}

/** What happens while the meeting is held, and at its end. */
export type FloorEntry =
  | {
      readonly kind: 'opened'
      readonly by: ActorRef
      readonly agenda: readonly AgendaLine[]
      readonly warnings: readonly WarningText[]
    }
  /** The whole agenda, as it stands after the change. */
  | { readonly kind: 'agenda-changed'; readonly by: ActorRef; readonly agenda: readonly AgendaLine[] }
  | { readonly kind: 'came' | 'left'; readonly person: PersonRef; readonly party: PartyRef | null }
  | { readonly kind: 'item-started' | 'item-closed'; readonly by: ActorRef; readonly item: ItemRef }
  /** The notes of an item as they stand from now on. */
  | { readonly kind: 'note-written'; readonly by: ActorRef; readonly item: ItemRef; readonly text: string }
  /** Rule 15. `resolutions`: whether the meeting can still adopt them. */
  | {
      readonly kind: 'party-left'
      readonly by: ActorRef
      readonly party: PartyRef
      readonly remaining: number
      readonly resolutions: boolean
    }
  | {
      readonly kind: 'carried-over'
      readonly thing: CarriedThing
      readonly outcome: 'carry' | 'settled' | 'dropped' | 'stays-open'
      /** The meeting that takes it up, where there is one that the whole group knows of. */
      readonly to: { readonly id: string; readonly title: string } | null
      /** Why it was dropped; empty otherwise. */
      readonly reason: string
    }
  | { readonly kind: 'closed'; readonly by: ActorRef }
