import { type Actor, IN_BILATERAL, IN_GROUP, KNOW_BILATERAL, without } from '../actors.ts'
import { appoint, makeMeeting, type Readers } from './meeting.ts'
import { day, inTime, type Place } from './place.ts'

const everybodyThere: readonly Actor[] = ['other-party', 'third-party', 'observer', 'delegate', 'head']

/** The bilaterals: being held, with a date, proposed, called off. */
export async function makeBilaterals(place: Place, editionId: string) {
  const { ownId, otherId, tx, groupId, hide, person } = place
  const knownTo = [...IN_BILATERAL, ...KNOW_BILATERAL]
  const readers = { known: knownTo, logistics: knownTo, agenda: IN_BILATERAL, contents: IN_BILATERAL }
  const kind = 'bilateral' as const
  const partyIds = [ownId, otherId]
  const held = await makeMeeting(place, editionId, { name: 'weir', kind, state: 'open', partyIds, by: 'head', readers })
  await appoint(place, held.meetingId, 'facilitator', 'facilitator', { inForce: true, acceptedBy: partyIds })
  await appoint(place, held.meetingId, 'rapporteur', 'pending-officer', { inForce: false, acceptedBy: [ownId] })
  const there = { groupId, meetingId: held.meetingId, partyId: ownId, personId: person('head') }
  await tx.seat.create({ data: there })
  await tx.presence.create({ data: { ...there, since: new Date() } })

  const pair: readonly Actor[] = ['other-party', 'observer', 'delegate', 'head']
  const toPair = { known: [...pair, 'organizer', 'installed-head'] as const, agenda: pair, contents: pair }
  const ofPair = { ...toPair, logistics: toPair.known }
  const titles = [...pair, 'organizer'] as const
  const ahead = {
    name: 'ferry',
    kind,
    state: 'scheduled',
    partyIds,
    by: 'head',
    readers: { ...ofPair, titles },
  } as const
  const scheduled = await makeMeeting(place, editionId, ahead)
  const off = { name: 'off', kind, state: 'cancelled', partyIds, by: 'head', readers: ofPair } as const
  const cancelled = await makeMeeting(place, editionId, off)
  const toParties = without(toPair.known, 'organizer')
  // It is not scheduled yet: it belongs to the two parties alone (rules 1 and 17).
  const unplanned = { ...ofPair, known: toParties, logistics: toParties }
  const offered = { ...ahead, name: 'offered', state: 'draft', proposedByPartyId: ownId, readers: unplanned } as const
  const proposal = await makeMeeting(place, editionId, offered)
  const offer = await tx.timeProposal.create({
    data: {
      groupId,
      meetingId: proposal.meetingId,
      partyId: ownId,
      byPersonId: person('head'),
      startsAt: inTime(2 * day),
      durationMinutes: 60,
      timeZone: 'Europe/Lisbon',
      message: hide('offer-message', pair),
    },
  })
  return {
    bilateralId: held.meetingId,
    itemId: held.itemId,
    scheduledId: scheduled.meetingId,
    scheduledItemId: scheduled.itemId,
    cancelledId: cancelled.meetingId,
    proposalId: proposal.meetingId,
    offerId: offer.id,
  }
}

/** Multilaterals of all three: with a date, a draft of the organizer's, and one being held with the facilitator as its chair. */
export async function makeMultilaterals(place: Place, editionId: string) {
  const { ownId, otherId, thirdId } = place
  const partyIds = [ownId, otherId, thirdId]
  const agenda = [...everybodyThere, 'organizer'] as const
  const near = [...agenda, 'installed-head'] as const
  const readers = { known: IN_GROUP, logistics: near, agenda, contents: everybodyThere }
  const common = { kind: 'multilateral', partyIds, by: 'organizer', readers } as const
  const ahead = await makeMeeting(place, editionId, { ...common, name: 'basin', state: 'scheduled' })
  const organizers = { known: ['organizer'], logistics: ['organizer'], agenda: ['organizer'], contents: [] } as const
  const draft = await makeMeeting(place, editionId, {
    ...common,
    name: 'draft-basin',
    state: 'draft',
    readers: organizers,
  })
  const chaired = multilateralReaders('facilitator')
  const hall = await makeMeeting(place, editionId, { ...common, name: 'hall', state: 'open', readers: chaired })
  await appoint(place, hall.meetingId, 'chair', 'facilitator', { inForce: true, acceptedBy: [] })
  return {
    multilateralId: ahead.meetingId,
    multilateralItemId: ahead.itemId,
    draftMeetingId: draft.meetingId,
    draftItemId: draft.itemId,
    hallId: hall.meetingId,
    hallItemId: hall.itemId,
  }
}

/** Who reads what of a multilateral of all three that has this chair. */
export function multilateralReaders(chair: Actor): Readers {
  const agenda = [...everybodyThere, 'organizer', chair] as const
  return { known: IN_GROUP, logistics: [...agenda, 'installed-head'], agenda, contents: [...everybodyThere, chair] }
}

/** A study session of the third party, whose rapporteur sits for no party. */
export async function makeStudy(place: Place, editionId: string) {
  const { thirdId, tx, groupId, person } = place
  const inside = ['third-party', 'member-without-party'] as const
  const agenda = [...inside, 'organizer'] as const
  const readers = { known: agenda, logistics: agenda, agenda, contents: inside }
  const study = {
    name: 'study',
    kind: 'study',
    state: 'scheduled',
    partyIds: [thirdId],
    by: 'third-party',
    readers,
  } as const
  const { meetingId, itemId } = await makeMeeting(place, editionId, study)
  await appoint(place, meetingId, 'rapporteur', 'member-without-party', { inForce: true, acceptedBy: [thirdId] })
  await tx.seat.create({ data: { groupId, meetingId, partyId: thirdId, personId: person('third-party') } })
  return { studyId: meetingId, studyItemId: itemId }
}

/** A closed bilateral, and one whose agreed record the two parties share with the group. */
export async function makeClosed(place: Place, editionId: string) {
  const { ownId, otherId } = place
  const pair: readonly Actor[] = ['other-party', 'observer', 'delegate', 'head']
  const known = [...pair, 'organizer', 'installed-head'] as const
  const common = { kind: 'bilateral', partyIds: [ownId, otherId], by: 'head' } as const
  const readers = { known, logistics: known, agenda: pair, contents: pair }
  const closed = await makeMeeting(place, editionId, { ...common, name: 'lock', state: 'closed', readers })
  // The title stands on the minutes that the group reads.
  const shared = { ...readers, known: IN_GROUP }
  const agreed = await makeMeeting(place, editionId, { ...common, name: 'mill', state: 'agreed', readers: shared })
  return {
    closedId: closed.meetingId,
    closedItemId: closed.itemId,
    agreedId: agreed.meetingId,
    agreedItemId: agreed.itemId,
  }
}

/** Those of the multilateral that is held. */
export const IN_HALL: readonly Actor[] = [...everybodyThere, 'facilitator']

/** The two parties of the bilaterals that have no facilitator. */
export const PAIR: readonly Actor[] = without(IN_BILATERAL, 'facilitator')
