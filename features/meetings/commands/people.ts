import type { Office } from '#domain/meeting/participant.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { standingOf } from '#store/access/meeting.ts'
import { type Locks, meeting, type OnMeeting } from '#store/meeting/acts.ts'
import { holdPlaces } from '#store/party/hold.ts'
import { peopleOf } from '#store/party/people.ts'
import { perform } from '#store/perform.ts'

/** Sits for a party in this meeting, oneself or, for those who speak for it, somebody of theirs (rule 13). */
export function takeSeat(
  viewer: Viewer,
  meetingId: string,
  { personId, partyId }: { personId: string; partyId: string },
) {
  return perform(viewer, meeting(meetingId, 'take-seat'), async ({ act: { tx }, scope }) => {
    const who = await standingOf(tx, scope, personId)
    return { type: 'take-seat', by: scope.inMeeting, who, partyId }
  })
}

/** Names everybody of the party who may decide as participants of its study session (head, deputy). */
export function seatEverybody(viewer: Viewer, meetingId: string, partyId: string) {
  return perform(viewer, meeting(meetingId, 'seat-everybody'), async ({ act: { tx }, scope }) => {
    const people = await peopleOf(tx, scope, partyId)
    return { type: 'seat-everybody', by: scope.inMeeting, partyId, people }
  })
}

/** Proposes a participant of a study session to its party, whose head or deputy names them or does not. */
export function proposeSeat(
  viewer: Viewer,
  meetingId: string,
  { personId, partyId }: { personId: string; partyId: string },
) {
  const ask = async ({ act: { tx }, scope }: OnMeeting) => {
    const who = await standingOf(tx, scope, personId)
    return { type: 'propose-seat', by: scope.inMeeting, who, partyId } as const
  }
  return perform(viewer, meeting(meetingId, 'propose-seat', placesOf(personId)), ask)
}

/** The party does not take a proposal up, or whoever made it takes it back. */
export function endSeatProposal(viewer: Viewer, meetingId: string, personId: string) {
  return perform(viewer, meeting(meetingId, 'end-seat-proposal'), ({ scope }) => ({
    type: 'end-seat-proposal',
    by: scope.inMeeting,
    personId,
  }))
}

/** No longer a participant of a study session that is being planned. */
export function giveUpSeat(viewer: Viewer, meetingId: string, personId: string) {
  return perform(viewer, meeting(meetingId, 'give-up-seat'), ({ scope }) => ({
    type: 'give-up-seat',
    by: scope.inMeeting,
    personId,
  }))
}

/** The head or a deputy lets a delegate speak for the party in this meeting, or no longer. */
export function authorise(
  viewer: Viewer,
  meetingId: string,
  { personId, authorised }: { personId: string; authorised: boolean },
) {
  return perform(viewer, meeting(meetingId, 'authorise'), async ({ act: { tx }, scope }) => {
    const who = await standingOf(tx, scope, personId)
    return { type: 'authorise', by: scope.inMeeting, who, authorised }
  })
}

/** Names the chair, the facilitator or the rapporteur; anybody of the group can be. */
export function appoint(viewer: Viewer, meetingId: string, { office, personId }: { office: Office; personId: string }) {
  const ask = async ({ act: { tx }, scope }: OnMeeting) => {
    const who = await standingOf(tx, scope, personId)
    return { type: 'appoint', by: scope.inMeeting, office, who } as const
  }
  return perform(viewer, meeting(meetingId, 'appoint', placesOf(personId)), ask)
}

/** A party accepts an officer; once all whose word is needed have, the officer acts (rule 14). */
export function acceptOffice(viewer: Viewer, meetingId: string, office: Office) {
  return perform(viewer, meeting(meetingId, 'accept-office'), ({ scope }) => ({
    type: 'accept-office',
    by: scope.inMeeting,
    office,
  }))
}

/** Ends an office, or the waiting for it. */
export function endOffice(viewer: Viewer, meetingId: string, office: Office) {
  return perform(viewer, meeting(meetingId, 'end-office'), ({ scope }) => ({
    type: 'end-office',
    by: scope.inMeeting,
    office,
  }))
}

/** What somebody is in the group stays as it is until the act is done. */
function placesOf(personId: string): Locks {
  return { before: (tx, meetingId) => holdPlaces(tx, meetingId, personId) }
}
