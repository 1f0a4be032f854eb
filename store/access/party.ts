import type { PersonInGroup } from '#domain/party/membership.ts'
import { type PartyRole, roleIn } from '#domain/party/membership.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { isUuid } from '#lib/uuid.ts'
import { type GroupScope, proveGroupOf } from './group.ts'

declare const proven: unique symbol

/** The id of a party of a group of which the viewer is proven to be a member: minted here alone. */
export type ProvenPartyId = string & { readonly [proven]: 'party' }

/** The viewer before one party: the whole group knows that it exists. */
export interface PartyScope extends GroupScope {
  readonly partyId: ProvenPartyId
  readonly name: string
  /** The viewer's own role in the party, or null. */
  readonly role: PartyRole | null
  /** The viewer as the party's rules know them. */
  readonly actor: PersonInGroup
}

/** Two statements; null when the viewer may not know of the party. With `lock` its row is held until the transaction ends. */
export async function proveParty(
  tx: Tx,
  viewer: Viewer,
  partyId: string,
  { lock = false } = {},
): Promise<PartyScope | null> {
  if (!isUuid(partyId)) return null
  const [row] = await tx.$queryRaw<{ groupId: string; name: string }[]>(
    Prisma.sql`SELECT "groupId", name FROM "Party" WHERE id = ${partyId}::uuid ${lock ? Prisma.sql`FOR NO KEY UPDATE` : Prisma.empty}`,
  )
  const scope = await proveGroupOf(tx, viewer, row)
  if (!row || !scope) return null
  const { personId, organizer } = scope.standing
  const role = roleIn(scope.standing, partyId)
  return { ...scope, partyId: partyId as ProvenPartyId, name: row.name, role, actor: { personId, organizer } }
}
