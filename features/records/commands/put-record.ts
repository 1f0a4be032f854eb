import { randomUUIDv7 } from 'node:crypto'
import type { Conclusion } from '#domain/conclusion/conclusion.ts'
import { decide } from '#domain/conclusion/decide.ts'
import { evolve } from '#domain/conclusion/evolve.ts'
import { wordingOf } from '#domain/record/markdown.ts'
import { minutesOf } from '#domain/record/minutes/minutes.ts'
import { isRefusal, notFound, type Refusal } from '#domain/refusal.ts'
import { type MeetingScope, proveMeeting } from '#lib/access/meeting.ts'
import { clock } from '#lib/clock.ts'
import { carryOut, type Subject } from '#lib/conclusion/carry-out.ts'
import { actorIn, loadMeetingFacts } from '#lib/conclusion/facts.ts'
import { loadConclusions, lockConclusions } from '#lib/conclusion/load.ts'
import { takeSeatAlong } from '#lib/conclusion/meeting.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { asViewer } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { append, sha256 } from '#lib/record/append.ts'
import { documentWords } from '#lib/record/document-words.ts'
import { readMinutes } from '#lib/record/read.ts'
import { roomIn } from '#lib/record/room.ts'

/** The minutes that are before the parties now: the conclusion by which they are agreed, and its version. */
export interface RecordPut {
  readonly id: string
  readonly version: number
  /** The entry up to which they go. */
  readonly upTo: { readonly sequence: number; readonly hash: string }
}

/**
 * Renders the minutes up to the head of the record and puts them to the parties, in one act. From then on they stand
 * still; what happens later goes to the annex. Refusals: `not-found`, and those of `putRecord` (rules 6, 15).
 */
export function putRecord(viewer: Viewer, meetingId: string): Promise<RecordPut | Refusal> {
  return asViewer(
    viewer,
    async (tx) => {
      const scope = await proveMeeting(tx, viewer, meetingId, { lock: true })
      return scope?.sight === 'contents' ? putIn(tx, viewer, scope) : notFound
    },
    { write: true },
  )
}

async function putIn(tx: Tx, viewer: Viewer, scope: MeetingScope): Promise<RecordPut | Refusal> {
  const { meetingId, groupId } = scope
  const underway = await lockUnderway(tx, meetingId)
  const meeting = await loadMeetingFacts(tx, meetingId, underway?.id ?? null)
  const full = await roomIn(tx, meetingId, 'minutes')
  if (full !== null) return full
  const now = clock.now()
  // Holds the head, so that the minutes and the entry up to which they go belong together.
  const chainHead = await append(tx, scope, [], now)
  const content = { wording: await wordingUpTo(tx, meetingId, chainHead), citations: [], commitments: [], chainHead }
  const id = underway?.id ?? randomUUIDv7()
  const title = underway?.title ?? scope.meeting.title
  const by = actorIn(scope, viewer)
  const context = { meeting, origin: null, supersedes: null, sha256 }
  const events = decide(underway, { type: 'put-record', by, conclusionId: id, title, content }, context, now)
  if (isRefusal(events)) return events

  await takeSeatAlong({ tx, scope, meeting, now })
  const subject: Subject = { id, kind: 'record', title, groupId, meetingId, item: null, chainHead }
  await carryOut(tx, { personId: by.personId, partyId: by.seat?.partyId ?? null }, [subject], events, now)
  const put = events.reduce<Conclusion | null>(evolve, underway)
  if (put?.state !== 'put') throw new Error('A record that was put stands before its parties.')
  return { id, version: put.current.number, upTo: chainHead }
}

/** The minutes of this meeting that are drafted, put or agreed, locked; null: there are none. */
async function lockUnderway(tx: Tx, meetingId: string): Promise<Conclusion | null> {
  const found = await tx.conclusion.findFirst({
    where: { meetingId, kind: 'record', state: { in: ['draft', 'put', 'ad-referendum', 'adopted'] } },
    select: { id: true },
  })
  if (found === null) return null
  await lockConclusions(tx, [found.id])
  return (await loadConclusions(tx, [found.id])).get(found.id)?.conclusion ?? null
}

async function wordingUpTo(tx: Tx, meetingId: string, upTo: RecordPut['upTo']): Promise<string> {
  const { timeZone } = await tx.meeting.findUniqueOrThrow({ where: { id: meetingId }, select: { timeZone: true } })
  const { lines } = await readMinutes(tx, meetingId, { last: upTo.sequence })
  return wordingOf(minutesOf(lines), upTo, documentWords(timeZone))
}
