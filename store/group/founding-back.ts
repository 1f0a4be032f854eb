/** A founding that whoever founded the group takes back. */
import { decideFoundingBack, type FoundedGroup } from '#domain/group-founding.ts'
import { isRefusal, type Refusal } from '#domain/refusal.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import type { Target } from '#store/perform.ts'
import { type HeldGroup, loadHeldGroup } from './acts.ts'
import { type GroupEvent, groupRows } from './rows.ts'

/** A group under its lock, with what decides whether its founding can be taken back. */
interface HeldFounded extends HeldGroup {
  readonly founded: FoundedGroup
}

/**
 * The founding of a group, taken back by its founder: the group goes with everything in it. Whoever is accepting an invitation to it
 * meanwhile takes turns with this under the lock of the group: one of both finds the other done. Refusals: `not-entitled`, `founding-stands`.
 */
export function foundingBackOf(
  groupId: string,
): Target<Viewer, HeldFounded, 'take back', GroupEvent, Extract<ReturnType<typeof decideFoundingBack>, Refusal>> {
  return {
    ...groupRows,
    load: async (act, viewer) => {
      const held = await loadHeldGroup(act, viewer, groupId)
      // Stronger than the lock of the group: whoever comes in meanwhile has come before, or finds nothing any more.
      if (held !== null) await act.tx.$queryRaw`SELECT 1 FROM "Group" WHERE id = ${groupId}::uuid FOR UPDATE`
      return held && { ...held, founded: await findFounded(act.tx, groupId, viewer.personId) }
    },
    decide: ({ act, scope: { standing }, founded }) => {
      const event = decideFoundingBack(founded, standing, act.now)
      return isRefusal(event) ? event : [event]
    },
  }
}

/** What decides whether `personId`, who organizes the group, can take its founding back. One statement. */
export async function findFounded(tx: Tx, groupId: string, personId: string): Promise<FoundedGroup> {
  const others = { where: { personId: { not: personId } }, take: 1, select: { id: true } } as const
  const { createdAt, events, organizers, members, meetings } = await tx.group.findUniqueOrThrow({
    where: { id: groupId },
    relationLoadStrategy: 'join',
    select: {
      createdAt: true,
      events: { where: { kind: 'group-created' }, take: 1, select: { actorId: true } },
      organizers: others,
      members: others,
      meetings: { where: { state: { in: ['open', 'closed', 'agreed'] } }, take: 1, select: { id: true } },
    },
  })
  return {
    founderId: events[0]?.actorId ?? null,
    foundedAt: createdAt,
    othersCame: organizers.length + members.length > 0,
    hasMet: meetings.length > 0,
  }
}
