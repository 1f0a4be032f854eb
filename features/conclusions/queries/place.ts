import { isUuid } from '#lib/access/uuid.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { Viewer } from '#lib/db/viewer.ts'

/** Where a conclusion lies, before anybody has proved anything. Not for the browser. */
export interface ConclusionPlace {
  readonly groupId: string
  readonly meetingId: string
  readonly shared: boolean
  /** The zone in which the viewer reads times: their own, or the group's. */
  readonly zone: string
}

export async function findPlace(tx: Tx, { personId }: Viewer, conclusionId: string): Promise<ConclusionPlace | null> {
  if (!isUuid(conclusionId)) return null
  const [place] = await tx.$queryRaw<ConclusionPlace[]>(Prisma.sql`SELECT c."groupId", c."meetingId",
    (c."sharedWith" = 'group' AND c.state IN ('adopted', 'superseded')) AS shared,
    COALESCE((SELECT "timeZone" FROM "Person" WHERE id = ${personId}::uuid), g."timeZone") AS zone
    FROM "Conclusion" c JOIN "Group" g ON g.id = c."groupId" WHERE c.id = ${conclusionId}::uuid`)
  return place ?? null
}

/** The zone in which the viewer reads times: their own, or the group's. */
export async function findZone(tx: Tx, groupId: string, personId: string): Promise<string> {
  const [row] = await tx.$queryRaw<{ zone: string }[]>(Prisma.sql`SELECT COALESCE(
    (SELECT "timeZone" FROM "Person" WHERE id = ${personId}::uuid), g."timeZone") AS zone
    FROM "Group" g WHERE g.id = ${groupId}::uuid`)
  return row?.zone ?? 'UTC'
}
