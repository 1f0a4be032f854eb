import type { Actor } from '../actors.ts'
import type { Place } from './place.ts'

export interface Made {
  readonly meetingId: string
  /** Null: in this world it has no item, for nobody there may know of one. */
  readonly itemId: string | null
}

interface Meeting {
  readonly name: string
  readonly kind: 'study' | 'bilateral' | 'multilateral'
  readonly state: 'draft' | 'scheduled' | 'open' | 'closed' | 'agreed' | 'cancelled'
  readonly partyIds: readonly string[]
  readonly by: Actor
  readonly sharesAgendaTitles?: true
  readonly proposedByPartyId?: string
  /** Something stands in it that is seen where the meeting is not. */
  readonly holds?: string
}

/** A meeting with one item; every word in it and its time are marked. Null: this world has none. */
export async function makeMeeting(place: Place, editionId: string, meeting: Meeting): Promise<Made | null> {
  const { tx, groupId, hide, person } = place
  const { name, kind, state, partyIds, by, proposedByPartyId, sharesAgendaTitles = false, holds } = meeting
  if (!hide.has(`${name}-title`) && (holds === undefined || !hide.has(holds))) return null
  const held = state === 'open' || state === 'closed' || state === 'agreed'
  const over = state === 'closed' || state === 'agreed'
  const { id: meetingId } = await tx.meeting.create({
    data: {
      groupId,
      kind,
      state,
      title: hide.word(`${name}-title`),
      aim: hide.word(`${name}-aim`),
      place: hide.word(`${name}-place`),
      link: `https://river.invalid/${hide.word(`${name}-link`)}`,
      resolutionLimitReason: hide.word(`${name}-limit-reason`),
      timeZone: 'Europe/Lisbon',
      createdById: person(by),
      startsAt: state === 'draft' ? null : hide.time(`${name}-starts`, held ? 'modern' : 'future'),
      durationMinutes: 60,
      proposedByPartyId: proposedByPartyId ?? null,
      sharesAgendaTitles,
      openedAt: held ? new Date() : null,
      closedAt: over ? new Date() : null,
      agreedAt: state === 'agreed' ? new Date() : null,
      ...(state === 'cancelled' ? { cancelledAt: new Date(), cancelReason: hide.word(`${name}-cancel-reason`) } : {}),
    },
  })
  await tx.meetingParty.createMany({ data: partyIds.map((partyId) => ({ groupId, meetingId, partyId })) })
  const itemId = await makeItem(place, editionId, meetingId, name)
  return { meetingId, itemId }
}

async function makeItem({ tx, groupId, hide }: Place, editionId: string, meetingId: string, name: string) {
  const words = {
    title: hide.word(`${name}-item`),
    aim: hide.word(`${name}-item-aim`),
    notes: hide.word(`${name}-notes`),
    closedReason: hide.word(`${name}-item-reason`),
  }
  if (!hide.has(`${name}-item`)) return null
  const { id } = await tx.agendaItem.create({
    data: { groupId, meetingId, position: 1, kind: 'cooperation', minutes: 20, ...words },
  })
  if (hide.has(`${name}-item-aim`))
    await tx.citation.create({ data: { groupId, editionId, firstOrdinal: 2, lastOrdinal: 2, citingId: id } })
  return id
}

/** Names an officer; `acceptedBy`: the parties that said yes; without it the office is in force at once. */
export async function appoint(
  { tx, groupId, person }: Place,
  meetingId: string,
  office: 'chair' | 'facilitator' | 'rapporteur',
  actor: Actor,
  { inForce, acceptedBy }: { inForce: boolean; acceptedBy: readonly string[] },
): Promise<void> {
  const { id: officeId } = await tx.meetingOffice.create({
    data: {
      groupId,
      meetingId,
      office,
      personId: person(actor),
      appointedById: person('head'),
      activeFrom: inForce ? new Date() : null,
    },
  })
  await tx.officeAcceptance.createMany({
    data: acceptedBy.map((partyId) => ({ groupId, officeId, partyId, acceptedById: person('head') })),
  })
}
