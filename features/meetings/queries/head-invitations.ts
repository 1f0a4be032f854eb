import type { Tx } from '#lib/db/prisma.ts'
import { Prisma } from '#lib/db/prisma.ts'
import type { MeetingScope } from '#store/access/meeting.ts'
import type { headInvitations } from '../views/plan.ts'
import type { PlanRows } from './plan-rows.ts'

/** How the invitation of a first head stands. */
export type HeadInvitation = (typeof headInvitations)[number]

/**
 * How the invitations of the first heads of a scheduled meeting stand, by party, for those who organize the group: they invite them and
 * look after the invitation (`visibility.known_invitation`), nobody else learns of it. Parties that have a head, or left, are not in
 * it. One statement where such a party is there, else none.
 */
export async function findHeadInvitations(
  tx: Tx,
  { standing }: MeetingScope,
  { state, parties }: PlanRows,
  now: Date,
): Promise<ReadonlyMap<string, HeadInvitation>> {
  const isAsked = standing.organizer && state === 'scheduled'
  const headless = parties
    .filter(({ leftAt, party }) => leftAt === null && !party.members.some(({ role }) => role === 'head'))
    .map(({ partyId }) => partyId)
  if (!isAsked || headless.length === 0) return new Map()
  const rows = await tx.$queryRaw<
    { partyId: string; expiresAt: Date; claimed: boolean; declined: boolean }[]
  >(Prisma.sql`
    SELECT DISTINCT ON (i."partyId") i."partyId", i."expiresAt", i."claimedById" IS NOT NULL AS claimed,
      i."declinedAt" IS NOT NULL AS declined
    FROM "Invitation" i JOIN visibility.known_invitation() k ON k."invitationId" = i.id AND k.tended
    WHERE i."partyId" = ANY(${headless}::uuid[]) AND i.role = 'head' AND i."acceptedAt" IS NULL
      AND i."revokedAt" IS NULL
    ORDER BY i."partyId", i."declinedAt" IS NOT NULL AND i."claimedById" IS NULL, i."expiresAt" DESC, i.id`)
  return new Map(
    headless.map((partyId) => {
      const row = rows.find((one) => one.partyId === partyId)
      return [partyId, row === undefined ? 'none' : standingOf(row, now)]
    }),
  )
}

interface Standing {
  readonly expiresAt: Date
  readonly claimed: boolean
  readonly declined: boolean
}

function standingOf({ expiresAt, claimed, declined }: Standing, now: Date): HeadInvitation {
  if (expiresAt.getTime() <= now.getTime()) return 'over'
  if (claimed) return 'claimed'
  return declined ? 'declined' : 'open'
}
