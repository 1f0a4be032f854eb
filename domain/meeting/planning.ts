/** Setting and changing the plan of a meeting: parties, time, place, and calling it off. */

import { isRefusal, notEntitled } from '../refusal.ts'
import { hasVisible } from '../written/characters.ts'
import { type Slot, type SlotRefusal, slotOf } from '../zoned-time.ts'
import type { MeetingAnswer } from './answer.ts'
import { type ArityRefusal, arityRefusal, countRefusal, type PartiesRefusal } from './arity.ts'
import type { PlanningCommand } from './command.ts'
import type { CancelCause, MeetingEvent } from './event.ts'
import { activeParties, isUnknown, type Meeting } from './meeting.ts'
import { officeEnded } from './offices.ts'
import { mayCancel, maySchedule } from './rights.ts'
import { schedulingWarnings } from './warnings.ts'

type Planning<Type extends PlanningCommand['type']> = Extract<PlanningCommand, { type: Type }>

/** What decides the acts that set or change the plan, or call the meeting off. */
export const planningDeciders = {
  'change-parties': changeParties,
  schedule,
  reschedule,
  'change-venue': changeVenue,
  cancel,
}

/** Once a bilateral or a study session is scheduled, other parties are another meeting. */
function arePartiesFixed({ kind, state }: Meeting): boolean {
  return kind !== 'multilateral' && state === 'scheduled'
}

/**
 * A draft may have any parties, also too few; whatever is scheduled keeps its arity. Once the others know of the meeting its
 * record tells of the change, and whoever joins sees what is written from then on (`earlier.ts`).
 */
function changeParties(
  meeting: Meeting,
  { by, partyIds }: Planning<'change-parties'>,
  now: Date,
): MeetingAnswer<'already-opened' | 'not-entitled' | 'parties-fixed' | PartiesRefusal['refused']> {
  if (meeting.state !== 'draft' && meeting.state !== 'scheduled') {
    return { refused: 'already-opened', state: meeting.state }
  }
  if (!maySchedule(by, meeting)) return notEntitled
  const before = activeParties(meeting)
  const added = partyIds.filter((id) => !before.includes(id))
  const removed = before.filter((id) => !partyIds.includes(id))
  const arity = arityRefusal(meeting.kind, partyIds)
  if (arity !== null && (meeting.state === 'scheduled' || arity.refused === 'party-named-twice')) return arity
  if (added.length + removed.length === 0) return []
  return arePartiesFixed(meeting) ? { refused: 'parties-fixed' } : partiesChanged(meeting, added, removed, now)
}

/** What the former parties of a bilateral or a study session accepted says nothing about the new ones (rule 14). */
export function partiesChanged(
  meeting: Meeting,
  added: readonly string[],
  removed: readonly string[],
  now: Date,
): readonly MeetingEvent[] {
  const ended = meeting.kind === 'multilateral' ? [] : meeting.offices.map(officeEnded)
  return [...ended, { type: 'parties-changed', added, removed, since: isUnknown(meeting) ? null : now }]
}

function schedule(
  meeting: Meeting,
  { by, time, agendaItems }: Planning<'schedule'>,
  now: Date,
): MeetingAnswer<'meeting-not-in-draft' | 'not-entitled' | ArityRefusal['refused'] | SlotRefusal['refused']> {
  if (meeting.state !== 'draft') return { refused: 'meeting-not-in-draft', state: meeting.state }
  if (!maySchedule(by, meeting)) return notEntitled
  const arity = countRefusal(meeting.kind, activeParties(meeting).length)
  if (arity !== null) return arity
  const slot = slotOf(time, now)
  if (isRefusal(slot)) return slot
  return [{ type: 'scheduled', slot, acceptedBy: null, warnings: schedulingWarnings(meeting, agendaItems) }]
}

function reschedule(
  meeting: Meeting,
  { by, time, reason }: Planning<'reschedule'>,
  now: Date,
): MeetingAnswer<'meeting-not-scheduled' | 'not-entitled' | 'same-time' | SlotRefusal['refused']> {
  if (meeting.state !== 'scheduled') return { refused: 'meeting-not-scheduled', state: meeting.state }
  if (!maySchedule(by, meeting)) return notEntitled
  const slot = slotOf(time, now)
  if (isRefusal(slot)) return slot
  if (sameSlot(slot, meeting.slot)) return { refused: 'same-time' }
  return [rescheduled(meeting, meeting.slot, slot, { acceptedBy: null, reason })]
}

/** The one place where a new time raises the SEQUENCE. */
export function rescheduled(
  meeting: Meeting,
  from: Slot,
  to: Slot,
  { acceptedBy, reason }: { readonly acceptedBy: string | null; readonly reason: string },
): MeetingEvent {
  return { type: 'rescheduled', from, to, acceptedBy, reason, calendarSequence: meeting.calendarSequence + 1 }
}

/** A draft stands in nobody's calendar, so its place changes without raising the SEQUENCE. */
function changeVenue(
  meeting: Meeting,
  { by, venue }: Planning<'change-venue'>,
): MeetingAnswer<'already-opened' | 'not-entitled'> {
  if (meeting.state !== 'draft' && meeting.state !== 'scheduled') {
    return { refused: 'already-opened', state: meeting.state }
  }
  if (!mayCancel(by, meeting)) return notEntitled
  const from = meeting.venue
  if (from.place === venue.place && from.link === venue.link) return []
  const raise = meeting.state === 'scheduled' ? 1 : 0
  return [{ type: 'venue-changed', from, to: venue, calendarSequence: meeting.calendarSequence + raise }]
}

function cancel(
  meeting: Meeting,
  { by, reason }: Planning<'cancel'>,
): MeetingAnswer<'meeting-over' | 'already-opened' | 'not-entitled' | 'text-missing'> {
  if (meeting.state !== 'draft' && meeting.state !== 'scheduled') {
    return { refused: meeting.state === 'cancelled' ? 'meeting-over' : 'already-opened', state: meeting.state }
  }
  if (!mayCancel(by, meeting)) return notEntitled
  if (!hasVisible(reason)) return { refused: 'text-missing', field: 'reason' }
  return [cancelled(meeting, { kind: 'stated', byPersonId: by.group.personId, reason })]
}

/** The one place where calling a meeting off raises the SEQUENCE. */
export function cancelled(meeting: Meeting, cause: CancelCause): MeetingEvent {
  return { type: 'cancelled', cause, calendarSequence: meeting.calendarSequence + 1 }
}

function sameSlot(one: Slot, other: Slot): boolean {
  return (
    one.startsAt.getTime() === other.startsAt.getTime() &&
    one.durationMinutes === other.durationMinutes &&
    one.timeZone === other.timeZone
  )
}
