import { notEntitled, type Refusal } from '#domain/refusal.ts'
import { clock } from '#lib/clock.ts'
import { asViewer } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import type { NewGroup } from '../schema.ts'

/** The instance admin makes a group. Refusal: `not-entitled`. */
export async function createGroup(viewer: Viewer, input: NewGroup): Promise<{ id: string } | Refusal> {
  return asViewer(
    viewer,
    async (tx) => {
      const admin = await tx.person.findFirst({
        where: { id: viewer.personId, isInstanceAdmin: true },
        select: { id: true },
      })
      if (admin === null) return notEntitled
      const at = clock.now()
      const group = await tx.group.create({ data: { ...input, createdAt: at }, select: { id: true } })
      await tx.groupEvent.create({ data: { groupId: group.id, actorId: viewer.personId, kind: 'group-created', at } })
      return group
    },
    { write: true },
  )
}
