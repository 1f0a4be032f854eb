import { type GroupStanding, isGroupMember, partyRoles } from '#domain/party/membership.ts'
import { memoize, memoized } from '#lib/db/memoize.ts'
import { oneOf } from '#lib/db/one-of.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { mostStandings, readStanding, readStandings, type StandingRow, standingsKey } from '#lib/db/standings.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { isUuid } from '#lib/uuid.ts'

declare const proven: unique symbol

/** The id of a group of which the viewer is proven to be a member: minted here alone. */
export type ProvenGroupId = string & { readonly [proven]: 'group' }

/** The viewer in one group: what every query and command of that group starts from. */
export interface GroupScope {
  readonly groupId: ProvenGroupId
  readonly standing: GroupStanding
  /** IANA zone in which the viewer reads times here: their account's, else that of the party they joined first, else the group's. */
  readonly zone: string
  /** Whether the group is a demo, whose people are invented. */
  readonly isDemo: boolean
}

/** What anybody is in a group, for rules about people other than the viewer; one statement. Null: nothing. */
export async function standingIn(tx: Tx, groupId: ProvenGroupId, personId: string): Promise<GroupStanding | null> {
  const row = await readStanding(tx, personId, groupId)
  return scopeOfStanding(row, personId)?.standing ?? null
}

/**
 * Null when the viewer does not belong to the group, whether or not it exists. One statement; none in a reading in which the
 * viewer's groups are known.
 */
export async function proveGroup(tx: Tx, viewer: Viewer, groupId: string): Promise<GroupScope | null> {
  if (!isUuid(groupId)) return null
  const { personId } = viewer
  const mine = await memoized<readonly StandingRow[]>(tx, standingsKey(viewer))
  const row = mine?.find((one) => one.groupId === groupId)
  if (row !== undefined) return scopeOfStanding(row, personId)
  if (mine !== undefined && mine.length < mostStandings) return null
  return memoize(tx, `group ${groupId} of ${personId}`, async () =>
    scopeOfStanding(await readStanding(tx, personId, groupId), personId),
  )
}

/**
 * An id that nothing has. What is hidden and what is missing are looked up alike and judged after that: where a row is missing, what
 * would be asked because of it is asked of nothing, so that both take the same statements, and the same time.
 */
export const nothingId = '00000000-0000-0000-0000-000000000000'

/** The viewer in the group of a row that may be missing. */
export function proveGroupOf(
  tx: Tx,
  viewer: Viewer,
  row: { readonly groupId: string } | null | undefined,
): Promise<GroupScope | null> {
  return proveGroup(tx, viewer, row?.groupId ?? nothingId)
}

/** The viewer in every group to which they belong, at most 200; one statement, or none as in `proveGroup`. */
export async function proveMyGroups(tx: Tx, viewer: Viewer): Promise<readonly GroupScope[]> {
  return (await readStandings(tx, viewer)).flatMap((row) => scopeOfStanding(row, viewer.personId) ?? [])
}

/** Somebody in the group of this row; null: they do not belong to it. */
export function scopeOfStanding(row: StandingRow | null, personId: string): GroupScope | null {
  if (row === null) return null
  const standing: GroupStanding = {
    personId,
    organizer: row.organizer,
    holdsOffice: row.holdsOffice,
    memberships: row.memberships.map(({ partyId, role, seesFrom }) => ({
      partyId,
      role: oneOf(partyRoles, role),
      seesFrom: seesFrom === null ? null : new Date(seesFrom),
    })),
  }
  const { zone, isDemo } = row
  return isGroupMember(standing) ? { groupId: row.groupId as ProvenGroupId, standing, zone, isDemo } : null
}
