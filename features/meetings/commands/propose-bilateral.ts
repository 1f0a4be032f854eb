import { isRefusal, notEntitled } from '#domain/refusal.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import type { BeginningMeeting } from '#store/meeting/begin.ts'
import { bilateralIn, proposer } from '#store/meeting/propose.ts'
import { perform } from '#store/perform.ts'
import type { NewProposal } from '../schema.ts'
import { foreignParty } from './party-names.ts'
import { explainTime, plannedTime } from './planned-time.ts'

/**
 * The head or a deputy of one party proposes a bilateral to another, without the organizer (rule 1): a draft whose offered
 * time the other accepts, declines, or answers with another. Refusals: `not-found`, `not-entitled`, `invalid-input` for a
 * party of another group, or an `again` that is no declined proposal between the two, `list-full`, `day-full`, those of the domain.
 */
export function proposeBilateral(
  viewer: Viewer,
  groupId: string,
  { partyId, withPartyId, time, message, again, ...content }: NewProposal,
) {
  const command = ({ scope, areParties }: BeginningMeeting) => {
    if (proposer(scope, partyId) === null) return notEntitled
    if (!areParties) return foreignParty('withPartyId')
    const planned = plannedTime(time)
    return isRefusal(planned) ? planned : { time: planned, message }
  }
  return perform(viewer, bilateralIn(groupId, content, [partyId, withPartyId], again ?? null), command, {
    answer: ({ meetingId: id }) => ({ id }),
    explain: (_, refusal) => explainTime(refusal, time),
  })
}
