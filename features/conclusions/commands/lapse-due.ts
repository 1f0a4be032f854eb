import { decideConclusion } from '#domain/conclusion/decide.ts'
import { isRefusal } from '#domain/refusal.ts'
import { clock } from '#lib/clock.ts'
import { Prisma } from '#lib/db/prisma.ts'
import { asSystem } from '#lib/db/transaction.ts'
import { carryOut, subjectOf } from '#store/conclusion/carry-out.ts'
import { loadMeetingFacts } from '#store/conclusion/facts.ts'
import { loadConclusions, lockConclusions } from '#store/conclusion/load.ts'
import { sha256 } from '#store/record/append.ts'

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

function lapseOne({ id, meetingId }: Due): Promise<number> {
  return asSystem(
    'jobs',
    async (tx) => {
      await tx.$queryRaw(Prisma.sql`SELECT id FROM "Meeting" WHERE id = ${meetingId}::uuid FOR UPDATE`)
      await lockConclusions(tx, [id])
      const loaded = (await loadConclusions(tx, [id])).get(id)
      if (loaded === undefined) return 0
      const meeting = await loadMeetingFacts(tx, meetingId, id)
      const context = { meeting, origin: null, supersedes: null, sha256 }
      const now = clock.now()
      const events = decideConclusion(loaded.conclusion, { type: 'lapse' }, context, now)
      if (isRefusal(events)) throw new Error('Lapsing is never refused.')
      const { stopped } = await carryOut(tx, null, [subjectOf(loaded)], events, { at: now })
      return stopped.size > 0 ? 0 : events.length
    },
    { write: true },
  )
}
