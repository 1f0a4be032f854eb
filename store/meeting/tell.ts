/** What happened to a meeting, as it is told in its record. */
import type { Disposition, OpenThing } from '#domain/carry-over.ts'
import type { MeetingEvent } from '#domain/meeting/event.ts'
import { isUnknown, type Meeting } from '#domain/meeting/meeting.ts'

import type { Warning } from '#domain/meeting/warnings.ts'
import type { RecordEntry } from '#domain/record/entry.ts'
import type { CarriedThing } from '#domain/record/floor-entry.ts'
import type { SlotText, WarningText } from '#domain/record/plan-entry.ts'
import type { Slot } from '#domain/zoned-time.ts'
import type { MeetingScope } from '#store/access/meeting.ts'
import { actor, type By, type RecordNames } from '#store/record/named.ts'
import { type Telling, tellsNothing } from '#store/telling.ts'

/** The meeting of whose record it is, as it was before the act, and whoever acts in it. */
export interface InMeeting {
  readonly scope: Pick<MeetingScope, 'meetingId'> & { readonly groupId: string }
  readonly meeting: Pick<Meeting, 'state' | 'proposedByPartyId'>
  readonly by: By
}

/** Whoever acts in this meeting, and the party for which they sit. */
export function byIn({ inMeeting: { group, party } }: Pick<MeetingScope, 'inMeeting'>): By {
  return { personId: group.personId, partyId: party?.partyId ?? null }
}

/**
 * An entry in the record of the meeting; nothing while nobody but its makers knows of it: what changes in it is told when it is
 * scheduled.
 */
export function inRecord(
  { scope, meeting }: InMeeting,
  say: (names: RecordNames) => readonly RecordEntry[],
  { always = false } = {},
): Telling {
  if (!always && isUnknown(meeting)) return tellsNothing
  const { groupId, meetingId } = scope
  return { record: { groupId, meetingId, say } }
}

/** What one event tells. Of a draft that nobody knows of, only what makes it known, and who will hold an office. */
export function tellMeeting(event: MeetingEvent, held: InMeeting): Telling {
  const { by } = held
  switch (event.type) {
    case 'opened':
    case 'came':
    case 'left':
    case 'item-started':
    case 'item-closed':
    case 'closed':
      return inRecord(held, (names) => floorEntries(event, { names, by, meetingId: held.scope.meetingId }))
    case 'authorisation-changed':
    case 'party-left':
    case 'parties-changed':
    case 'earlier-opened':
    case 'earlier-closed':
      return inRecord(held, (names) => [peopleEntry(event, { names, by })])
    case 'office-appointed':
    case 'office-accepted':
    case 'office-ended':
      return inRecord(held, (names) => [peopleEntry(event, { names, by })], { always: true })
    case 'time-offered':
    case 'offer-declined':
    case 'offer-withdrawn':
    case 'rescheduled':
    case 'venue-changed':
    case 'cancelled':
      return inRecord(held, (names) => [planEntry(event, { names, by, meetingId: held.scope.meetingId })])
    case 'proposed':
    case 'scheduled': {
      const { meetingId } = held.scope
      return inRecord(held, (names) => [planEntry(event, { names, by, meetingId })], { always: true })
    }
    case 'seat-taken':
    case 'seat-given-up':
    case 'seat-proposed':
    case 'seat-proposal-ended':
      // Acts take seats along, and who is named for one is told by what they do.
      return tellsNothing
    case 'record-agreed':
      // The adoption of its conclusion tells it.
      return tellsNothing
    default:
      return event satisfies never
  }
}

type Event<Type extends MeetingEvent['type']> = Extract<MeetingEvent, { type: Type }>

/** What an entry is said with. */
interface Said {
  readonly names: RecordNames
  readonly by: By
  readonly meetingId: string
}

function floorEntries(
  event: Event<'opened' | 'came' | 'left' | 'item-started' | 'item-closed' | 'closed'>,
  { names, by: who, meetingId }: Said,
): readonly RecordEntry[] {
  switch (event.type) {
    case 'opened':
      return [
        {
          kind: 'opened',
          by: actor(names, who),
          agenda: names.agenda(meetingId),
          warnings: event.warnings.map(warningText),
        },
      ]
    case 'came':
    case 'left': {
      const party = event.partyId === null ? null : names.party(event.partyId)
      return [{ kind: event.type, person: names.person(event.personId), party }]
    }
    case 'item-started':
    case 'item-closed':
      return [{ kind: event.type, by: actor(names, who), item: names.item(event.itemId) }]
    case 'closed':
      return [
        ...event.dispositions.map((disposition) => carriedOver(disposition, names)),
        { kind: 'closed', by: actor(names, who) },
      ]
    default:
      return event satisfies never
  }
}

function carriedOver(disposition: Disposition, names: RecordNames): RecordEntry {
  return {
    kind: 'carried-over',
    thing: thingOf(disposition, names),
    outcome: disposition.outcome,
    to: disposition.outcome === 'carry' ? names.carrier(disposition.toMeetingId) : null,
    reason: disposition.outcome === 'dropped' ? disposition.reason : '',
  }
}

function thingOf({ kind, id }: OpenThing, names: RecordNames): CarriedThing {
  return { kind, id, title: kind === 'item' ? names.item(id).title : names.commitment(id) }
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
  { names, by: who }: Pick<Said, 'names' | 'by'>,
): RecordEntry {
  const { person, party } = names
  const by = actor(names, who)
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
  { names, by: who, meetingId }: Said,
): RecordEntry {
  const by = actor(names, who)
  switch (event.type) {
    case 'proposed':
    case 'time-offered':
      return { kind: event.type, by, slot: slotText(event.offer.slot), message: event.offer.message }
    case 'offer-declined':
      return { kind: 'offer-declined', by, reason: event.reason }
    case 'offer-withdrawn':
      return { kind: 'offer-withdrawn', by }
    case 'scheduled': {
      const { kind, title, aim, place, link, parties } = names.meeting(meetingId)
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
