import { Prisma, type Tx } from '#lib/db/prisma.ts'
import { isUuid } from '#lib/uuid.ts'
import type { GroupScope } from '#store/access/group.ts'

/** Where a conclusion lies, before anybody has proved anything. Not for the browser. */
export interface ConclusionPlace {
  readonly groupId: string
  readonly meetingId: string
  readonly shared: boolean
}

/** Where a conclusion stands; null: there is none. Whether the viewer may know of it is proven by whoever asks. */
export async function findPlace(tx: Tx, conclusionId: string): Promise<ConclusionPlace | null> {
  if (!isUuid(conclusionId)) return null
  const [place] = await tx.$queryRaw<ConclusionPlace[]>(Prisma.sql`SELECT c."groupId", c."meetingId",
    (c."sharedWith" = 'group' AND c.state IN ('adopted', 'superseded')) AS shared
    FROM "Conclusion" c WHERE c.id = ${conclusionId}::uuid`)
  return place ?? null
}

/** The group of a conclusion that the viewer may know of; null: there is none, or not for them, which takes the same. One statement. */
export async function findReadableGroup(tx: Tx, conclusionId: string): Promise<string | null> {
  if (!isUuid(conclusionId)) return null
  const [row] = await tx.$queryRaw<{ groupId: string }[]>(Prisma.sql`SELECT r."groupId"
    FROM visibility.readable_conclusion() r WHERE r."conclusionId" = ${conclusionId}::uuid`)
  return row?.groupId ?? null
}

/** How the group is called whose conclusions are listed. One statement. */
export function findListedGroup(
  tx: Tx,
  { groupId }: GroupScope,
): Promise<{ readonly id: string; readonly name: string }> {
  return tx.group.findUniqueOrThrow({ where: { id: groupId }, select: { id: true, name: true } })
}
