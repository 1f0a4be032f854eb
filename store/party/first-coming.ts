import { Prisma } from '#lib/db/prisma.ts'
import type { ActInProgress } from '#store/perform.ts'

/**
 * A party joins a meeting when somebody can: while it had no people, its name on the list was nobody's coming. With its first
 * person it sees of each meeting in which something is written what is written from then on, as a party that is added late does
 * (rules 14 and 15); the others may open the rest. Without this, whoever made a party could name it early, let the others write,
 * and sit for it then. Belongs into the act of the joining, after it was saved. Two statements.
 */
export async function boundFirstComing({ tx, now }: ActInProgress, partyId: string): Promise<void> {
  // Rows of those who left stay: one is the first that there ever was.
  if ((await tx.partyMember.count({ where: { partyId } })) > 1) return
  await tx.$executeRaw(Prisma.sql`UPDATE "MeetingParty" p SET "seesFrom" = ${now}
    FROM "Meeting" m WHERE m.id = p."meetingId" AND p."partyId" = ${partyId}::uuid AND p."leftAt" IS NULL
      AND (m."openedAt" IS NOT NULL OR EXISTS (SELECT 1 FROM "Conclusion" c WHERE c."meetingId" = m.id))`)
}
