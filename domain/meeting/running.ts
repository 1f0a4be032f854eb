/** Holding a meeting: opening it, who is there, going from item to item, closing it, and the agreement on its record. */

import { type CarryOverRefusal, type Disposition, dispositionsRefusal } from '../carry-over.ts'
import { notEntitled } from '../refusal.ts'
import type { MeetingAnswer } from './answer.ts'
import { type ArityRefusal, adoptsResolutions, lossRefusal } from './arity.ts'
import type { MeetingRefusal, RunningCommand } from './command.ts'
import type { MeetingEvent } from './event.ts'
import {
  activeParties,
  isOver,
  isUnknown,
  type Meeting,
  type MeetingIn,
  officerOf,
  type PresentPerson,
} from './meeting.ts'
import { officeEnded, pendingOffices } from './offices.ts'
import { leads, mustChoose } from './participant.ts'
import { cancelled, partiesChanged } from './planning.ts'
import { mayConduct, mayKeepRecord } from './rights.ts'
import { seatFor } from './seats.ts'
import { openingWarnings } from './warnings.ts'

type Running<Type extends RunningCommand['type']> = Extract<RunningCommand, { type: Type }>

/** What decides the acts while the meeting is held, and around it. */
export const runningDeciders = {
  open,
  come: whileOpen(come),
  leave: whileOpen(leave),
  'start-item': whileOpen(startItem),
  'close-item': whileOpen(closeItem),
  close: whileOpen(close),
  'party-leaves': partyLeaves,
  'agree-record': agreeRecord,
}

function whileOpen<Command, Code extends MeetingRefusal['refused']>(
  decide: (meeting: MeetingIn<'open'>, command: Command) => MeetingAnswer<Code>,
) {
  return (meeting: Meeting, command: Command): MeetingAnswer<Code> | MeetingAnswer<'meeting-not-open'> =>
    meeting.state === 'open' ? decide(meeting, command) : { refused: 'meeting-not-open', state: meeting.state }
}

function open(
  meeting: Meeting,
  { by, preparedness }: Running<'open'>,
  now: Date,
): MeetingAnswer<'meeting-not-scheduled' | 'multilateral-needs-chair' | 'not-entitled' | ArityRefusal['refused']> {
  if (meeting.state !== 'scheduled') return { refused: 'meeting-not-scheduled', state: meeting.state }
  if (!mayConduct(by, meeting)) {
    const chairless = meeting.kind === 'multilateral' && officerOf(meeting, 'chair') === null
    return chairless ? { refused: 'multilateral-needs-chair' } : notEntitled
  }
  const loss = lossRefusal(meeting.kind, activeParties(meeting).length)
  return loss ?? [{ type: 'opened', warnings: openingWarnings(meeting, preparedness, now) }]
}

/** Members come for their party; others, and those whose party left, only if they hold an office in this meeting. */
function come(
  meeting: MeetingIn<'open'>,
  { by, who }: Running<'come'>,
): MeetingAnswer<'not-entitled' | 'not-invited' | 'choose-a-party' | 'already-present'> {
  if (by.group.personId !== who?.group.personId && !mayKeepRecord(by, meeting)) return notEntitled
  if (who === null) return { refused: 'not-invited' }
  const { personId } = who.group
  const partyId = who.party !== null && !who.party.left ? who.party.partyId : null
  if (mustChoose(who, meeting)) return { refused: 'choose-a-party' }
  if (partyId === null && who.offices.length === 0) return { refused: 'not-invited' }
  if (presenceOf(meeting, personId) !== null) return { refused: 'already-present' }
  const seat = partyId === null ? [] : seatFor(meeting, who)
  return [...seat, { type: 'came', personId, partyId }]
}

function leave(
  meeting: MeetingIn<'open'>,
  { by, personId }: Running<'leave'>,
): MeetingAnswer<'not-entitled' | 'not-present'> {
  if (by.group.personId !== personId && !mayKeepRecord(by, meeting)) return notEntitled
  const presence = presenceOf(meeting, personId)
  return presence === null ? { refused: 'not-present' } : [{ type: 'left', ...presence }]
}

function presenceOf({ present }: MeetingIn<'open'>, personId: string): PresentPerson | null {
  return present.find((one) => one.personId === personId) ?? null
}

function startItem(
  meeting: MeetingIn<'open'>,
  { by, itemId }: Running<'start-item'>,
): MeetingAnswer<'not-entitled' | 'item-already-current'> {
  if (!mayConduct(by, meeting)) return notEntitled
  if (meeting.currentItemId === itemId) return { refused: 'item-already-current' }
  return [...itemClosed(meeting), { type: 'item-started', itemId }]
}

function closeItem(
  meeting: MeetingIn<'open'>,
  { by }: Running<'close-item'>,
): MeetingAnswer<'not-entitled' | 'no-current-item'> {
  if (!mayConduct(by, meeting)) return notEntitled
  return meeting.currentItemId === null ? { refused: 'no-current-item' } : itemClosed(meeting)
}

/**
 * Rule 16: a close that leaves an open thing without a disposition is refused with the list. No draft is made for parties
 * that are too few: nobody could bring another into a bilateral.
 */
function close(
  meeting: MeetingIn<'open'>,
  command: Running<'close'>,
): MeetingAnswer<'not-entitled' | CarryOverRefusal['refused'] | ArityRefusal['refused']> {
  if (!mayConduct(command.by, meeting)) return notEntitled
  const { open: openThings, dispositions, next } = command
  const carriers = [...command.carriers.filter((id) => id !== meeting.id), ...(next === null ? [] : [next])]
  const refusal = dispositionsRefusal(openThings, dispositions, carriers)
  if (refusal !== null) return refusal
  const makesNext = dispositions.some((one) => one.outcome === 'carry' && one.toMeetingId === next)
  const loss = makesNext ? lossRefusal(meeting.kind, activeParties(meeting).length) : null
  return loss ?? closed(meeting, dispositions)
}

function closed(meeting: MeetingIn<'open'>, dispositions: readonly Disposition[]): readonly MeetingEvent[] {
  return [...itemClosed(meeting), { type: 'closed', dispositions }]
}

function itemClosed({ currentItemId }: MeetingIn<'open'>): readonly MeetingEvent[] {
  return currentItemId === null ? [] : [{ type: 'item-closed', itemId: currentItemId }]
}

/**
 * Rule 15. What was put before returns to draft: the conclusions of the meeting must hear of this event. An office that waits
 * for the word of its parties will not have that of all of them any more (rule 14). With its last party a meeting ends that is
 * held: nobody would be left to close it. What is open on its agenda stays open in its record.
 */
function partyLeaves(
  meeting: Meeting,
  { by, partyId }: Running<'party-leaves'>,
  now: Date,
): MeetingAnswer<'meeting-over' | 'party-not-in-meeting' | 'not-entitled'> {
  if (isOver(meeting)) return { refused: 'meeting-over', state: meeting.state }
  if (!activeParties(meeting).includes(partyId)) return { refused: 'party-not-in-meeting' }
  if (leads(by, meeting) !== partyId) return notEntitled
  // What its makers draft for several parties, of which these do not know yet, goes on without this one.
  if (isUnknown(meeting) && meeting.kind !== 'study') return partiesChanged(meeting, [], [partyId], now)
  const remaining = activeParties(meeting).length - 1
  const resolutions = adoptsResolutions(meeting.kind, remaining)
  const events: readonly MeetingEvent[] = [
    ...presentFor(meeting, partyId).map((presence): MeetingEvent => ({ type: 'left', ...presence })),
    ...pendingOffices(meeting).map(officeEnded),
    { type: 'party-left', partyId, remaining, resolutions },
  ]
  if (meeting.state === 'open') return remaining === 0 ? [...events, ...closed(meeting, [])] : events
  if (meeting.state === 'closed' || meeting.kind === 'multilateral') return events
  return [...events, cancelled(meeting, { kind: 'party-left', partyId })]
}

/** Those who are in the room for a party. */
function presentFor(meeting: Meeting, partyId: string): readonly PresentPerson[] {
  return meeting.state === 'open' ? meeting.present.filter((presence) => presence.partyId === partyId) : []
}

function agreeRecord({ state }: Meeting): MeetingAnswer<'meeting-not-closed'> {
  return state === 'closed' ? [{ type: 'record-agreed' }] : { refused: 'meeting-not-closed', state }
}
