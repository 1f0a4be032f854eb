import { randomUUIDv7 } from 'node:crypto'
import { listFull } from '#domain/limits.ts'
import { activeParties } from '#domain/meeting/meeting.ts'
import { isRefusal, type Refusal } from '#domain/refusal.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { standingOf } from '#store/access/meeting.ts'
import { carryOut, command, onMeeting } from '#store/meeting/act.ts'
import type { Time } from '../schema.ts'
import { withNames } from './party-names.ts'
import { explainTime, plannedTime } from './planned-time.ts'

/** Answers an offer with another time, or begins to move a scheduled bilateral. */
export function offerAnotherTime(
  viewer: Viewer,
  meetingId: string,
  { time, message }: { time: Time; message: string },
): Promise<undefined | Refusal> {
  return onMeeting(viewer, meetingId, async (act) => {
    const { tx, scope } = act
    // Whoever sits for no party of it is refused by the rules, and learns no number.
    const full =
      scope.inMeeting.party &&
      listFull('offers', await tx.timeProposal.count({ where: { meetingId: scope.meetingId } }))
    if (full !== null) return full
    const planned = plannedTime(time)
    if (isRefusal(planned)) return explainTime(planned, time)
    const offer = { type: 'offer-another-time', by: act.scope.inMeeting, offerId: randomUUIDv7(), message } as const
    const refusal = await carryOut(act, { ...offer, time: planned })
    if (refusal !== undefined && 'parties' in refusal) return withNames(act.tx, refusal, activeParties(act.meeting))
    return explainTime(refusal, time)
  })
}

/** Accepts the offer that was seen; if another one took its place meanwhile: `offer-changed`. */
export function acceptOffer(viewer: Viewer, meetingId: string, offerId: string): Promise<undefined | Refusal> {
  return command(viewer, meetingId, async ({ tx, scope, meeting }) => {
    const offer = meeting.state === 'draft' || meeting.state === 'scheduled' ? meeting.offer : null
    const offerer = offer && (await standingOf(tx, scope, offer.byPersonId))
    return { type: 'accept', by: scope.inMeeting, offerId, offerer }
  })
}

export function declineOffer(
  viewer: Viewer,
  meetingId: string,
  { offerId, reason }: { offerId: string; reason: string },
): Promise<undefined | Refusal> {
  return command(viewer, meetingId, ({ scope }) => ({ type: 'decline', by: scope.inMeeting, offerId, reason }))
}
