/** A party leaves its group, and so every meeting that is not over (rule 15). */

import { decideMeeting } from '#domain/meeting/decide.ts'
import type { Participant } from '#domain/meeting/participant.ts'
import type { PartyEvent } from '#domain/party/party.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { ProvenMeetingId } from '#store/access/meeting.ts'
import { lockConcerned } from '#store/conclusion/departure.ts'
import { meetingRows } from '#store/meeting/acts.ts'
import { loadMeeting } from '#store/meeting/load.ts'
import { byIn } from '#store/meeting/tell.ts'
import { happen } from '#store/perform.ts'
import type { Governed } from './acts.ts'

/** Locks the meetings that the party is in and that are not over, in one order, and what leaving concerns in them. */
export async function lockMeetingsOf(tx: Tx, partyId: string): Promise<readonly string[]> {
  const meetings = await tx.$queryRaw<{ id: string }[]>`SELECT m.id FROM "Meeting" m
    WHERE m.state IN ('draft', 'scheduled', 'open', 'closed') AND EXISTS (SELECT 1 FROM "MeetingParty" p
      WHERE p."meetingId" = m.id AND p."partyId" = ${partyId}::uuid AND p."leftAt" IS NULL)
    ORDER BY m.id FOR UPDATE OF m`
  const ids = meetings.map(({ id }) => id)
  await lockConcerned(tx, ids)
  return ids
}

/** Where the party leaves the group, each meeting is left by its own rule, with an entry in its record. */
export async function leaveMeetings(held: Governed, events: readonly PartyEvent[]): Promise<void> {
  if (!events.some(({ type }) => type === 'party-left')) return
  for (const id of await lockMeetingsOf(held.act.tx, held.partyId)) await leaveMeeting(held, id)
}

async function leaveMeeting({ act, groupId, partyId, actorId }: Governed, id: string): Promise<void> {
  // The party is in it, and this is its head, who need not know of a draft.
  const scope = { groupId, meetingId: id as ProvenMeetingId }
  const inMeeting = asHead(actorId, partyId)
  const meeting = await loadMeeting(act.tx, scope)
  const events = decideMeeting(meeting, { type: 'party-leaves', by: inMeeting, partyId }, act.now)
  if (isRefusal(events)) throw new Error(`a party cannot leave meeting ${id}: ${events.refused}`)
  await happen(meetingRows, { act, scope, by: byIn({ inMeeting }), meeting }, events)
}

/** Here the head acts for the party that goes, also in a meeting in which they sit for another. */
function asHead(personId: string, partyId: string): Participant {
  const head = { partyId, role: 'head', seesFrom: null } as const
  const group = { personId, organizer: false, holdsOffice: false, memberships: [head] }
  const party = { ...head, partySeesFrom: null, authorised: false, left: false }
  return { group, madeIt: false, party, offices: [], pendingOffices: [] }
}
