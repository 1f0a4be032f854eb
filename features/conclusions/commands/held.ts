import type { Command } from '#domain/conclusion/command.ts'
import type { Conclusion } from '#domain/conclusion/conclusion.ts'
import { decideConclusion } from '#domain/conclusion/decide.ts'
import type { ConclusionEvent } from '#domain/conclusion/event.ts'
import { evolve } from '#domain/conclusion/evolve.ts'
import type { Context } from '#domain/conclusion/facts.ts'
import { type OutcomeSoFar, standing } from '#domain/conclusion/standing.ts'
import type { Participant } from '#domain/meeting/participant.ts'
import { isRefusal, notFound, type Refusal } from '#domain/refusal.ts'
import { clock } from '#lib/clock.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { asViewer } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { isUuid } from '#lib/uuid.ts'
import { opensConclusion, opensConclusions } from '#store/access/contents.ts'
import { nothingId } from '#store/access/group.ts'
import { type MeetingScope, proveMeeting } from '#store/access/meeting.ts'
import { recordDisagrees } from '#store/conclusion/agreement-of-rows.ts'
import { carryOut, type Subject, subjectOf } from '#store/conclusion/carry-out.ts'
import { type LoadedMeeting, loadMeetingFacts } from '#store/conclusion/facts.ts'
import { type Loaded, loadConclusions, lockConclusions, olderFor } from '#store/conclusion/load.ts'
import { agreeRecord, takeSeatAlong } from '#store/conclusion/meeting.ts'
import { roomForEvents } from '#store/conclusion/room.ts'
import { sha256 } from '#store/record/append.ts'

/** A meeting under its lock, with whoever acts in it. */
export interface HeldMeeting {
  readonly tx: Tx
  readonly scope: MeetingScope
  readonly meeting: LoadedMeeting
  readonly actor: Participant
  /** Read after the locks were taken, so that what comes later in the record is not earlier in time. */
  readonly now: Date
}

/** A conclusion under its lock. */
export interface Held extends HeldMeeting {
  readonly loaded: Loaded
  readonly conclusion: Conclusion
  /** The older conclusion that it names, locked too; null: none. */
  readonly supersedes: Loaded | null
  readonly context: Context
}

/** What an act answers: where the conclusion stands now. */
export interface Outcome {
  readonly id: string
  readonly state: Conclusion['state']
  /** The current version; 0: a divergence has none. */
  readonly version: number
  readonly outcome: OutcomeSoFar
}

/** One transaction on a locked meeting whose contents the viewer sees; `not-found` for everybody else. */
export function inMeeting<T>(
  viewer: Viewer,
  meetingId: string,
  work: (held: HeldMeeting) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  return asViewer(
    viewer,
    async (tx) => {
      const held = await holdMeeting(tx, viewer, meetingId, null)
      return held === null ? notFound : work(held)
    },
    { write: true },
  )
}

/**
 * One transaction on a locked conclusion; locks its meeting first, and the older conclusion that it names with it. `opens`: to
 * whom the act is open; `not-found` for everybody else.
 */
export function onConclusion<T>(
  viewer: Viewer,
  conclusionId: string,
  work: (held: Held) => Promise<T | Refusal>,
  opens: Opens = opensConclusion,
): Promise<T | Refusal> {
  return asViewer(
    viewer,
    async (tx) => {
      const held = await hold(tx, viewer, conclusionId, opens)
      return held === null ? notFound : work(held)
    },
    { write: true },
  )
}

/** Whether an act on this conclusion is open to the viewer of its meeting. */
type Opens = (scope: MeetingScope, conclusion: Conclusion) => boolean

async function hold(tx: Tx, viewer: Viewer, conclusionId: string, opens: Opens): Promise<Held | null> {
  if (!isUuid(conclusionId)) return null
  // Neither of the two ever changes, so they can be read before the lock.
  const place = await tx.conclusion.findUnique({
    where: { id: conclusionId },
    select: { meetingId: true, supersedesId: true },
  })
  const held = await holdMeeting(tx, viewer, place?.meetingId ?? nothingId, conclusionId)
  if (!place || !held) return null
  const ids = place.supersedesId === null ? [conclusionId] : [conclusionId, place.supersedesId]
  await lockConclusions(tx, ids)
  const found = await loadConclusions(tx, ids)
  const loaded = found.get(conclusionId)
  if (loaded === undefined) return null
  if (!opens(held.scope, loaded.conclusion)) return null
  const supersedes = (place.supersedesId && found.get(place.supersedesId)) || null
  const context = {
    meeting: held.meeting,
    origin: null,
    supersedes: supersedes && olderFor(supersedes, place.meetingId),
    sha256,
  }
  return { ...held, now: clock.now(), loaded, conclusion: loaded.conclusion, supersedes, context }
}

async function holdMeeting(
  tx: Tx,
  viewer: Viewer,
  meetingId: string,
  conclusionId: string | null,
): Promise<HeldMeeting | null> {
  const scope = await proveMeeting(tx, viewer, meetingId, { lock: true })
  // A party that left still acts on the conclusions that it keeps: it brings the word of its principals, or shares them.
  if (scope === null || !opensConclusions(scope) || (conclusionId === null && scope.keepsFor !== null)) return null
  const meeting = await loadMeetingFacts(tx, meetingId, conclusionId)
  return { tx, scope, meeting, actor: scope.inMeeting, now: clock.now() }
}

/** Puts a command to the domain, and makes what it answers come true. */
export async function act(held: Held, command: Command): Promise<Outcome | Refusal> {
  const { conclusion, context, loaded, supersedes, now } = held
  const events = decideConclusion(conclusion, command, context, now)
  if (isRefusal(events)) return events
  const full = await roomForEvents(held, events)
  if (full !== null) return full
  const subjects = [subjectOf(loaded), ...(supersedes === null ? [] : [subjectOf(supersedes)])]
  const refusal = await happen(held, subjects, events)
  return refusal ?? outcomeOf(events.reduce<Conclusion>(evolve, conclusion), now)
}

/**
 * Writes what happened, with what an act takes along: the seat of whoever acts for a party, and the agreed record. Refused when
 * the rows of a conclusion disagree with its record.
 */
export async function happen(
  held: HeldMeeting,
  subjects: readonly Subject[],
  events: readonly ConclusionEvent[],
): Promise<Refusal | null> {
  if (events.length === 0) return null
  const { tx, actor, now } = held
  const by = { personId: actor.group.personId, partyId: actor.party?.partyId ?? null }
  const { stopped } = await carryOut(tx, by, subjects, events, { at: now, along: () => takeSeatAlong(held) })
  if (stopped.size > 0) return recordDisagrees
  const adopted = events.find((event) => event.type === 'adopted')
  if (subjects.some(({ id, kind }) => kind === 'record' && id === adopted?.conclusionId)) await agreeRecord(held)
  return null
}

export function outcomeOf(conclusion: Conclusion, now: Date): Outcome {
  const { id, state } = conclusion
  const version = conclusion.state === 'recorded' ? 0 : conclusion.current.number
  return { id, state, version, outcome: standing(conclusion, now).outcome }
}
