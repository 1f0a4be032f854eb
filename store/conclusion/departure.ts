import { decideConclusion } from '#domain/conclusion/decide.ts'
import type { Decider } from '#domain/conclusion/decider.ts'
import { isRefusal } from '#domain/refusal.ts'
import { clock } from '#lib/clock.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import { sha256 } from '#store/record/append.ts'
import { carryOut, subjectOf } from './carry-out.ts'
import { loadMeetingFacts } from './facts.ts'
import { loadConclusions } from './load.ts'

/**
 * What a departure from these meetings can concern: what is put there, and resolutions that wait for principals. Locked
 * before any record's head, which comes last of all locks.
 */
export async function lockConcerned(tx: Tx, meetingIds: readonly string[]): Promise<readonly string[]> {
  const concerned = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`SELECT id FROM "Conclusion"
    WHERE "meetingId" = ANY(${[...meetingIds]}::uuid[])
      AND (state = 'put' OR (state = 'ad-referendum' AND kind = 'resolution')) ORDER BY id FOR UPDATE`)
  return concerned.map(({ id }) => id)
}

/**
 * Rule 15: a party leaves a meeting, or a participant a study session, and what was put to them returns to draft; a
 * resolution that waits for principals lapses where too few are left. Belongs into the transaction of the act that makes
 * them leave, after its own changes and under its lock on the meeting; the record's head is locked here, last.
 *
 * What disagrees with its record stays as it is, reported: nobody is kept from leaving by it.
 *
 * @returns how many conclusions it concerned.
 */
export async function returnToDraft(tx: Tx, meetingId: string, decider: Decider, at: Date): Promise<number> {
  const ids = await lockConcerned(tx, [meetingId])
  if (ids.length === 0) return 0
  const meeting = await loadMeetingFacts(tx, meetingId, null)
  const context = { meeting, origin: null, supersedes: null, sha256 }
  const loaded = [...(await loadConclusions(tx, ids)).values()]
  const leaving = [decider, ...(decider.kind === 'party' ? await participantsOf(tx, meetingId, decider.partyId) : [])]
  const events = loaded.flatMap(({ conclusion }) => {
    const decisions = leaving.map((one) => decideConclusion(conclusion, { type: 'leave', decider: one }, context, at))
    // Those who leave together take a version back once.
    const decision = decisions.find((one) => isRefusal(one) || one.length > 0) ?? []
    if (isRefusal(decision)) throw new Error('Leaving is never refused.')
    return decision
  })
  await carryOut(tx, null, loaded.map(subjectOf), events, { at })
  return events.length
}

/**
 * Somebody is no longer of a party, or no more than an observer of it, and so no participant of its study sessions. Belongs
 * into the transaction of that act, after its own changes; the meetings and what is put in them are locked here.
 */
export async function participantLeaves(
  tx: Tx,
  { partyId, personId }: { readonly partyId: string; readonly personId: string },
): Promise<void> {
  const meetings = await tx.$queryRaw<{ id: string }[]>`SELECT m.id FROM "Meeting" m
    WHERE m.kind = 'study' AND m.state IN ('open', 'closed') AND EXISTS (SELECT 1 FROM "Seat" s
      WHERE s."meetingId" = m.id AND s."partyId" = ${partyId}::uuid AND s."personId" = ${personId}::uuid)
    ORDER BY m.id FOR UPDATE OF m`
  const ids = meetings.map(({ id }) => id)
  await lockConcerned(tx, ids)
  const now = clock.now()
  for (const id of ids) await returnToDraft(tx, id, { kind: 'person', personId }, now)
}

/** Those who sit for a party: in a study session they decide, and go with it. */
async function participantsOf(tx: Tx, meetingId: string, partyId: string): Promise<readonly Decider[]> {
  const seats = await tx.seat.findMany({ where: { meetingId, partyId }, select: { personId: true } })
  return seats.map(({ personId }) => ({ kind: 'person', personId }))
}
