import { draftArityRefusal } from '#domain/meeting/beginning.ts'
import type { PlanningCommand } from '#domain/meeting/command.ts'
import { mayCancel, maySchedule } from '#domain/meeting/rights.ts'
import { isRefusal, notEntitled, type Refusal } from '#domain/refusal.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { type Act, carryOut, command, onMeeting, tellChange } from '#store/meeting/act.ts'
import { holdParties } from '#store/party/hold.ts'
import { roomFor } from '#store/record/room.ts'
import type { Description, Time } from '../schema.ts'
import { areParties, foreignParty } from './create-meeting.ts'
import { withNames } from './party-names.ts'
import { explainTime, plannedTime } from './planned-time.ts'

/** Says which parties take part. Refusals: those of the domain, with names and numbers; `invalid-input` for a foreign party. */
export function changeParties(
  viewer: Viewer,
  meetingId: string,
  partyIds: readonly string[],
): Promise<undefined | Refusal> {
  const work = async (act: Act): Promise<undefined | Refusal> => {
    const { tx, scope, meeting } = act
    if (!maySchedule(scope.inMeeting, meeting)) return notEntitled
    if (!(await areParties(tx, scope, partyIds))) return foreignParty('partyIds')
    const tooMany = draftArityRefusal(meeting.kind, partyIds)
    const refusal = tooMany ?? (await carryOut(act, { type: 'change-parties', by: scope.inMeeting, partyIds }))
    return refusal && withNames(tx, refusal, partyIds)
  }
  return onMeeting(viewer, meetingId, work, (tx) => holdParties(tx, meetingId, partyIds))
}

/** Sets the date; from then on its parties know of the meeting. */
export function scheduleMeeting(viewer: Viewer, meetingId: string, time: Time): Promise<undefined | Refusal> {
  return atTime(viewer, meetingId, time, async ({ tx, scope }, planned) => ({
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
  return command(viewer, meetingId, ({ scope }) => ({ type: 'cancel', by: scope.inMeeting, reason }))
}

/** What the meeting is called and is for, and where it is held. */
export function describeMeeting(
  viewer: Viewer,
  meetingId: string,
  { title, aim, place, link }: Description,
): Promise<undefined | Refusal> {
  return onMeeting(viewer, meetingId, async (act) => {
    const { tx, scope, meeting } = act
    const by = scope.inMeeting
    if (!mayCancel(by, meeting)) return notEntitled
    const full = await roomFor(tx, scope.meetingId, ['description-changed'])
    if (full !== null) return full
    const refusal = await carryOut(act, { type: 'change-venue', by, venue: { place, link } })
    if (refusal !== undefined) return refusal
    const select = { title: true, aim: true }
    const from = await tx.meeting.findUniqueOrThrow({ where: { id: meetingId }, select })
    if (from.title === title && from.aim === aim) return undefined
    await tx.meeting.update({ where: { id: meetingId }, data: { title, aim }, select })
    await tellChange(act, (by) => ({ kind: 'description-changed', by, from, to: { title, aim } }))
    return undefined
  })
}

type Planned = Exclude<ReturnType<typeof plannedTime>, Refusal>

function atTime(
  viewer: Viewer,
  meetingId: string,
  time: Time,
  ask: (act: Act, planned: Planned) => Promise<PlanningCommand>,
): Promise<undefined | Refusal> {
  return onMeeting(viewer, meetingId, async (act) => {
    const planned = plannedTime(time)
    if (isRefusal(planned)) return explainTime(planned, time)
    const refusal = await carryOut(act, await ask(act, planned))
    if (refusal === undefined) return undefined
    if ('parties' in refusal) return withNames(act.tx, refusal, namesOf(act))
    return explainTime(refusal, time)
  })
}

function namesOf({ meeting }: Act): readonly string[] {
  return meeting.parties.filter(({ leftAt }) => leftAt === null).map(({ partyId }) => partyId)
}
