import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { PendingOrganizer } from '../views.ts'

interface Row extends Omit<PendingOrganizer, 'expiresAt' | 'declinedAt'> {
  groupId: string
  expiresAt: Date
  declinedAt: Date | null
}

/** Most that are listed. */
const most = 500

/**
 * The open invitations to organize these groups by group, newest first; one statement. For those who look after them
 * (store/invitation/look-after.ts `looksAfter`).
 */
export async function findPendingOrganizers(
  tx: Tx,
  groupIds: readonly string[],
  now: Date,
): Promise<(groupId: string) => PendingOrganizer[]> {
  const rows = await tx.$queryRaw<
    Row[]
  >(Prisma.sql`SELECT i."groupId", i.id, i.email, i.name, i."expiresAt", i."declinedAt",
      CASE WHEN w.id IS NULL THEN NULL ELSE json_build_object('name', w.name, 'email', COALESCE(a.email, '')) END AS "claimedBy"
    FROM "Invitation" i LEFT JOIN "Person" w ON w.id = i."claimedById"
    LEFT JOIN visibility.known_address a ON a."personId" = w.id
    WHERE i."groupId" = ANY(${[...groupIds]}::uuid[]) AND i."partyId" IS NULL
      AND i."acceptedAt" IS NULL AND i."revokedAt" IS NULL AND i."expiresAt" > ${now}
    ORDER BY i."createdAt" DESC, i.id DESC LIMIT ${most}`)
  return (group) =>
    rows.flatMap(({ groupId, expiresAt, declinedAt, ...row }) =>
      groupId === group
        ? [{ ...row, expiresAt: expiresAt.toISOString(), declinedAt: declinedAt?.toISOString() ?? null }]
        : [],
    )
}
