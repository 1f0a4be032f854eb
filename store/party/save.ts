import type { Member, PartyEvent } from '#domain/party/party.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { ActInProgress } from '#store/perform.ts'
import type { Governed } from './acts.ts'
import { endInvitations } from './revoke.ts'

/** Saves what was decided about a party's people. */
export async function savePartyEvents(
  act: ActInProgress,
  party: Omit<Governed, 'act'>,
  events: readonly PartyEvent[],
): Promise<void> {
  for (const event of events) await saveEvent(act, party, event)
}

async function saveEvent(act: ActInProgress, party: Omit<Governed, 'act'>, event: PartyEvent): Promise<void> {
  const { tx, now } = act
  const { partyId } = party
  switch (event.type) {
    case 'invited':
    case 'replacement-announced':
      // The invitation is a row of its own.
      return
    case 'joined':
    case 'role-changed':
      return putMember(tx, party, event, now)
    case 'member-removed':
      return removeMember(tx, partyId, event.personId, now)
    case 'replacement-stopped':
      await tx.invitation.updateMany({ where: { id: event.invitationId, acceptedAt: null }, data: { revokedAt: now } })
      return
    case 'head-replaced':
      await tx.partyMember.updateMany({
        where: { partyId, personId: { in: [...event.formerHeadIds] }, removedAt: null },
        data: { role: 'delegate' },
      })
      return putMember(tx, party, event, now)
    case 'party-left':
      await tx.party.update({ where: { id: partyId }, data: { leftAt: now }, select: { id: true } })
      return endInvitations(act, party)
    default:
      return event satisfies never
  }
}

/** A person who comes back takes their old row again; since when is told anew, what happened before stands in the history. */
async function putMember(
  tx: Tx,
  { groupId, partyId }: Pick<Governed, 'groupId' | 'partyId'>,
  member: Member,
  now: Date,
): Promise<void> {
  const { personId, role, seesFrom } = member
  const known = await tx.partyMember.findUnique({ where: { partyId_personId: { partyId, personId } } })
  if (known === null) {
    await tx.partyMember.create({ data: { groupId, partyId, personId, role, seesFrom, since: now } })
    return
  }
  await tx.partyMember.update({
    where: { id: known.id },
    data: { role, seesFrom, ...(known.removedAt === null ? {} : { since: now, removedAt: null }) },
  })
  await endAuthorisations(tx, partyId, personId)
}

/** With the membership goes the right to speak in meetings. What else it does to meetings, the act says. */
async function removeMember(tx: Tx, partyId: string, personId: string, now: Date): Promise<void> {
  await tx.partyMember.updateMany({ where: { partyId, personId, removedAt: null }, data: { removedAt: now } })
  await endAuthorisations(tx, partyId, personId)
}

/** A delegate was authorised as what they were then (rule 13): whoever comes back, or into another role, is asked anew. */
async function endAuthorisations(tx: Tx, partyId: string, personId: string): Promise<void> {
  await tx.seat.updateMany({ where: { partyId, personId, authorised: true }, data: { authorised: false } })
}
