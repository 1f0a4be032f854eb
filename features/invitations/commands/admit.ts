import { listFull } from '#domain/limits.ts'
import { type Actor, decide } from '#domain/party/decide.ts'
import { acceptOrganizing } from '#domain/party/organizers.ts'
import type { PartyEvent } from '#domain/party/party.ts'
import { isRefusal, type Refusal } from '#domain/refusal.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { followPartyEvents } from '#store/party/follow.ts'
import { loadParty } from '#store/party/load.ts'
import { savePartyEvents } from '#store/party/save.ts'
import { actorOf, adminOrNot, type OpenInvitation, organizersOf, roleOf } from './invitation.ts'

/** Who comes in: somebody known, or a newcomer whose row is made only once the rules let them in. */
export type Guest = { readonly personId: string } | { readonly name: string; readonly email: string }

/** Stands for a newcomer while the rules decide. */
const newcomer = 'newcomer'

/**
 * Lets a guest in by an invitation that is held (./invitation.ts). It is judged again with what its voucher is *now*: the
 * inviter, or whoever confirmed it. Returns who came in.
 */
export async function admit(
  tx: Tx,
  invitation: OpenInvitation,
  guest: Guest,
  voucherId: string,
  now: Date,
): Promise<{ personId: string } | Refusal> {
  const candidate = 'personId' in guest ? guest.personId : newcomer
  const decided =
    invitation.partyId === null
      ? acceptOrganizing(await organizersOf(tx, invitation.groupId), candidate, await adminOrNot(tx, voucherId))
      : await decideParty(
          tx,
          invitation,
          invitation.partyId,
          candidate,
          await actorOf(tx, invitation.groupId, voucherId),
          now,
        )
  if (isRefusal(decided)) return inZone(decided, invitation)
  const full = await roomFor(tx, invitation)
  if (full !== null) return full
  const personId = 'personId' in guest ? guest.personId : await addNewcomer(tx, guest, now)
  if (personId === null) return { refused: 'sign-in-first' }
  await tx.invitation.update({ where: { id: invitation.id }, data: { acceptedAt: now, acceptedById: personId } })
  if (decided.type === 'organizer-joined') {
    await addOrganizer(tx, invitation.groupId, personId, now)
    return { personId }
  }
  const act = { groupId: invitation.groupId, partyId: decided.partyId, actorId: personId }
  const events = decided.events.map((event) => named(event, personId))
  await savePartyEvents(tx, act, events, now)
  await followPartyEvents(tx, act, events, now)
  return { personId }
}

/** When it can be accepted is told as the letters about it tell it: newcomers have no zone of their own. */
function inZone(refusal: Refusal, { group: { timeZone } }: OpenInvitation): Refusal & { readonly timeZone?: string } {
  return 'effectiveAt' in refusal ? { ...refusal, timeZone } : refusal
}

/** Null: there is room for one more in the party, or among the organizers; their row is held. */
async function roomFor(tx: Tx, { groupId, partyId }: OpenInvitation): Promise<Refusal | null> {
  return partyId === null
    ? listFull('organizers', await tx.organizer.count({ where: { groupId, removedAt: null } }))
    : listFull('members', await tx.partyMember.count({ where: { partyId, removedAt: null } }))
}

interface PartyDecision {
  readonly type: 'party'
  readonly partyId: string
  readonly events: readonly PartyEvent[]
}

async function decideParty(
  tx: Tx,
  { id, role }: OpenInvitation,
  partyId: string,
  personId: string,
  invitedBy: Actor,
  now: Date,
): Promise<PartyDecision | Refusal> {
  const invitation = { id, role: roleOf(role), invitedBy }
  const events = decide(await loadParty(tx, partyId, now), { type: 'accept-invitation', personId, invitation }, now)
  return isRefusal(events) ? events : { type: 'party', partyId, events }
}

function named(event: PartyEvent, personId: string): PartyEvent {
  return 'personId' in event && event.personId === newcomer ? { ...event, personId } : event
}

/** Their address is proven: the secret was sent to it alone. Null: somebody has it meanwhile. */
async function addNewcomer(
  tx: Tx,
  { name, email }: { name: string; email: string },
  now: Date,
): Promise<string | null> {
  const made = await tx.person.createManyAndReturn({
    data: [{ name, email, emailProvenAt: now }],
    skipDuplicates: true,
    select: { id: true },
  })
  return made[0]?.id ?? null
}

async function addOrganizer(tx: Tx, groupId: string, personId: string, now: Date): Promise<void> {
  await tx.organizer.upsert({
    where: { groupId_personId: { groupId, personId } },
    create: { groupId, personId, since: now },
    update: { since: now, removedAt: null },
  })
  await tx.groupEvent.create({
    data: { groupId, actorId: personId, subjectPersonId: personId, kind: 'organizer-joined', at: now },
  })
}
