import { randomUUIDv7 } from 'node:crypto'
import { seesContents } from '#domain/access.ts'
import type { PutRecord } from '#domain/conclusion/command.ts'
import type { Conclusion } from '#domain/conclusion/conclusion.ts'
import type { RecordedUpTo } from '#domain/conclusion/content.ts'
import type { ConclusionEvent } from '#domain/conclusion/event.ts'
import { decidePuttingRecord, underwayStates } from '#domain/conclusion/put-record.ts'
import { sawItHeld } from '#domain/conclusion/since.ts'
import { type NotEntitled, notEntitled, type Refusal } from '#domain/refusal.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { holdKnown } from '#store/access/hold.ts'
import { proveMeeting } from '#store/access/meeting.ts'
import type { Target } from '#store/perform.ts'
import { append, sha256 } from '#store/record/append.ts'
import { roomIn } from '#store/record/room.ts'
import { byOf, conclusionActs, contradicted, type Deciding, type NotAdmitted } from './acts.ts'
import { loadMeetingFacts } from './facts.ts'
import { loadConclusions, lockConclusions } from './load.ts'

/** The minutes of a meeting that are put: those that are drafted, put or agreed already, or new ones. */
export interface HeldMinutes extends Deciding {
  readonly conclusionId: string
  readonly title: string
  /** The entry up to which they go: the head of the record, which is held. */
  readonly chainHead: RecordedUpTo
}

/** The minutes of a meeting. Refusals: `not-found`, `not-entitled`, `record-full`, `record-disagrees`. */
export function minutesIn(
  meetingId: string,
): Target<
  Viewer,
  HeldMinutes,
  PutRecord,
  ConclusionEvent,
  Extract<ReturnType<typeof decidePuttingRecord>, Refusal> | NotEntitled | NotAdmitted
> {
  return {
    ...conclusionActs(({ act, conclusion, context }: HeldMinutes, command: PutRecord) =>
      decidePuttingRecord(conclusion, command, context, act.now),
    ),
    load: async (act, viewer) => {
      const { tx } = act
      const scope = (await holdKnown(tx, 'contents', meetingId)) ? await proveMeeting(tx, viewer, meetingId) : null
      if (scope === null || !seesContents(scope.sight)) return null
      // Nobody lays before others what is closed to themselves (rule 14).
      if (!sawItHeld(scope.since, scope.meeting)) return notEntitled
      const underway = await lockUnderway(tx, meetingId)
      const meeting = await loadMeetingFacts(tx, meetingId, underway?.id ?? null)
      const full = await roomIn(tx, meetingId, 'minutes')
      if (full !== null) return full
      // Holds the head, so that the minutes and the entry up to which they go belong together.
      const chainHead = await append(tx, scope, [], act.now)
      const conclusionId = underway?.id ?? randomUUIDv7()
      const title = underway?.title ?? scope.meeting.title
      const { groupId } = scope
      const subject = { id: conclusionId, kind: 'record', title, groupId, meetingId, item: null, chainHead } as const
      const actor = scope.inMeeting
      return {
        act,
        scope,
        meeting,
        actor,
        by: byOf({ actor }),
        conclusion: underway,
        context: { meeting, origin: null, supersedes: null, sha256 },
        subjects: [{ ...subject, conclusion: underway }],
        conclusionId,
        title,
        chainHead,
      }
    },
    admit: async (held, events) => (await contradicted(held, events)) ?? events,
  }
}

/** The minutes of this meeting that are drafted, put or agreed, locked; null: there are none. */
async function lockUnderway(tx: Tx, meetingId: string): Promise<Conclusion | null> {
  const found = await tx.conclusion.findFirst({
    where: { meetingId, kind: 'record', state: { in: [...underwayStates] } },
    select: { id: true },
  })
  if (found === null) return null
  await lockConclusions(tx, [found.id])
  return (await loadConclusions(tx, [found.id])).get(found.id)?.conclusion ?? null
}
