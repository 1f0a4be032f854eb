import { append } from '#store/record/append.ts'
import type { Actor } from '../actors.ts'
import { makeConclusion } from './conclusions.ts'
import { appoint, makeMeeting } from './meeting.ts'
import { IN_HALL } from './meetings.ts'
import { made, type Place } from './place.ts'
import { actor, tell } from './records.ts'

/** Those of the multilateral that a party left, and its head: they share what was before. */
export const KEEP_MOOT: readonly Actor[] = [...IN_HALL, 'left-party']

/**
 * A multilateral that is held and that a party left: one conclusion was adopted with it, one later without it, and one is
 * drafted; the record goes on after its leaving.
 */
export async function makeLeft(place: Place, editionId: string) {
  const { tx, groupId, ownId, otherId, thirdId, leftId } = place
  const common = { kind: 'multilateral', state: 'open', by: 'organizer' } as const
  const partyIds = [ownId, otherId, thirdId]
  const meeting = await makeMeeting(place, editionId, { ...common, name: 'moot', partyIds })
  if (meeting === null) return {}
  const { meetingId, itemId } = meeting
  await appoint(place, meetingId, 'chair', 'facilitator', { inForce: true, acceptedBy: [] })
  await tx.meetingParty.create({ data: { groupId, meetingId, partyId: leftId, leftAt: new Date() } })
  const where = { meetingId, itemId, editionId }
  const late = await tx.party.create({
    data: { groupId, name: 'Larch', shortName: 'Larch', timeZone: 'Europe/Vienna' },
  })
  await tx.meetingParty.create({ data: { groupId, meetingId, partyId: late.id, seesFrom: new Date() } })
  const kept = await makeConclusion(place, where, { name: 'kept', state: 'adopted', also: [[leftId, 'left-party']] })
  await tell(place, { ...meeting, thing: 'moot-entry' })
  const left = { id: leftId, name: 'Fir' }
  const leaving = { kind: 'party-left', by: actor(place), party: left, remaining: 3, resolutions: true } as const
  if (place.hide.has('moot-entry')) await append(tx, { groupId, meetingId }, [leaving], made)
  const later = await makeConclusion(place, where, { name: 'later', state: 'adopted' })
  const draft = await makeConclusion(place, where, { name: 'moot-draft', state: 'draft' })
  // What replaces it is not the party's to know.
  if (draft !== null && kept !== null)
    await tx.conclusion.update({ where: { id: draft.conclusionId }, data: { supersedesId: kept.conclusionId } })
  await tell(place, { ...meeting, thing: 'moot-later-entry' })
  return {
    mootId: meetingId,
    mootItemId: itemId,
    mootLateId: late.id,
    keptId: kept?.conclusionId,
    laterId: later?.conclusionId,
    mootDraftId: draft?.conclusionId,
  }
}
