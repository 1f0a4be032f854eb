import type { Actor } from '../actors.ts'
import { day, hour, inTime, type Place } from './place.ts'

/** Who reads what of one meeting, each with words of its own. */
export interface Readers {
  /** Its title. */
  readonly known: readonly Actor[]
  /** Where it is held, and that it is called off. */
  readonly logistics: readonly Actor[]
  /** Its aim, and the titles and aims of its items. */
  readonly agenda: readonly Actor[]
  /** The titles of its items, where its parties let others see them. */
  readonly titles?: readonly Actor[]
  /** The titles of its items, where others have them from elsewhere. */
  readonly item?: readonly Actor[]
  /** What is written under its items. */
  readonly contents: readonly Actor[]
}

export interface Made {
  readonly meetingId: string
  readonly itemId: string
}

interface Meeting {
  readonly name: string
  readonly kind: 'study' | 'bilateral' | 'multilateral'
  readonly state: 'draft' | 'scheduled' | 'open' | 'closed' | 'agreed' | 'cancelled'
  readonly partyIds: readonly string[]
  readonly by: Actor
  readonly readers: Readers
  readonly proposedByPartyId?: string
}

/** A meeting with one item; every word in it is a canary. */
export async function makeMeeting(place: Place, editionId: string, meeting: Meeting): Promise<Made> {
  const { tx, groupId, hide, person } = place
  const { name, kind, state, partyIds, by, readers, proposedByPartyId } = meeting
  const held = state === 'open' || state === 'closed' || state === 'agreed'
  const { id: meetingId } = await tx.meeting.create({
    data: {
      groupId,
      kind,
      state,
      title: hide(`${name}-title`, readers.known),
      aim: hide(`${name}-aim`, readers.agenda),
      place: hide(`${name}-place`, readers.logistics),
      link: `https://river.invalid/${hide(`${name}-link`, readers.logistics)}`,
      resolutionLimitReason: hide(`${name}-limit-reason`, readers.agenda),
      timeZone: 'Europe/Lisbon',
      createdById: person(by),
      startsAt: state === 'draft' ? null : inTime(held ? -hour : day),
      durationMinutes: 60,
      proposedByPartyId: proposedByPartyId ?? null,
      sharesAgendaTitles: readers.titles !== undefined,
      openedAt: held ? new Date() : null,
      closedAt: state === 'closed' || state === 'agreed' ? new Date() : null,
      agreedAt: state === 'agreed' ? new Date() : null,
      ...(state === 'cancelled'
        ? { cancelledAt: new Date(), cancelReason: hide(`${name}-cancel-reason`, readers.logistics) }
        : {}),
    },
  })
  await tx.meetingParty.createMany({ data: partyIds.map((partyId) => ({ groupId, meetingId, partyId })) })
  const { id: itemId } = await tx.agendaItem.create({
    data: {
      groupId,
      meetingId,
      position: 1,
      kind: 'cooperation',
      minutes: 20,
      title: hide(`${name}-item`, readers.item ?? readers.titles ?? readers.agenda),
      aim: hide(`${name}-item-aim`, readers.agenda),
      notes: hide(`${name}-notes`, readers.contents),
      closedReason: hide(`${name}-item-reason`, readers.contents),
    },
  })
  await tx.citation.create({ data: { groupId, editionId, firstOrdinal: 2, lastOrdinal: 2, itemId } })
  return { meetingId, itemId }
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
