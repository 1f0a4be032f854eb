import type { Preparedness } from '#domain/meeting/warnings.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { MeetingScope } from '#store/access/meeting.ts'

/**
 * A condition: "Assignment" a prepares what is still to come or was held. It stands outside meetings, or its party takes part in
 * its meeting, which is not cancelled.
 */
export const stillPrepares = Prisma.sql`EXISTS (SELECT 1 FROM visibility.preparing_assignment g WHERE g."assignmentId" = a.id)`

/**
 * What is known about the preparation of a meeting; one statement. It goes into the record, so it counts only what every
 * party may know: homework that was given inside a party is not in it. Which pairs have met is not stated: that a bilateral
 * was held is known to its two parties and the organizers alone.
 */
export async function loadPreparedness(tx: Tx, { meetingId }: Pick<MeetingScope, 'meetingId'>): Promise<Preparedness> {
  const [row] = await tx.$queryRaw<{ agendaItems: number; done: number; assigned: number }[]>(Prisma.sql`SELECT
    (SELECT count(*)::int FROM "AgendaItem" i WHERE i."meetingId" = ${meetingId}::uuid) AS "agendaItems",
    COALESCE(sum(o.assigned), 0)::int AS assigned, COALESCE(sum(o.done), 0)::int AS done
    FROM "MeetingParty" p JOIN "Meeting" m ON m.id = p."meetingId" AND m.state <> 'cancelled'
    JOIN visibility.readiness o ON o."meetingId" = p."meetingId" AND o."partyId" = p."partyId"
    WHERE p."meetingId" = ${meetingId}::uuid AND p."leftAt" IS NULL`)
  const { agendaItems, done, assigned } = row ?? { agendaItems: 0, done: 0, assigned: 0 }
  return { agendaItems, homework: { done, assigned } }
}
