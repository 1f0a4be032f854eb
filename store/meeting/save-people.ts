/** Parties, seats and offices. */
import type { MeetingEvent } from '#domain/meeting/event.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { exactlyOne, type SavingFor } from './save.ts'

type PeopleEvent = Extract<
  MeetingEvent,
  {
    type:
      | 'parties-changed'
      | 'earlier-opened'
      | 'earlier-closed'
      | 'party-left'
      | 'seat-taken'
      | 'seat-given-up'
      | 'seat-proposed'
      | 'seat-proposal-ended'
      | 'authorisation-changed'
      | 'office-appointed'
      | 'office-accepted'
      | 'office-ended'
  }
>

/** Writes what happened to the parties, seats and offices of a meeting. */
export async function savePeopleEvent(tx: Tx, acting: SavingFor, event: PeopleEvent, at: Date): Promise<void> {
  const { groupId, meetingId } = acting
  switch (event.type) {
    case 'parties-changed':
      return changeParties(tx, acting, event, at)
    case 'earlier-opened':
    case 'earlier-closed':
      return saveOpening(tx, acting, event, at)
    case 'party-left':
      await tx.seatProposal.deleteMany({ where: { meetingId, partyId: event.partyId } })
      return exactlyOne(
        await tx.meetingParty.updateMany({
          where: { meetingId, partyId: event.partyId, leftAt: null },
          data: { leftAt: at },
        }),
      )
    case 'seat-taken': {
      const { personId, partyId } = event
      await tx.seatProposal.deleteMany({ where: { meetingId, personId } })
      await tx.seat.create({ data: { groupId, meetingId, personId, partyId, createdAt: at } })
      return
    }
    case 'seat-proposed': {
      const { personId, partyId, proposedById } = event
      await tx.seatProposal.create({ data: { groupId, meetingId, personId, partyId, proposedById, createdAt: at } })
      return
    }
    case 'seat-proposal-ended':
      return exactlyOne(await tx.seatProposal.deleteMany({ where: { meetingId, personId: event.personId } }))
    case 'seat-given-up':
      return exactlyOne(await tx.seat.deleteMany({ where: { meetingId, personId: event.personId } }))
    case 'authorisation-changed': {
      const { personId, authorised } = event
      return exactlyOne(await tx.seat.updateMany({ where: { meetingId, personId }, data: { authorised } }))
    }
    case 'office-appointed':
    case 'office-accepted':
    case 'office-ended':
      return saveOffice(tx, acting, event, at)
    default:
      return event satisfies never
  }
}

/**
 * Whoever is taken off the list leads nothing and sits nowhere. Once the others know of the meeting it has left, and keeps what it
 * saw; a party that comes back sees what is written from then on, and keeps the instant at which it first came: its words are older.
 */
async function changeParties(
  tx: Tx,
  { groupId, meetingId }: SavingFor,
  { added, removed, since }: Extract<PeopleEvent, { type: 'parties-changed' }>,
  at: Date,
): Promise<void> {
  await tx.meetingOpening.deleteMany({ where: { meetingId, partyId: { in: [...removed, ...added] } } })
  if (since === null)
    await tx.meetingParty.deleteMany({ where: { meetingId, partyId: { in: [...removed, ...added] } } })
  else {
    const on = (partyIds: readonly string[]) => ({ meetingId, partyId: { in: [...partyIds] } })
    await tx.meetingParty.updateMany({ where: { ...on(removed), leftAt: null }, data: { leftAt: at } })
    await tx.meetingParty.updateMany({ where: on(added), data: { leftAt: null, seesFrom: since } })
  }
  await tx.seat.deleteMany({ where: { meetingId, partyId: { in: [...removed] } } })
  await tx.seatProposal.deleteMany({ where: { meetingId, partyId: { in: [...removed] } } })
  await tx.agendaItem.updateMany({
    where: { meetingId, leadPartyId: { in: [...removed] } },
    data: { leadPartyId: null, leadPersonId: null },
  })
  await tx.meetingParty.createMany({
    data: added.map((partyId) => ({ groupId, meetingId, partyId, joinedAt: at, seesFrom: since })),
    skipDuplicates: true,
  })
}

/** Once the last word is there, nothing is hidden from the party, and no word is left to take back. */
async function saveOpening(
  tx: Tx,
  { groupId, meetingId, personId }: SavingFor,
  { type, partyId, byPartyId, inForce }: Extract<PeopleEvent, { type: 'earlier-opened' | 'earlier-closed' }>,
  at: Date,
): Promise<void> {
  if (inForce) {
    await tx.meetingOpening.deleteMany({ where: { meetingId, partyId } })
    return exactlyOne(await tx.meetingParty.updateMany({ where: { meetingId, partyId }, data: { seesFrom: null } }))
  }
  if (type === 'earlier-closed')
    return exactlyOne(await tx.meetingOpening.deleteMany({ where: { meetingId, partyId, byPartyId } }))
  await tx.meetingOpening.create({
    data: { groupId, meetingId, partyId, byPartyId, agreedById: personId, agreedAt: at },
  })
}

type OfficeEvent = Extract<PeopleEvent, { type: 'office-appointed' | 'office-accepted' | 'office-ended' }>

async function saveOffice(tx: Tx, acting: SavingFor, event: OfficeEvent, at: Date): Promise<void> {
  const { groupId, meetingId } = acting
  const { office, personId } = event
  if (event.type === 'office-ended') {
    const where = { meetingId, office, personId, endedAt: null }
    return exactlyOne(await tx.meetingOffice.updateMany({ where, data: { endedAt: at } }))
  }
  if (event.type === 'office-appointed') {
    const term = {
      appointedById: acting.personId,
      appointedAt: at,
      activeFrom: event.inForce ? at : null,
      endedAt: null,
    }
    // Somebody may hold the same office of a meeting a second time; the first time's acceptances count for nothing then.
    const { id } = await tx.meetingOffice.upsert({
      where: { meetingId_personId_office: { meetingId, personId, office } },
      create: { groupId, meetingId, personId, office, ...term },
      update: term,
      select: { id: true },
    })
    await tx.officeAcceptance.deleteMany({ where: { officeId: id } })
    return accept(tx, acting, id, event.acceptedBy, at)
  }
  const { id } = await tx.meetingOffice.update({
    where: { meetingId_personId_office: { meetingId, personId, office } },
    data: { activeFrom: event.inForce ? at : null },
    select: { id: true },
  })
  return accept(tx, acting, id, [event.partyId], at)
}

async function accept(
  tx: Tx,
  { groupId, personId }: SavingFor,
  officeId: string,
  partyIds: readonly string[],
  at: Date,
): Promise<void> {
  await tx.officeAcceptance.createMany({
    data: partyIds.map((partyId) => ({ groupId, officeId, partyId, acceptedById: personId, acceptedAt: at })),
  })
}
