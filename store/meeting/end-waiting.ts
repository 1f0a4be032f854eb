/**
 * What somebody began in meetings and what waits there for others goes with the right to begin it: it is judged when it takes
 * effect, and not left to those who would have to notice. Belongs into the transaction of the act by which they lost the right,
 * after its own changes.
 */
import { hasVoice } from '#domain/meeting/participant.ts'
import { partyRoles } from '#domain/party/membership.ts'
import { clock } from '#lib/clock.ts'
import { oneOf } from '#lib/db/one-of.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { append } from '#store/record/append.ts'
import { readNames } from '#store/record/names.ts'
import { type Ending, endOffices, holdMeetingsOf } from './end-offices.ts'

/**
 * Somebody is in a party no longer, or in another role: their offers of a time end if they do not speak for it any more, the
 * offices that wait with a word which they gave for it, and, once they are out of it, proposals to name them.
 */
export async function endWaitingFor(tx: Tx, ending: Ending & { readonly partyId: string }): Promise<void> {
  const { personId, partyId } = ending
  const meetingIds = await holdMeetingsOf(tx, ending)
  const member = await tx.partyMember.findFirst({
    where: { partyId, personId, removedAt: null },
    select: { role: true },
  })
  if (member === null || member.role === 'observer')
    await tx.seatProposal.deleteMany({ where: { partyId, personId, meetingId: { in: [...meetingIds] } } })
  // A delegate who was authorised in one meeting is authorised anew after a change of role (store/party/save.ts).
  if (member !== null && hasVoice({ role: oneOf(partyRoles, member.role), authorised: false })) return
  const word = { partyId, acceptedById: personId }
  await endOffices(tx, ending, { activeFrom: null, acceptances: { some: word } })
  await withdrawOffers(tx, ending, meetingIds)
}

/** Somebody does not organize the group any more: what they appointed and proposed as an organizer, and nobody took up, ends. */
export async function endWaitingOfOrganizer(tx: Tx, ending: Ending): Promise<void> {
  const { personId, groupId } = ending
  const meetingIds = await holdMeetingsOf(tx, ending)
  await tx.seatProposal.deleteMany({
    where: { groupId, proposedById: personId, meetingId: { in: [...meetingIds] } },
  })
  // What they appointed with the word of their own party is that party's.
  const own = { acceptances: { none: { acceptedById: personId } } }
  await endOffices(tx, ending, { activeFrom: null, appointedById: personId, ...own })
}

async function withdrawOffers(
  tx: Tx,
  { groupId, personId, actorId, partyId }: Ending & { readonly partyId: string },
  meetingIds: readonly string[],
): Promise<void> {
  const now = clock.now()
  const waiting = { partyId, byPersonId: personId, answer: 'waiting', meetingId: { in: [...meetingIds] } }
  const offers = await tx.timeProposal.findMany({
    where: waiting,
    orderBy: { meetingId: 'asc' },
    select: { id: true, meetingId: true },
  })
  if (offers.length === 0) return
  await tx.timeProposal.updateMany({
    where: { ...waiting, id: { in: offers.map(({ id }) => id) } },
    data: { answer: 'withdrawn', answeredById: actorId, answeredAt: now },
  })
  const names = await readNames(tx, [actorId], [partyId])
  const by = { person: names.person(actorId), party: names.party(partyId) }
  for (const { meetingId } of offers) await append(tx, { groupId, meetingId }, [{ kind: 'offer-withdrawn', by }], now)
}
