import { groupKinds, usualMeetingOf } from '#domain/group-kind.ts'
import { kindsToDraft, proposesFor } from '#domain/meeting/beginning.ts'
import type { MeetingKind } from '#domain/meeting/meeting.ts'
import { oneOf } from '#lib/db/one-of.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { GroupScope } from '#store/access/group.ts'

/** What somebody can begin in a group, and with whom. */
export interface BeginningView {
  /** Kinds of which the viewer makes drafts. */
  readonly kinds: readonly MeetingKind[]
  /** The one that is chosen at first: what such a group holds most, where the viewer makes drafts of it; null: none stands out. */
  readonly usual: MeetingKind | null
  /** Ids of the parties for which the viewer proposes bilaterals to others (rule 1). */
  readonly proposesFor: readonly string[]
  /** The parties of the group, by short name. */
  readonly parties: readonly {
    readonly id: string
    readonly name: string
    readonly shortName: string
    readonly timeZone: string
    /** The viewer is its head or deputy. */
    readonly led: boolean
  }[]
  readonly viewerZone: string
}

/** One statement; at most 200 parties. */
export async function findBeginning(tx: Tx, scope: GroupScope): Promise<BeginningView> {
  const leading = proposesFor(scope.standing)
  const { kind, parties } = await tx.group.findUniqueOrThrow({
    where: { id: scope.groupId },
    relationLoadStrategy: 'join',
    select: {
      kind: true,
      parties: {
        where: { leftAt: null },
        orderBy: { shortName: 'asc' },
        take: 200,
        select: { id: true, name: true, shortName: true, timeZone: true },
      },
    },
  })
  const kinds = kindsToDraft(scope.standing)
  const usual = usualMeetingOf(kind === null ? null : oneOf(groupKinds, kind))
  return {
    kinds,
    usual: kinds.find((one) => one === usual) ?? null,
    proposesFor: leading,
    parties: parties.map((party) => ({ ...party, led: leading.includes(party.id) })),
    viewerZone: scope.zone,
  }
}
