import type { Place } from './place.ts'

/** Homework that a party gave itself, that it gave one of its people, and that the organizer gave it for the bilateral. */
export async function makeHomework(place: Place, editionId: string, meetingId: string | undefined) {
  const { ownId, person } = place
  const own = { byPartyId: ownId, createdById: person('head') }
  const forWeir = meetingId === undefined ? {} : { meetingId }
  const assignmentId = await assign(place, editionId, 'homework', own)
  await assign(place, editionId, 'personal-homework', { ...own, ...forWeir, personId: person('delegate') })
  const given = { createdById: person('organizer'), ...forWeir }
  const givenAssignmentId = await assign(place, editionId, 'given-homework', given)
  if (givenAssignmentId !== null) await finish(place, givenAssignmentId)
  return { assignmentId, givenAssignmentId }
}

interface Given {
  readonly byPartyId?: string
  readonly personId?: string
  readonly createdById: string
  readonly meetingId?: string
}

async function assign(place: Place, editionId: string, name: string, given: Given): Promise<string | null> {
  const { tx, groupId, ownId, hide } = place
  const told = { instructions: hide.word(`${name}-instructions`), dueAt: hide.time(`${name}-due`, 'future') }
  // That a party is prepared for a meeting or not is no secret to those who know of the meeting; where it is its own affair, all is.
  const known = hide.has(`${name}-instructions`) || (name === 'given-homework' && hide.has('weir-title'))
  if (!known) return null
  const { id } = await tx.assignment.create({
    data: { groupId, editionId, partyId: ownId, kind: 'read', dueZone: 'Europe/Lisbon', ...given, ...told },
  })
  await tx.citation.create({ data: { groupId, editionId, firstOrdinal: 2, lastOrdinal: 2, citingId: id } })
  return id
}

async function finish({ tx, groupId, hide }: Place, assignmentId: string): Promise<void> {
  const personId = await hide.person('given-homework-done-by')
  const doneAt = hide.time('given-homework-done-at', 'past')
  await tx.assignmentCompletion.create({ data: { groupId, assignmentId, personId, doneAt } })
}
