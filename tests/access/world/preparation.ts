import type { Actor } from '../actors.ts'
import { day, inTime, type Place } from './place.ts'

/** Homework that a party gave itself, that it gave one of its people, and that the organizer gave it for the bilateral. */
export async function makeHomework(place: Place, editionId: string, bilateralId: string) {
  const { ownId, person } = place
  // Observers attend; "own party" means its head, deputies and delegates.
  const workers = ['delegate', 'head'] as const
  const of = { editionId, partyId: ownId }
  const own = await assign(place, 'homework', workers, { ...of, byPartyId: ownId, createdById: person('head') })
  const named = { ...of, byPartyId: ownId, createdById: person('head'), personId: person('delegate') }
  await assign(place, 'personal-homework', workers, { ...named, meetingId: bilateralId })
  const given = { ...of, createdById: person('organizer'), meetingId: bilateralId }
  const asked = await assign(place, 'given-homework', [...workers, 'organizer'], given)
  return { assignmentId: own, givenAssignmentId: asked }
}

interface Given {
  readonly editionId: string
  readonly partyId: string
  readonly byPartyId?: string
  readonly personId?: string
  readonly createdById: string
  readonly meetingId?: string
}

async function assign({ tx, groupId, hide }: Place, name: string, readers: readonly Actor[], given: Given) {
  const { id } = await tx.assignment.create({
    data: {
      groupId,
      kind: 'read',
      ...given,
      dueAt: inTime(7 * day),
      dueZone: 'Europe/Lisbon',
      instructions: hide(name, readers),
    },
  })
  await tx.citation.create({
    data: { groupId, editionId: given.editionId, firstOrdinal: 2, lastOrdinal: 2, assignmentId: id },
  })
  return id
}
