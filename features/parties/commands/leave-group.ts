import { decideMeeting } from '#domain/meeting/decide.ts'
import type { Participant } from '#domain/meeting/participant.ts'
import { decideParty } from '#domain/party/decide.ts'
import { isRefusal, notFound, type Refusal } from '#domain/refusal.ts'
import { clock } from '#lib/clock.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { asViewer } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import type { ProvenMeetingId } from '#store/access/meeting.ts'
import { type PartyScope, proveParty } from '#store/access/party.ts'
import { lockConcerned, returnToDraft } from '#store/conclusion/departure.ts'
import { happen } from '#store/meeting/act.ts'
import { loadMeeting } from '#store/meeting/load.ts'
import { loadParty } from '#store/party/load.ts'
import { savePartyEvents } from '#store/party/save.ts'

/**
 * The head takes the party out of the group, and so out of every meeting that is not over: each is left by its own rule, with
 * an entry in its record, and what was put in it returns to draft (rule 15). Refusals: `not-found`, and those of the rules.
 */
export async function leaveGroup(viewer: Viewer, partyId: string): Promise<Refusal | undefined> {
  const work = async (tx: Tx): Promise<Refusal | undefined> => {
    const scope = await proveParty(tx, viewer, partyId, { lock: true })
    if (scope === null) return notFound
    const meetingIds = await holdMeetings(tx, partyId)
    const now = clock.now()
    const events = decideParty(await loadParty(tx, partyId, now), { type: 'leave-group', by: scope.actor }, now)
    if (isRefusal(events)) return events
    for (const meetingId of meetingIds) await leaveMeeting(tx, scope, meetingId, now)
    const { groupId } = scope
    await savePartyEvents(tx, { groupId, partyId, actorId: viewer.personId }, events, now)
  }
  return asViewer(viewer, work, { write: true, timeoutMs: 60_000 })
}

/** The meetings that the party is in and that are not over, held in one order, and what leaving concerns in them. */
async function holdMeetings(tx: Tx, partyId: string): Promise<string[]> {
  const meetings = await tx.$queryRaw<{ id: string }[]>`SELECT m.id FROM "Meeting" m
    WHERE m.state IN ('draft', 'scheduled', 'open', 'closed') AND EXISTS (SELECT 1 FROM "MeetingParty" p
      WHERE p."meetingId" = m.id AND p."partyId" = ${partyId}::uuid AND p."leftAt" IS NULL)
    ORDER BY m.id FOR UPDATE OF m`
  const ids = meetings.map(({ id }) => id)
  await lockConcerned(tx, ids)
  return ids
}

async function leaveMeeting(tx: Tx, party: PartyScope, meetingId: string, now: Date): Promise<void> {
  const { partyId } = party
  // The party is in it, and this is its head, who need not know of a draft.
  const scope = { ...party, meetingId: meetingId as ProvenMeetingId, inMeeting: asHead(party) }
  const meeting = await loadMeeting(tx, scope)
  const events = decideMeeting(meeting, { type: 'party-leaves', by: scope.inMeeting, partyId }, now)
  if (isRefusal(events)) throw new Error(`a party cannot leave meeting ${meetingId}: ${events.refused}`)
  await happen({ tx, scope, meeting, now }, events)
  await returnToDraft(tx, meetingId, { kind: 'party', partyId }, now)
}

/** Here the head acts for the party that goes, also in a meeting in which they sit for another. */
function asHead({ standing, partyId }: PartyScope): Participant {
  const party = { partyId, role: 'head', seesFrom: null, partySeesFrom: null, authorised: false, left: false } as const
  return { group: standing, madeIt: false, party, offices: [], pendingOffices: [] }
}
