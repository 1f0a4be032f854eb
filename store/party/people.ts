import type { OfParty } from '#domain/meeting/command.ts'
import { partyRoles } from '#domain/party/membership.ts'
import { oneOf } from '#lib/db/one-of.ts'
import type { Tx } from '#lib/db/prisma.ts'

/** Everybody who belongs to a party of this group now, as far as the viewer sees them, the oldest first. */
export async function peopleOf(
  tx: Tx,
  { groupId }: { readonly groupId: string },
  partyId: string,
): Promise<readonly OfParty[]> {
  const rows = await tx.partyMember.findMany({
    where: { groupId, partyId, removedAt: null },
    orderBy: [{ since: 'asc' }, { id: 'asc' }],
    select: { personId: true, role: true },
  })
  return rows.map(({ personId, role }) => ({ personId, role: oneOf(partyRoles, role) }))
}
