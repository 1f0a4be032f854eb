import { randomUUIDv7 } from 'node:crypto'
import { proposesFor } from '#domain/meeting/beginning.ts'
import { decideMeeting } from '#domain/meeting/decide.ts'
import { draftMeeting } from '#domain/meeting/meeting.ts'
import type { Participant } from '#domain/meeting/participant.ts'
import { isRefusal, notEntitled, notFound, type Refusal } from '#domain/refusal.ts'
import { clock } from '#lib/clock.ts'
import { asViewer } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { type GroupScope, type ProvenGroupId, proveGroup } from '#store/access/group.ts'
import type { ProvenMeetingId } from '#store/access/meeting.ts'
import { recordEvents } from '#store/meeting/record-events.ts'
import { saveEvents } from '#store/meeting/save.ts'
import type { NewProposal } from '../schema.ts'
import { areParties, foreignParty, insertMeeting, roomForPlan } from './create-meeting.ts'
import { explainTime, plannedTime } from './planned-time.ts'

/**
 * The head or a deputy of one party proposes a bilateral to another, without the organizer (rule 1): a draft whose offered
 * time the other accepts, declines, or answers with another. Refusals: `not-found`, `not-entitled`, `invalid-input` for a
 * party of another group, `list-full`, `day-full`, those of the domain.
 */
export function proposeBilateral(
  viewer: Viewer,
  groupId: string,
  input: NewProposal,
): Promise<{ id: string } | Refusal> {
  return asViewer(
    viewer,
    async (tx) => {
      const scope = await proveGroup(tx, viewer, groupId)
      if (scope === null) return notFound
      const { partyId, withPartyId, time, message, ...content } = input
      if (!proposesFor(scope.standing).includes(partyId)) return notEntitled
      const partyIds = [partyId, withPartyId]
      if (!(await areParties(tx, scope, partyIds))) return foreignParty('withPartyId')
      const planned = plannedTime(time)
      if (isRefusal(planned)) return explainTime(planned, time)
      const now = clock.now()
      const by = proposer(scope, partyId)
      const proposal = { type: 'propose', by, offerId: randomUUIDv7(), time: planned, message } as const
      const events = decideMeeting(draftMeeting('', 'bilateral', partyIds, now), proposal, now)
      if (isRefusal(events)) return explainTime(events, time)
      const full = await roomForPlan(tx, scope)
      if (full !== null) return full
      const { id } = await insertMeeting(tx, scope, { kind: 'bilateral', partyIds, ...content }, null)
      const acted = acting(scope, id)
      await saveEvents(tx, acted, events, now)
      await recordEvents(tx, { scope: { ...acted, inMeeting: by }, unknown: true, now }, events)
      return { id }
    },
    { write: true },
  )
}

/** Whoever proposes sits for the party they propose for, also when they belong to the other one as well (rule 13). */
function proposer({ standing }: GroupScope, partyId: string): Participant {
  const membership = standing.memberships.find((own) => own.partyId === partyId)
  const party = membership === undefined ? null : { ...membership, partySeesFrom: null, authorised: false, left: false }
  return { group: standing, madeIt: true, party, offices: [], pendingOffices: [] }
}

/** The meeting was made in this transaction: nobody else can have it. */
function acting({ groupId, standing }: GroupScope, id: string) {
  return { groupId: groupId as ProvenGroupId, meetingId: id as ProvenMeetingId, personId: standing.personId }
}
