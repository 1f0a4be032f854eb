import { draftArityRefusal, mayDraft } from '#domain/meeting/beginning.ts'
import { isRefusal, notEntitled } from '#domain/refusal.ts'
import { slotOf } from '#domain/zoned-time.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { type BeginningMeeting, draftMeetingIn } from '#store/meeting/begin.ts'
import { perform } from '#store/perform.ts'
import type { NewMeeting, TimeInput } from '../schema.ts'
import { foreignParty, withNames } from './party-names.ts'
import { explainTime, plannedTime } from './planned-time.ts'

/**
 * Makes a draft; scheduling it is an act of its own. Refusals: `not-found`; `not-entitled` (domain `mayDraft`);
 * `invalid-input` for a party of another group; `list-full`, `day-full`; parties that are too many or named twice; a time that cannot be.
 */
export function createMeeting(viewer: Viewer, groupId: string, input: NewMeeting) {
  const { time, ...content } = input
  const { kind, partyIds } = content
  const command = async ({ act, scope, areParties }: BeginningMeeting) => {
    if (!mayDraft(scope.standing, kind, partyIds)) return notEntitled
    if (!areParties) return foreignParty('partyIds')
    const arity = draftArityRefusal(kind, partyIds)
    if (arity !== null) return withNames(act.tx, arity, partyIds)
    const slot = time === undefined ? null : slotFrom(time, act.now)
    return isRefusal(slot) ? slot : { slot }
  }
  return perform(viewer, draftMeetingIn(groupId, content), command, { answer: ({ meetingId: id }) => ({ id }) })
}

function slotFrom(time: TimeInput, now: Date) {
  const planned = plannedTime(time)
  return explainTime(isRefusal(planned) ? planned : slotOf(planned, now), time)
}
