import { notEntitled, notFound, type Refusal } from '#domain/refusal.ts'
import { clock } from '#lib/clock.ts'
import { asViewer } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { proveGroup } from '#store/access/group.ts'
import { changesToday } from '#store/party/changes-today.ts'
import type { GroupSettings } from '../schema.ts'

/** An organizer changes what the group is called and how it works. Refusals: `not-found`, `not-entitled`, `day-full`. */
export async function changeSettings(
  viewer: Viewer,
  groupId: string,
  { language, ...input }: GroupSettings,
): Promise<GroupSettings | Refusal> {
  return asViewer(
    viewer,
    async (tx) => {
      const scope = await proveGroup(tx, viewer, groupId)
      if (scope === null) return notFound
      if (!scope.standing.organizer) return notEntitled
      const full = await changesToday(tx, groupId, viewer.personId, clock.now())
      if (full !== null) return full
      const data = language === undefined ? input : { ...input, language }
      await tx.group.update({ where: { id: groupId }, data, select: { id: true } })
      await tx.groupEvent.create({
        data: { groupId, actorId: viewer.personId, kind: 'settings-changed', at: clock.now() },
      })
      return data
    },
    { write: true },
  )
}
