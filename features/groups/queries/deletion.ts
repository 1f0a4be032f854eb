import { type DeletionActor, decideDeletionEnd } from '#domain/group-deletion.ts'
import { may } from '#domain/may.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { GroupScope } from '#store/access/group.ts'

/** What a member of a group is told of its deletion, and what they can do about it. */
export interface DeletionView {
  readonly groupId: string
  readonly name: string
  /** IANA zone in which the viewer reads times. */
  readonly viewerZone: string
  /** ISO 8601; null: no deletion is announced. */
  readonly deletesAt: string | null
  /** Who announced it; empty: nobody did. */
  readonly announcedBy: string
  /** The parties for which the viewer speaks, also those that left: what these agreed can be taken along. */
  readonly parties: readonly { readonly id: string; readonly name: string }[]
  readonly can: {
    /** As an organizer. */
    readonly callOff: boolean
    /** As the head of a party of the group. */
    readonly stop: boolean
  }
}

/** Three statements. */
export async function findDeletion(tx: Tx, { groupId, standing, zone }: GroupScope): Promise<DeletionView> {
  const group = await tx.group.findUniqueOrThrow({
    where: { id: groupId },
    select: { name: true, deletesAt: true, deletionById: true },
  })
  const leads = standing.memberships.filter(({ role }) => role === 'head' || role === 'deputy')
  const parties = await tx.party.findMany({
    where: { id: { in: leads.map(({ partyId }) => partyId) } },
    orderBy: { name: 'asc' },
    take: leads.length,
    select: { id: true, name: true, leftAt: true },
  })
  const announcer =
    group.deletionById === null
      ? null
      : await tx.person.findUnique({ where: { id: group.deletionById }, select: { name: true } })
  const headOf = parties.find(
    ({ id, leftAt }) => leftAt === null && leads.some(({ partyId, role }) => partyId === id && role === 'head'),
  )
  const ends = (by: DeletionActor) => may(decideDeletionEnd, group, by)
  const callOff = ends({ organizer: standing.organizer, headOf: null })
  return {
    groupId,
    name: group.name,
    viewerZone: zone,
    deletesAt: group.deletesAt?.toISOString() ?? null,
    announcedBy: announcer?.name ?? '',
    parties: parties.map(({ id, name }) => ({ id, name })),
    can: { callOff, stop: !callOff && ends({ organizer: false, headOf: headOf?.id ?? null }) },
  }
}
