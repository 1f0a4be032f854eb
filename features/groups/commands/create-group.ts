import { listFull } from '#domain/limits.ts'
import { notEntitled, type Refusal } from '#domain/refusal.ts'
import { clock } from '#lib/clock.ts'
import { holdList } from '#lib/db/hold-list.ts'
import { asViewer } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import type { NewGroup } from '../schema.ts'

/** The instance admin makes a group. Refusals: `not-entitled`, `list-full`. */
export async function createGroup(viewer: Viewer, input: NewGroup): Promise<{ id: string } | Refusal> {
  return asViewer(
    viewer,
    async (tx) => {
      const admin = await tx.person.findFirst({
        where: { id: viewer.personId, isInstanceAdmin: true },
        select: { id: true },
      })
      if (admin === null) return notEntitled
      await holdList(tx, 'groups', 'instance')
      const full = listFull('groups', await tx.group.count())
      if (full !== null) return full
      const at = clock.now()
      const group = await tx.group.create({ data: { ...input, createdAt: at }, select: { id: true } })
      await tx.groupEvent.create({ data: { groupId: group.id, actorId: viewer.personId, kind: 'group-created', at } })
      return group
    },
    { write: true },
  )
}
