import { recordRows } from '#tests/setup/record-of-rows.ts'
import type { Where } from './conclusions.ts'
import { made, type Place } from './place.ts'

/** A divergence in which both sides have their words. Null: this world has none. */
export async function makeDivergence(
  place: Place,
  { meetingId, itemId }: Where,
  originId: string | null,
): Promise<string | null> {
  const { tx, groupId, hide, person, ownId, otherId } = place
  if (!hide.has('divergence-title')) return null
  const kind = { kind: 'divergence', state: 'recorded', title: hide.word('divergence-title') }
  const { id: conclusionId } = await tx.conclusion.create({
    data: { groupId, meetingId, itemId, ...kind, createdById: person('head'), createdAt: made, originId },
  })
  const side = async (partyId: string, name: 'own' | 'other') => ({
    groupId,
    conclusionId,
    partyId,
    words: hide.word(`divergence-${name}-words`),
    writtenById: await hide.person(`divergence-${name}-by`),
    writtenAt: hide.time(`divergence-${name}-at`, 'past'),
  })
  await tx.divergenceSide.createMany({ data: [await side(ownId, 'own'), await side(otherId, 'other')] })
  await recordRows(tx, conclusionId, { personId: person('head'), partyId: ownId })
  return conclusionId
}
