import { type Actor, IN_BILATERAL, without } from '../actors.ts'
import { appoint, makeMeeting } from './meeting.ts'
import type { Place } from './place.ts'

const everybodyThere: readonly Actor[] = ['other-party', 'third-party', 'observer', 'delegate', 'head']

/** The bilaterals: being held, with a date, proposed, called off. */
export async function makeBilaterals(place: Place, editionId: string) {
  const { ownId, otherId } = place
  const common = { kind: 'bilateral', partyIds: [ownId, otherId], by: 'head' } as const
  // A conclusion of it is shared with the group, which may not know of the meeting.
  const held = await makeMeeting(place, editionId, { ...common, name: 'weir', state: 'open', holds: 'shared-title' })
  if (held !== null && place.hide.has('weir-title')) await fillWeir(place, held.meetingId)
  const ahead = { ...common, name: 'ferry', state: 'scheduled', sharesAgendaTitles: true } as const
  const scheduled = await makeMeeting(place, editionId, ahead)
  const cancelled = await makeMeeting(place, editionId, { ...common, name: 'off', state: 'cancelled' })
  // It is not scheduled yet: it belongs to the two parties alone (rules 1 and 17).
  const offered = { ...common, name: 'offered', state: 'draft', proposedByPartyId: ownId } as const
  const proposal = await makeMeeting(place, editionId, offered)
  return {
    bilateralId: held?.meetingId,
    itemId: held?.itemId,
    scheduledId: scheduled?.meetingId,
    scheduledItemId: scheduled?.itemId,
    cancelledId: cancelled?.meetingId,
    proposalId: proposal?.meetingId,
    offerId: proposal === null ? null : await makeOffer(place, proposal.meetingId),
  }
}

/** Its officers, and who is there. */
async function fillWeir(place: Place, meetingId: string): Promise<void> {
  const { tx, groupId, hide, ownId, otherId, person } = place
  await appoint(place, meetingId, 'facilitator', 'facilitator', { inForce: true, acceptedBy: [ownId, otherId] })
  await appoint(place, meetingId, 'rapporteur', 'pending-officer', { inForce: false, acceptedBy: [ownId] })
  const there = { groupId, meetingId, partyId: ownId, personId: person('head') }
  await tx.seat.create({ data: there })
  const since = hide.time('weir-presence', 'past')
  if (hide.has('weir-presence')) await tx.presence.create({ data: { ...there, since } })
}

async function makeOffer({ tx, groupId, hide, ownId, person }: Place, meetingId: string): Promise<string | null> {
  const words = { message: hide.word('offered-message'), startsAt: hide.time('offered-time', 'future') }
  if (!hide.has('offered-time')) return null
  const by = { partyId: ownId, byPersonId: person('head') }
  const planned = { durationMinutes: 60, timeZone: 'Europe/Lisbon' }
  const { id } = await tx.timeProposal.create({ data: { groupId, meetingId, ...by, ...planned, ...words } })
  return id
}

/** Multilaterals of all three: with a date, a draft of the organizer's, and one being held with the facilitator as its chair. */
export async function makeMultilaterals(place: Place, editionId: string) {
  const { ownId, otherId, thirdId } = place
  const common = { kind: 'multilateral', partyIds: [ownId, otherId, thirdId], by: 'organizer' } as const
  const ahead = await makeMeeting(place, editionId, { ...common, name: 'basin', state: 'scheduled' })
  const draft = await makeMeeting(place, editionId, { ...common, name: 'draft-basin', state: 'draft' })
  const hall = await makeMeeting(place, editionId, { ...common, name: 'hall', state: 'open' })
  if (hall !== null) await appoint(place, hall.meetingId, 'chair', 'facilitator', { inForce: true, acceptedBy: [] })
  return {
    multilateralId: ahead?.meetingId,
    multilateralItemId: ahead?.itemId,
    draftMeetingId: draft?.meetingId,
    draftItemId: draft?.itemId,
    hallId: hall?.meetingId,
    hallItemId: hall?.itemId,
  }
}

/** A study session of the third party, whose rapporteur sits for no party. */
export async function makeStudy(place: Place, editionId: string) {
  const { thirdId, tx, groupId, person } = place
  const study = { name: 'study', kind: 'study', state: 'scheduled', partyIds: [thirdId], by: 'third-party' } as const
  const made = await makeMeeting(place, editionId, study)
  if (made === null) return {}
  const { meetingId, itemId } = made
  await appoint(place, meetingId, 'rapporteur', 'member-without-party', { inForce: true, acceptedBy: [thirdId] })
  await tx.seat.create({ data: { groupId, meetingId, partyId: thirdId, personId: person('third-party') } })
  return { studyId: meetingId, studyItemId: itemId }
}

/** A closed bilateral, and one whose agreed record the two parties share with the group. */
export async function makeClosed(place: Place, editionId: string) {
  const { ownId, otherId } = place
  const common = { kind: 'bilateral', partyIds: [ownId, otherId], by: 'head' } as const
  return {
    closed: await makeMeeting(place, editionId, { ...common, name: 'lock', state: 'closed' }),
    // The title stands on the minutes that the group reads.
    agreed: await makeMeeting(place, editionId, { ...common, name: 'mill', state: 'agreed' }),
  }
}

/** Those of the multilateral that is held. */
export const IN_HALL: readonly Actor[] = [...everybodyThere, 'facilitator']

/** The two parties of the bilaterals that have no facilitator. */
export const PAIR: readonly Actor[] = without(IN_BILATERAL, 'facilitator')
