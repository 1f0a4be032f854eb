import { draftArityRefusal } from '#domain/meeting/beginning.ts'
import { activeParties } from '#domain/meeting/meeting.ts'
import { maySchedule } from '#domain/meeting/rights.ts'
import { type PartiesSaid, refuseUnseen } from '#domain/parties-seen.ts'
import { isRefusal, notEntitled } from '#domain/refusal.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { meeting, type OnMeeting } from '#store/meeting/acts.ts'
import { areParties } from '#store/meeting/begin.ts'
import { descriptionOf } from '#store/meeting/describe.ts'
import { holdParties } from '#store/party/hold.ts'
import { perform } from '#store/perform.ts'
import { agendaSightIn } from '../queries/agenda.ts'
import type { Description, TimeInput } from '../schema.ts'
import { foreignParty, withNames } from './party-names.ts'
import { explainTime, plannedTime } from './planned-time.ts'

/**
 * Says which parties take part. Refusals: those of the domain, with names and numbers; `parties-changed` when others take part than were
 * seen; `invalid-input` for a foreign party.
 */
export function changeParties(viewer: Viewer, meetingId: string, said: PartiesSaid) {
  const { partyIds } = said
  const command = async ({ act: { tx }, scope, meeting: stands }: OnMeeting) => {
    const by = scope.inMeeting
    if (!maySchedule(by, stands)) return notEntitled
    if (!(await areParties(tx, scope, partyIds))) return foreignParty('partyIds')
    const unseen = refuseUnseen(activeParties(stands), said)
    return unseen ?? draftArityRefusal(stands.kind, partyIds) ?? ({ type: 'change-parties', by, partyIds } as const)
  }
  const held = meeting(meetingId, 'change-parties', { before: (tx) => holdParties(tx, meetingId, partyIds) })
  return perform(viewer, held, command, {
    explain: async ({ act: { tx } }, refusal) => {
      const { refused } = refusal
      const nameless = refused === 'not-entitled' || refused === 'invalid-input' || refused === 'parties-changed'
      return nameless ? refusal : withNames(tx, refusal, partyIds)
    },
  })
}

/** Sets the date; from then on its parties know of the meeting. */
export function scheduleMeeting(viewer: Viewer, meetingId: string, time: TimeInput) {
  const command = async ({ act: { tx }, scope }: OnMeeting) => {
    const planned = plannedTime(time)
    if (isRefusal(planned)) return planned
    const agendaItems = await tx.agendaItem.count({ where: { meetingId: scope.meetingId } })
    return { type: 'schedule', by: scope.inMeeting, time: planned, agendaItems } as const
  }
  return perform(viewer, meeting(meetingId, 'schedule'), command, {
    explain: async ({ act, meeting: stands }, refusal) =>
      'parties' in refusal ? withNames(act.tx, refusal, activeParties(stands)) : explainTime(refusal, time),
  })
}

/** Sets another date, with or without a reason. */
export function rescheduleMeeting(
  viewer: Viewer,
  meetingId: string,
  { time, reason }: { time: TimeInput; reason: string },
) {
  const command = ({ scope }: OnMeeting) => {
    const planned = plannedTime(time)
    return isRefusal(planned) ? planned : ({ type: 'reschedule', by: scope.inMeeting, time: planned, reason } as const)
  }
  return perform(viewer, meeting(meetingId, 'reschedule'), command, {
    explain: (_, refusal) => explainTime(refusal, time),
  })
}

/** Calls the meeting off. The reason is told to everybody who knew of it. */
export function cancelMeeting(viewer: Viewer, meetingId: string, reason: string) {
  return perform(viewer, meeting(meetingId, 'cancel'), ({ scope }) => ({ type: 'cancel', by: scope.inMeeting, reason }))
}

/**
 * What the meeting is called and is for, and where it is held. Refusals: those of the domain; `changed-meanwhile` where somebody else changed
 * the same field since it was seen.
 */
export function describeMeeting(viewer: Viewer, meetingId: string, { seen, ...to }: Description) {
  return perform(viewer, descriptionOf(meetingId), ({ scope, from: { aim } }) =>
    // Whoever does not see what it is for says nothing of it, and is told nothing of it.
    agendaSightIn(scope) === 'whole' ? { to, seen } : { to: { ...to, aim }, seen: { ...seen, aim } },
  )
}
