import { randomUUID } from 'node:crypto'
import { decideParty } from '#domain/party/decide.ts'
import type { PartyEvent } from '#domain/party/party.ts'
import { isRefusal, notFound, type Refusal } from '#domain/refusal.ts'
import { clock } from '#lib/clock.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { asViewer } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import type { Mail } from '#lib/mail/mail.ts'
import { sendMail } from '#lib/mail/send-mail.ts'
import { settings } from '#lib/settings.ts'
import { formatMoment } from '#lib/words/format.ts'
import { type PartyScope, proveParty } from '#store/access/party.ts'
import { loadParty } from '#store/party/load.ts'
import { savePartyEvents } from '#store/party/save.ts'
import type { NewGuest } from '../schema.ts'
import { deliver, makeInvitation, type NewInvitation } from './make-invitation.ts'

const write = { write: true }

/**
 * An organizer announces a new head for a party whose head is lost (rule 14): the party's own people are told, and its head
 * or a deputy can stop it until the new head has come. Refusals: `not-found`, and those of the rules.
 */
export async function announceReplacement(
  viewer: Viewer,
  partyId: string,
  input: NewGuest,
): Promise<NewInvitation | Refusal> {
  const now = clock.now()
  const work = async (tx: Tx) => {
    const scope = await proveParty(tx, viewer, partyId, { lock: true })
    if (scope === null) return notFound
    const { groupId } = scope
    const { replacementDelayHours: delayHours } = await tx.group.findUniqueOrThrow({ where: { id: groupId } })
    const party = await loadParty(tx, partyId, now)
    // The rules name the invitation, which has an id only once it is stored.
    const command = { type: 'announce-replacement', by: scope.actor, invitationId: randomUUID(), delayHours } as const
    const events = decideParty(party, command, now)
    if (isRefusal(events)) return events
    const effectiveAt = effectOf(events)
    const made = await makeInvitation(tx, viewer, { groupId, partyId, role: 'head', effectiveAt, ...input }, now)
    if (isRefusal(made)) return made
    await savePartyEvents(tx, { groupId, partyId, actorId: viewer.personId }, events, now)
    return { made, letters: await announcements(tx, scope, effectiveAt) }
  }
  const done = await asViewer(viewer, work, write)
  if (isRefusal(done)) return done
  for (const letter of done.letters) sendMail(letter)
  return deliver(done.made)
}

/** The party stops it. Refusals: `not-found`, and those of the rules. */
export async function stopReplacement(viewer: Viewer, partyId: string): Promise<Refusal | undefined> {
  const now = clock.now()
  const work = async (tx: Tx): Promise<Refusal | undefined> => {
    const scope = await proveParty(tx, viewer, partyId, { lock: true })
    if (scope === null) return notFound
    const events = decideParty(await loadParty(tx, partyId, now), { type: 'stop-replacement', by: scope.actor }, now)
    if (isRefusal(events)) return events
    const { groupId } = scope
    await savePartyEvents(tx, { groupId, partyId, actorId: viewer.personId }, events, now)
  }
  return asViewer(viewer, work, write)
}

function effectOf(events: readonly PartyEvent[]): Date {
  const announced = events.find((event) => event.type === 'replacement-announced')
  if (announced === undefined) throw new Error('an accepted announcement names its effect')
  return announced.effectiveAt
}

async function announcements(
  tx: Tx,
  { groupId, partyId, name, standing }: PartyScope,
  effectiveAt: Date,
): Promise<Mail[]> {
  const group = await tx.group.findUniqueOrThrow({
    where: { id: groupId },
    select: { name: true, timeZone: true },
  })
  const organizer = await tx.person.findUniqueOrThrow({ where: { id: standing.personId }, select: { name: true } })
  const people = await tx.partyMember.findMany({
    where: { partyId, removedAt: null },
    take: 200,
    select: { person: { select: { name: true, email: true } } },
  })
  const facts = {
    organizer: organizer.name,
    group: group.name,
    party: name,
    effective: formatMoment(effectiveAt, group.timeZone),
    link: `${settings().baseUrl}/groups/${groupId}/parties/${partyId}`,
  }
  return people.map(({ person }) => ({
    to: { name: person.name, address: person.email },
    kind: 'replacement-announced',
    facts,
  }))
}
