import { draftArityRefusal } from '#domain/meeting/beginning.ts'
import type { PlanningCommand } from '#domain/meeting/command.ts'
import { activeParties } from '#domain/meeting/meeting.ts'
import { maySchedule } from '#domain/meeting/rights.ts'
import { isRefusal, notEntitled, type Refusal } from '#domain/refusal.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { meeting, type OnMeeting } from '#store/meeting/acts.ts'
import { areParties } from '#store/meeting/begin.ts'
import { descriptionOf } from '#store/meeting/describe.ts'
import { holdParties } from '#store/party/hold.ts'
import { perform } from '#store/perform.ts'
import type { Description, Time } from '../schema.ts'
import { foreignParty, withNames } from './party-names.ts'
import { explainTime, plannedTime } from './planned-time.ts'

/** Says which parties take part. Refusals: those of the domain, with names and numbers; `invalid-input` for a foreign party. */
export function changeParties(
  viewer: Viewer,
  meetingId: string,
  partyIds: readonly string[],
): Promise<undefined | Refusal> {
  const command = async ({ act: { tx }, scope, meeting: stands }: OnMeeting) => {
    const by = scope.inMeeting
    if (!maySchedule(by, stands)) return notEntitled
    if (!(await areParties(tx, scope, partyIds))) return foreignParty('partyIds')
    return draftArityRefusal(stands.kind, partyIds) ?? ({ type: 'change-parties', by, partyIds } as const)
  }
  const held = meeting(meetingId, { before: (tx) => holdParties(tx, meetingId, partyIds) })
  return perform(viewer, held, command, {
    explain: ({ act: { tx } }, refusal) => {
      const nameless = refusal.refused === 'not-entitled' || refusal.refused === 'invalid-input'
      return nameless ? refusal : withNames(tx, refusal, partyIds)
    },
  })
}

/** Sets the date; from then on its parties know of the meeting. */
export function scheduleMeeting(viewer: Viewer, meetingId: string, time: Time): Promise<undefined | Refusal> {
  return atTime(viewer, meetingId, time, async ({ act: { tx }, scope }, planned) => ({
    type: 'schedule',
    by: scope.inMeeting,
    time: planned,
    agendaItems: await tx.agendaItem.count({ where: { meetingId: scope.meetingId } }),
  }))
}

export function rescheduleMeeting(
  viewer: Viewer,
  meetingId: string,
  { time, reason }: { time: Time; reason: string },
): Promise<undefined | Refusal> {
  return atTime(viewer, meetingId, time, async ({ scope }, planned) => ({
    type: 'reschedule',
    by: scope.inMeeting,
    time: planned,
    reason,
  }))
}

/** Calls the meeting off. The reason is told to everybody who knew of it. */
export function cancelMeeting(viewer: Viewer, meetingId: string, reason: string): Promise<undefined | Refusal> {
  return perform(viewer, meeting(meetingId), ({ scope }) => ({ type: 'cancel', by: scope.inMeeting, reason }))
}

/** What the meeting is called and is for, and where it is held. */
export function describeMeeting(
  viewer: Viewer,
  meetingId: string,
  { title, aim, place, link }: Description,
): Promise<undefined | Refusal> {
  const described = descriptionOf(meetingId, { title, aim })
  return perform(viewer, described, ({ scope: { inMeeting: by } }) => ({
    type: 'change-venue',
    by,
    venue: { place, link },
  }))
}

type Planned = Exclude<ReturnType<typeof plannedTime>, Refusal>

function atTime(
  viewer: Viewer,
  meetingId: string,
  time: Time,
  ask: (held: OnMeeting, planned: Planned) => Promise<PlanningCommand>,
): Promise<undefined | Refusal> {
  const command = async (held: OnMeeting) => {
    const planned = plannedTime(time)
    return isRefusal(planned) ? planned : ask(held, planned)
  }
  return perform(viewer, meeting(meetingId), command, {
    explain: ({ act, meeting: stands }, refusal) =>
      'parties' in refusal ? withNames(act.tx, refusal, activeParties(stands)) : explainTime(refusal, time),
  })
}
