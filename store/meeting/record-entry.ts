/** What happened to a meeting, in the words of its record. */

import type { Disposition, OpenThing } from '#domain/carry-over.ts'
import type { MeetingEvent } from '#domain/meeting/event.ts'
import type { MeetingKind } from '#domain/meeting/meeting.ts'
import type { Warning } from '#domain/meeting/warnings.ts'
import type { ActorRef, ItemRef, PartyRef, PersonRef, RecordEntry } from '#domain/record/entry.ts'
import type { AgendaLine, CarriedThing } from '#domain/record/floor-entry.ts'
import type { SlotText, WarningText } from '#domain/record/plan-entry.ts'
import type { Slot } from '#domain/zoned-time.ts'

/** Whoever and whatever an entry names, as they are called at this moment. */
export interface Named {
  readonly by: ActorRef
  readonly person: (id: string) => PersonRef
  readonly party: (id: string) => PartyRef
  readonly item: (id: string) => ItemRef
  readonly thing: (thing: OpenThing) => CarriedThing
  /** A meeting that takes up what is carried on; null: not everybody who reads the record knows that it is held. */
  readonly carrier: (id: string) => { readonly id: string; readonly title: string } | null
  readonly agenda: readonly AgendaLine[]
  readonly meeting: {
    readonly kind: MeetingKind
    readonly title: string
    readonly aim: string
    readonly place: string
    readonly link: string
    readonly partyIds: readonly string[]
  }
}

/** The entries of one event; none for seats, which acts take along, and for the agreement, which its conclusion tells. */
export function entriesOf(event: MeetingEvent, named: Named): readonly RecordEntry[] {
  switch (event.type) {
    case 'opened':
    case 'came':
    case 'left':
    case 'item-started':
    case 'item-closed':
    case 'closed':
      return floorEntries(event, named)
    case 'office-appointed':
    case 'office-accepted':
    case 'office-ended':
    case 'authorisation-changed':
    case 'party-left':
    case 'parties-changed':
    case 'earlier-opened':
    case 'earlier-closed':
      return [peopleEntry(event, named)]
    case 'proposed':
    case 'time-offered':
    case 'offer-declined':
    case 'offer-withdrawn':
    case 'scheduled':
    case 'rescheduled':
    case 'venue-changed':
    case 'cancelled':
      return [planEntry(event, named)]
    case 'seat-taken':
    case 'seat-given-up':
    case 'seat-proposed':
    case 'seat-proposal-ended':
    case 'record-agreed':
      return []
    default:
      return event satisfies never
  }
}

type Event<Type extends MeetingEvent['type']> = Extract<MeetingEvent, { type: Type }>

function floorEntries(
  event: Event<'opened' | 'came' | 'left' | 'item-started' | 'item-closed' | 'closed'>,
  named: Named,
): readonly RecordEntry[] {
  const { by } = named
  switch (event.type) {
    case 'opened':
      return [{ kind: 'opened', by, agenda: named.agenda, warnings: event.warnings.map(warningText) }]
    case 'came':
    case 'left': {
      const party = event.partyId === null ? null : named.party(event.partyId)
      return [{ kind: event.type, person: named.person(event.personId), party }]
    }
    case 'item-started':
    case 'item-closed':
      return [{ kind: event.type, by, item: named.item(event.itemId) }]
    case 'closed':
      return [...event.dispositions.map((disposition) => carriedOver(disposition, named)), { kind: 'closed', by }]
    default:
      return event satisfies never
  }
}

function carriedOver(disposition: Disposition, { thing, carrier }: Named): RecordEntry {
  return {
    kind: 'carried-over',
    thing: thing({ kind: disposition.kind, id: disposition.id }),
    outcome: disposition.outcome,
    to: disposition.outcome === 'carry' ? carrier(disposition.toMeetingId) : null,
    reason: disposition.outcome === 'dropped' ? disposition.reason : '',
  }
}

function peopleEntry(
  event: Event<
    | 'office-appointed'
    | 'office-accepted'
    | 'office-ended'
    | 'authorisation-changed'
    | 'party-left'
    | 'parties-changed'
    | 'earlier-opened'
    | 'earlier-closed'
  >,
  { by, person, party }: Named,
): RecordEntry {
  switch (event.type) {
    case 'office-appointed':
    case 'office-accepted': {
      const { type: kind, office, inForce } = event
      return { kind, by, office, person: person(event.personId), inForce }
    }
    case 'office-ended':
      return { kind: 'office-ended', by, office: event.office, person: person(event.personId) }
    case 'authorisation-changed': {
      const { authorised } = event
      const who = { person: person(event.personId), party: party(event.partyId) }
      return { kind: 'authorisation-changed', by, ...who, authorised }
    }
    case 'party-left': {
      const { remaining, resolutions } = event
      return { kind: 'party-left', by, party: party(event.partyId), remaining, resolutions }
    }
    case 'parties-changed':
      return { kind: 'parties-changed', by, added: event.added.map(party), removed: event.removed.map(party) }
    case 'earlier-opened':
      return { kind: 'earlier-opened', by, party: party(event.partyId), inForce: event.inForce }
    case 'earlier-closed':
      return { kind: 'earlier-closed', by, party: party(event.partyId) }
    default:
      return event satisfies never
  }
}

function planEntry(
  event: Event<
    | 'proposed'
    | 'time-offered'
    | 'offer-declined'
    | 'offer-withdrawn'
    | 'scheduled'
    | 'rescheduled'
    | 'venue-changed'
    | 'cancelled'
  >,
  { by, party, meeting }: Named,
): RecordEntry {
  switch (event.type) {
    case 'proposed':
    case 'time-offered':
      return { kind: event.type, by, slot: slotText(event.offer.slot), message: event.offer.message }
    case 'offer-declined':
      return { kind: 'offer-declined', by, reason: event.reason }
    case 'offer-withdrawn':
      return { kind: 'offer-withdrawn', by }
    case 'scheduled': {
      const { kind, title, aim, place, link, partyIds } = meeting
      const parties = partyIds.map(party)
      const warnings = event.warnings.map(warningText)
      const frame = { meeting: { kind, title, aim }, parties, venue: { place, link } }
      return { kind: 'scheduled', by, ...frame, slot: slotText(event.slot), warnings }
    }
    case 'rescheduled':
      return { kind: 'rescheduled', by, from: slotText(event.from), to: slotText(event.to), reason: event.reason }
    case 'venue-changed':
      return { kind: 'venue-changed', by, from: { ...event.from }, to: { ...event.to } }
    case 'cancelled': {
      const { cause } = event
      return { kind: 'cancelled', by, because: cause.kind, reason: cause.kind === 'party-left' ? '' : cause.reason }
    }
    default:
      return event satisfies never
  }
}

function slotText({ startsAt, durationMinutes, timeZone }: Slot): SlotText {
  return { startsAt: startsAt.toISOString(), durationMinutes, timeZone }
}

function warningText(warning: Warning): WarningText {
  return { ...warning }
}
