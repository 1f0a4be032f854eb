import { dueDeletion, postponedTo } from '#domain/group-deletion.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { Purpose } from '#lib/db/transaction.ts'
import type { Target } from '#store/perform.ts'
import { type GroupEvent, groupRows, type OfGroup } from './rows.ts'

interface Announced extends OfGroup {
  readonly deletesAt: Date
  readonly seenAt: Date
  /** Whether whoever announced it organizes the group now. */
  readonly organizer: boolean
}

/** An announced deletion at which the clock looks. `not-found`: none is announced any more. */
export function announcedDeletion(groupId: string): Target<Purpose, Announced, 'look', GroupEvent, never> {
  return {
    ...groupRows,
    load: async (act) => {
      const row = await lockAnnounced(act.tx, groupId)
      return row && { act, groupId, actorId: null, ...row }
    },
    decide: ({ act: { now }, deletesAt: announced, seenAt, organizer }) => {
      const deletesAt = postponedTo(announced, seenAt, now)
      const moved =
        deletesAt.getTime() === announced.getTime() ? [] : [{ type: 'deletion-postponed', to: deletesAt } as const]
      const verdict = dueDeletion({ deletesAt }, { organizer }, now)
      switch (verdict) {
        case 'void':
          return [...moved, { type: 'deletion-voided' }]
        case 'due':
          return [{ type: 'group-deleted' }]
        case 'none':
        case 'waits':
          return [...moved, { type: 'deletion-seen' }]
        default:
          return verdict satisfies never
      }
    },
  }
}

async function lockAnnounced(tx: Tx, groupId: string) {
  const [row] = await tx.$queryRaw<Pick<Announced, 'deletesAt' | 'seenAt' | 'organizer'>[]>`
    SELECT g."deletesAt", g."deletionSeenAt" AS "seenAt",
      EXISTS (SELECT 1 FROM "Organizer" o WHERE o."groupId" = g.id AND o."personId" = g."deletionById"
        AND o."removedAt" IS NULL) AS organizer
    FROM "Group" g WHERE g.id = ${groupId}::uuid AND g."deletesAt" IS NOT NULL FOR UPDATE OF g`
  return row ?? null
}
