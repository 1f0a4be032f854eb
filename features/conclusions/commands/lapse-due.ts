import { isRefusal } from '#domain/refusal.ts'
import { clock } from '#lib/clock.ts'
import { Prisma } from '#lib/db/prisma.ts'
import { asSystem } from '#lib/db/transaction.ts'
import { dueConclusion } from '#store/conclusion/due.ts'
import { perform } from '#store/perform.ts'

/** How many texts one call lets lapse at most; what is left comes with the next. */
const batch = 50

interface Due {
  readonly id: string
  readonly meetingId: string
}

/**
 * The clock's act (rule 8): texts that were fixed ad referendum and whose date has passed lapse. Any number of processes
 * may call it at once: each text is decided on under its lock, and is lapsed once.
 *
 * @returns how many texts lapsed in this call.
 */
export async function lapseDue(): Promise<number> {
  const now = clock.now()
  const due = await asSystem('jobs', (tx) =>
    tx.$queryRaw<Due[]>(Prisma.sql`SELECT c.id, c."meetingId" FROM "Conclusion" c
      WHERE c.state = 'ad-referendum' AND EXISTS (SELECT 1 FROM "ConclusionVersion" v
        JOIN "Decider" d ON d."versionId" = v.id JOIN "Stance" s ON s."deciderId" = d.id
        WHERE v."conclusionId" = c.id AND v.number = c."currentVersion"
          AND s.kind = 'ad-referendum' AND s.principals IS NULL AND s."referendumBy" < ${now})
      ORDER BY c.id LIMIT ${batch}`),
  )
  let lapsed = 0
  for (const one of due) lapsed += await lapseOne(one)
  return lapsed
}

/** What its record contradicts stays as it is, reported. */
async function lapseOne({ id, meetingId }: Due): Promise<number> {
  const lapsed = await perform('jobs', dueConclusion(id, meetingId), () => ({ type: 'lapse' }), {
    answer: (_, events) => events.length,
  })
  return isRefusal(lapsed) ? 0 : lapsed
}
