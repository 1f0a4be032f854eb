import type { PartyExportHead } from '#domain/record/party-export.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { PartyScope } from '#store/access/party.ts'

/** Meetings in which a party takes or took part, by their ids; at most `take` after `after`. One statement. */
export async function findPartyMeetings(
  tx: Tx,
  { groupId, partyId }: PartyScope,
  { after, take }: { readonly after: string | null; readonly take: number },
): Promise<readonly string[]> {
  const rows = await tx.meetingParty.findMany({
    where: { groupId, partyId, ...(after === null ? {} : { meetingId: { gt: after } }) },
    orderBy: { meetingId: 'asc' },
    take,
    select: { meetingId: true },
  })
  return rows.map(({ meetingId }) => meetingId)
}

/** Whose file it is; one statement. */
export async function findPartyOf(
  tx: Tx,
  { groupId, partyId, name }: PartyScope,
): Promise<Pick<PartyExportHead, 'group' | 'party'>> {
  const group = await tx.group.findUniqueOrThrow({ where: { id: groupId }, select: { id: true, name: true } })
  return { group, party: { id: partyId, name } }
}
