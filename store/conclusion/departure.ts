import { decideConclusion } from '#domain/conclusion/decide.ts'
import type { Decider } from '#domain/conclusion/decider.ts'
import { isRefusal } from '#domain/refusal.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import { type ActInProgress, happen } from '#store/perform.ts'
import { sha256 } from '#store/record/append.ts'
import { conclusionRows, findContradicting, subjectOf } from './acts.ts'
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
 * resolution that waits for principals lapses where too few are left. Belongs into the act that makes them leave, after its own
 * changes and under its locks on the meeting and on what is concerned there (`lockConcerned`).
 *
 * What disagrees with its record stays as it is, reported: nobody is kept from leaving by it.
 *
 * @returns how many conclusions it concerned.
 */
export async function returnToDraft(act: ActInProgress, meetingId: string, decider: Decider): Promise<number> {
  const { tx } = act
  const ids = await lockConcerned(tx, [meetingId])
  if (ids.length === 0) return 0
  const meeting = await loadMeetingFacts(tx, meetingId, null)
  const context = { meeting, origin: null, supersedes: null, sha256 }
  const loaded = [...(await loadConclusions(tx, ids)).values()]
  const leaving = [decider, ...(decider.kind === 'party' ? await participantsOf(tx, meetingId, decider.partyId) : [])]
  const events = loaded.flatMap(({ conclusion }) => {
    const decisions = leaving.map((one) =>
      decideConclusion(conclusion, { type: 'leave', decider: one }, context, act.now),
    )
    // Those who leave together take a version back once.
    const decision = decisions.find((one) => isRefusal(one) || one.length > 0) ?? []
    if (isRefusal(decision)) throw new Error('Leaving is never refused.')
    return decision
  })
  const subjects = loaded.map(subjectOf)
  const contradicting = await findContradicting(tx, subjects, events)
  const done = events.filter(({ conclusionId }) => !contradicting.has(conclusionId))
  await happen(conclusionRows, { act, by: null, subjects }, done)
  return events.length
}

/** Who is or was in a party. */
interface OfParty {
  readonly partyId: string
  readonly personId: string
}

/** Locks the study sessions in which somebody participates, and what is put there. */
export async function lockParticipations(tx: Tx, { partyId, personId }: OfParty): Promise<readonly string[]> {
  const meetings = await tx.$queryRaw<{ id: string }[]>`SELECT m.id FROM "Meeting" m
    WHERE m.kind = 'study' AND m.state IN ('open', 'closed') AND EXISTS (SELECT 1 FROM "Seat" s
      WHERE s."meetingId" = m.id AND s."partyId" = ${partyId}::uuid AND s."personId" = ${personId}::uuid)
    ORDER BY m.id FOR UPDATE OF m`
  const ids = meetings.map(({ id }) => id)
  await lockConcerned(tx, ids)
  return ids
}

/**
 * Somebody is no longer of a party, or no more than an observer of it, and so no participant of its study sessions. Belongs
 * into that act, after its own changes.
 */
export async function participantLeaves(act: ActInProgress, one: OfParty): Promise<void> {
  const decider = { kind: 'person', personId: one.personId } as const
  for (const id of await lockParticipations(act.tx, one)) await returnToDraft(act, id, decider)
}

/** Those who sit for a party: in a study session they decideConclusion, and go with it. */
async function participantsOf(tx: Tx, meetingId: string, partyId: string): Promise<readonly Decider[]> {
  const seats = await tx.seat.findMany({ where: { meetingId, partyId }, select: { personId: true } })
  return seats.map(({ personId }) => ({ kind: 'person', personId }))
}
