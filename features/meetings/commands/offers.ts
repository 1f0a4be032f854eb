import { randomUUIDv7 } from 'node:crypto'
import { listFull } from '#domain/limits.ts'
import { activeParties } from '#domain/meeting/meeting.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { standingOf } from '#store/access/meeting.ts'
import { meeting, type OnMeeting } from '#store/meeting/acts.ts'
import { perform } from '#store/perform.ts'
import type { TimeInput } from '../schema.ts'
import { withNames } from './party-names.ts'
import { explainTime, plannedTime } from './planned-time.ts'

/** Answers an offer with another time, or begins to move a scheduled bilateral. */
export function offerAnotherTime(
  viewer: Viewer,
  meetingId: string,
  { time, message }: { time: TimeInput; message: string },
) {
  const command = async ({ act: { tx }, scope }: OnMeeting) => {
    // Whoever sits for no party of it is refused by the rules, and learns no number.
    const full =
      scope.inMeeting.party &&
      listFull('offers', await tx.timeProposal.count({ where: { meetingId: scope.meetingId } }))
    if (full !== null) return full
    const planned = plannedTime(time)
    if (isRefusal(planned)) return planned
    const offer = { type: 'offer-another-time', by: scope.inMeeting, offerId: randomUUIDv7(), message } as const
    return { ...offer, time: planned }
  }
  return perform(viewer, meeting(meetingId, 'offer-another-time'), command, {
    explain: async ({ act, meeting: { parties } }, refusal) =>
      'parties' in refusal ? withNames(act.tx, refusal, activeParties({ parties })) : explainTime(refusal, time),
  })
}

/** Accepts the offer that was seen; if another one took its place meanwhile: `offer-changed`. */
export function acceptOffer(viewer: Viewer, meetingId: string, offerId: string) {
  return perform(viewer, meeting(meetingId, 'accept'), async ({ act: { tx }, scope, meeting: stands }) => {
    const offer = stands.state === 'draft' || stands.state === 'scheduled' ? stands.offer : null
    const offerer = offer && (await standingOf(tx, scope, offer.byPersonId))
    return { type: 'accept', by: scope.inMeeting, offerId, offerer }
  })
}

/** Declines the offer that was seen: a proposal ends with it, a set time stays as it is. */
export function declineOffer(
  viewer: Viewer,
  meetingId: string,
  { offerId, reason }: { offerId: string; reason: string },
) {
  return perform(viewer, meeting(meetingId, 'decline'), ({ scope }) => ({
    type: 'decline',
    by: scope.inMeeting,
    offerId,
    reason,
  }))
}
