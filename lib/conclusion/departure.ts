import { decide } from '#domain/conclusion/decide.ts'
import type { Decider } from '#domain/conclusion/people.ts'
import { isRefusal } from '#domain/conclusion/refusal.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import { sha256 } from '#lib/record/append.ts'
import { carryOut, subjectOf } from './carry-out.ts'
import { loadMeetingFacts } from './facts.ts'
import { loadConclusions } from './load.ts'

/**
 * Rule 15: a party leaves a meeting, or a participant a study session, and what was put to them returns to draft. Belongs
 * into the transaction of the act that makes them leave, after its own changes and under its lock on the meeting; the
 * record's head is locked here, last.
 *
 * @returns how many conclusions returned to draft.
 */
export async function returnToDraft(tx: Tx, meetingId: string, decider: Decider, at: Date): Promise<number> {
  const put = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`SELECT id FROM "Conclusion"
    WHERE "meetingId" = ${meetingId}::uuid AND state = 'put' ORDER BY id FOR UPDATE`)
  if (put.length === 0) return 0
  const meeting = await loadMeetingFacts(tx, meetingId, null)
  const context = { meeting, origin: null, supersedes: null, sha256 }
  const loaded = [
    ...(
      await loadConclusions(
        tx,
        put.map(({ id }) => id),
      )
    ).values(),
  ]
  const events = loaded.flatMap(({ conclusion }) => {
    const decision = decide(conclusion, { type: 'leave', decider }, context, at)
    if (isRefusal(decision)) throw new Error('Leaving is never refused.')
    return decision
  })
  await carryOut(tx, null, loaded.map(subjectOf), events, at)
  return events.length
}
