import type { Member, PartyEvent } from '#domain/party/party.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { announced } from './load.ts'

/** The party whose events are saved, and who acts. */
export interface PartyAct {
  readonly groupId: string
  readonly partyId: string
  readonly actorId: string
}

/** Saves what was decided about a party's people, and writes it into the history of the group. */
export async function savePartyEvents(tx: Tx, act: PartyAct, events: readonly PartyEvent[], now: Date): Promise<void> {
  for (const event of events) await saveEvent(tx, act, event, now)
}

async function saveEvent(tx: Tx, act: PartyAct, event: PartyEvent, now: Date): Promise<void> {
  switch (event.type) {
    case 'invited':
      return note(tx, act, { kind: 'invited', detail: event.role, at: now })
    case 'joined':
      await putMember(tx, act, event, now)
      return note(tx, act, { kind: 'joined', subjectPersonId: event.personId, detail: event.role, at: now })
    case 'role-changed':
      await putMember(tx, act, event, now)
      return note(tx, act, { kind: 'role-changed', subjectPersonId: event.personId, detail: event.role, at: now })
    case 'member-removed':
      await removeMember(tx, act, event.personId, now)
      return note(tx, act, { kind: 'member-removed', subjectPersonId: event.personId, detail: event.role, at: now })
    case 'replacement-announced':
      return note(tx, act, { kind: 'replacement-announced', effectiveAt: event.effectiveAt, at: now })
    case 'replacement-stopped':
      await tx.invitation.updateMany({ where: { id: event.invitationId, acceptedAt: null }, data: { revokedAt: now } })
      return note(tx, act, { kind: 'replacement-stopped', at: now })
    case 'head-replaced':
      await tx.partyMember.updateMany({
        where: { partyId: act.partyId, personId: { in: [...event.formerHeadIds] }, removedAt: null },
        data: { role: 'delegate' },
      })
      await putMember(tx, act, event, now)
      return note(tx, act, { kind: 'head-replaced', subjectPersonId: event.personId, at: now })
    case 'party-left':
      return saveDeparture(tx, act, now)
    default:
      return event satisfies never
  }
}

interface Note {
  kind: string
  subjectPersonId?: string
  detail?: string
  at: Date
  effectiveAt?: Date
}

async function note(tx: Tx, { groupId, partyId, actorId }: PartyAct, entry: Note): Promise<void> {
  await tx.groupEvent.create({ data: { groupId, partyId, actorId, ...entry } })
}

/** A person who comes back takes their old row again; since when is told anew, what happened before stands in the history. */
async function putMember(tx: Tx, { groupId, partyId }: PartyAct, member: Member, now: Date): Promise<void> {
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
async function removeMember(tx: Tx, { partyId }: PartyAct, personId: string, now: Date): Promise<void> {
  await tx.partyMember.updateMany({ where: { partyId, personId, removedAt: null }, data: { removedAt: now } })
  await endAuthorisations(tx, partyId, personId)
}

/** A delegate was authorised as what they were then (rule 13): whoever comes back, or into another role, is asked anew. */
async function endAuthorisations(tx: Tx, partyId: string, personId: string): Promise<void> {
  await tx.seat.updateMany({ where: { partyId, personId, authorised: true }, data: { authorised: false } })
}

/** The departure concerns the whole group, and ends what was announced. What it does to meetings, their rules say (rule 15). */
async function saveDeparture(tx: Tx, { groupId, partyId, actorId }: PartyAct, now: Date): Promise<void> {
  const { name } = await tx.party.update({ where: { id: partyId }, data: { leftAt: now }, select: { name: true } })
  const open = { partyId, acceptedAt: null, revokedAt: null }
  const isReplaced = await tx.invitation.findFirst({ where: { ...open, ...announced(now) }, select: { id: true } })
  await tx.invitation.updateMany({ where: open, data: { revokedAt: now } })
  if (isReplaced !== null)
    await note(tx, { groupId, partyId, actorId }, { kind: 'replacement-voided', detail: 'head', at: now })
  await tx.groupEvent.create({ data: { groupId, actorId, kind: 'party-left', detail: name, at: now } })
}
