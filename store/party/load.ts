import { partyRoles } from '#domain/party/membership.ts'
import type { Party } from '#domain/party/party.ts'
import { oneOf } from '#lib/db/one-of.ts'
import type { Tx } from '#lib/db/prisma.ts'

/** What decides about a party's people, as it is stored. Hold the party's row first (store/access/party.ts). */
export async function loadParty(tx: Tx, partyId: string, now: Date): Promise<Party> {
  const row = await tx.party.findUniqueOrThrow({
    where: { id: partyId },
    relationLoadStrategy: 'join',
    select: {
      leftAt: true,
      members: { where: { removedAt: null }, select: { personId: true, role: true, seesFrom: true } },
      invitations: { where: announced(now), select: { id: true, createdAt: true, effectiveAt: true } },
    },
  })
  return partyOf(partyId, row)
}

interface PartyRow {
  readonly leftAt: Date | null
  /** Those who were not removed. */
  readonly members: readonly { readonly personId: string; readonly role: string; readonly seesFrom: Date | null }[]
  /** Open ones; of those that announce no replacement any number or none. */
  readonly invitations: readonly {
    readonly id: string
    readonly createdAt: Date
    readonly effectiveAt: Date | null
  }[]
}

/** The row, read as the domain's party. */
export function partyOf(partyId: string, row: PartyRow): Party {
  return {
    id: partyId,
    members: row.members.map((member) => ({ ...member, role: oneOf(partyRoles, member.role) })),
    replacement: row.invitations.map(replacementOf).find((replacement) => replacement !== null) ?? null,
    leftAt: row.leftAt,
  }
}

/** The invitation of an announced replacement that can still come about. */
export function announced(now: Date) {
  return { effectiveAt: { not: null }, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } }
}

function replacementOf({ id, createdAt, effectiveAt }: { id: string; createdAt: Date; effectiveAt: Date | null }) {
  return effectiveAt && { invitationId: id, announcedAt: createdAt, effectiveAt }
}
