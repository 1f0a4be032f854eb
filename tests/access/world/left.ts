import { append } from '#lib/record/append.ts'
import type { Actor } from '../actors.ts'
import { makeConclusion } from './conclusions.ts'
import { appoint, makeMeeting } from './meeting.ts'
import { IN_HALL, multilateralReaders } from './meetings.ts'
import type { Place } from './place.ts'
import { actor, note } from './records.ts'

/** Those of the multilateral that a party left, and its head: they share what was before. */
export const KEEP_MOOT: readonly Actor[] = [...IN_HALL, 'left-party']

/**
 * A multilateral that is held and that a party left: one conclusion was adopted with it, one later without it, and one is
 * drafted; the record goes on after its leaving.
 */
export async function makeLeft(place: Place, editionId: string) {
  const { tx, groupId, hide, ownId, otherId, thirdId, leftId } = place
  const chaired = multilateralReaders('facilitator')
  const meeting = await makeMeeting(place, editionId, {
    name: 'moot',
    kind: 'multilateral',
    state: 'open',
    partyIds: [ownId, otherId, thirdId],
    by: 'organizer',
    readers: {
      ...chaired,
      // It stands over the conclusion that was adopted with it.
      item: [...chaired.agenda, 'left-party'],
    },
  })
  const { meetingId, itemId } = meeting
  await appoint(place, meetingId, 'chair', 'facilitator', { inForce: true, acceptedBy: [] })
  await tx.meetingParty.create({ data: { groupId, meetingId, partyId: leftId, leftAt: new Date() } })
  const where = { meetingId, itemId, editionId }
  const late = await tx.party.create({
    data: { groupId, name: 'Larch', shortName: 'Larch', timeZone: 'Europe/Vienna' },
  })
  await tx.meetingParty.create({ data: { groupId, meetingId, partyId: late.id, seesFrom: new Date() } })
  const kept = await makeConclusion(place, where, {
    name: 'kept',
    state: 'adopted',
    readers: KEEP_MOOT,
    inside: KEEP_MOOT,
    also: [[leftId, 'left-party']],
  })
  const left = { id: leftId, name: 'Fir' }
  await append(
    tx,
    { groupId, meetingId },
    [
      note(place, itemId, hide('moot-entry', KEEP_MOOT)),
      { kind: 'party-left', by: actor(place), party: left, remaining: 3, resolutions: true },
    ],
    new Date(),
  )
  const later = { readers: IN_HALL, inside: IN_HALL }
  const without = await makeConclusion(place, where, { name: 'later', state: 'adopted', ...later })
  const draft = await makeConclusion(place, where, { name: 'moot-draft', state: 'draft', ...later })
  const after = note(place, itemId, hide('moot-later-entry', IN_HALL))
  await append(tx, { groupId, meetingId }, [after], new Date())
  // What replaces it is not the party's to know.
  await tx.conclusion.update({ where: { id: draft.conclusionId }, data: { supersedesId: kept.conclusionId } })
  return {
    mootId: meetingId,
    mootItemId: itemId,
    mootLateId: late.id,
    keptId: kept.conclusionId,
    laterId: without.conclusionId,
    mootDraftId: draft.conclusionId,
  }
}
