/**
 * What somebody began in meetings and what waits there for others goes with the right to begin it: it is judged when it takes
 * effect, and not left to those who would have to notice. Belongs into the act by which they lost the right, after its own
 * changes.
 */
import { hasVoice } from '#domain/meeting/participant.ts'
import { partyRoles } from '#domain/party/membership.ts'
import { oneOf } from '#lib/db/one-of.ts'
import type { Prisma } from '#lib/db/prisma.ts'
import { nothingId } from '#store/access/group.ts'
import type { ActInProgress } from '#store/perform.ts'
import { type Ending, endOffices, happenIn, holdMeetingsOf } from './end-offices.ts'

/**
 * Somebody is in a party no longer, or in another role: their offers of a time end if they do not speak for it any more, the
 * offices that wait with a word which they gave for it, and, once they are out of it, proposals to name them.
 */
export async function endWaitingFor(act: ActInProgress, ending: Ending & { readonly partyId: string }): Promise<void> {
  const { personId, partyId } = ending
  const meetingIds = await holdMeetingsOf(act.tx, ending)
  const member = await act.tx.partyMember.findFirst({
    where: { partyId, personId, removedAt: null },
    select: { role: true },
  })
  if (member === null || member.role === 'observer') await endProposals(act, ending, { partyId, personId }, meetingIds)
  // A delegate who was authorised in one meeting is authorised anew after a change of role (store/party/save.ts).
  if (member !== null && hasVoice({ role: oneOf(partyRoles, member.role), authorised: false })) return
  const word = { partyId, acceptedById: personId }
  await endOffices(act, ending, { activeFrom: null, acceptances: { some: word } })
  await withdrawOffers(act, ending, meetingIds)
}

/** Somebody does not organize the group any more: what they appointed and proposed as an organizer, and nobody took up, ends. */
export async function endWaitingOfOrganizer(act: ActInProgress, ending: Ending): Promise<void> {
  const { personId, groupId } = ending
  const meetingIds = await holdMeetingsOf(act.tx, ending)
  await endProposals(act, ending, { groupId, proposedById: personId }, meetingIds)
  // What they appointed with the word of their own party is that party's.
  const own = { acceptances: { none: { acceptedById: personId } } }
  await endOffices(act, ending, { activeFrom: null, appointedById: personId, ...own })
}

async function endProposals(
  act: ActInProgress,
  ending: Ending,
  which: Prisma.SeatProposalWhereInput,
  meetingIds: readonly string[],
): Promise<void> {
  const proposals = await act.tx.seatProposal.findMany({
    where: { ...which, meetingId: { in: [...meetingIds] } },
    orderBy: { meetingId: 'asc' },
    select: { meetingId: true, personId: true, partyId: true },
  })
  const ended = proposals.map(({ meetingId, ...proposed }) => {
    const event = { type: 'seat-proposal-ended', ...proposed } as const
    return { meetingId, event }
  })
  await happenIn(act, ending, ended)
}

async function withdrawOffers(act: ActInProgress, ending: Ending, meetingIds: readonly string[]): Promise<void> {
  const { partyId, personId: byPersonId } = ending
  const offers = await act.tx.timeProposal.findMany({
    where: { partyId: partyId ?? nothingId, byPersonId, answer: 'waiting', meetingId: { in: [...meetingIds] } },
    orderBy: { meetingId: 'asc' },
    select: { id: true, meetingId: true },
  })
  const withdrawn = offers.map(({ id, meetingId }) => {
    const event = { type: 'offer-withdrawn', offerId: id } as const
    return { meetingId, event }
  })
  await happenIn(act, ending, withdrawn)
}
