import { randomUUIDv7 } from 'node:crypto'
import { seesContents } from '#domain/access.ts'
import type { Conclusion } from '#domain/conclusion/conclusion.ts'
import { decideConclusion } from '#domain/conclusion/decide.ts'
import { evolve } from '#domain/conclusion/evolve.ts'
import { sawItHeld } from '#domain/conclusion/since.ts'
import type { RecordLine } from '#domain/record/entry.ts'
import { wordingOf } from '#domain/record/markdown.ts'
import { minutesOf } from '#domain/record/minutes/minutes.ts'
import { isRefusal, notEntitled, notFound, type Refusal } from '#domain/refusal.ts'
import { clock } from '#lib/clock.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { asViewer } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { type MeetingScope, proveMeeting } from '#store/access/meeting.ts'
import { recordDisagrees } from '#store/conclusion/agreement-of-rows.ts'
import { carryOut, type Subject } from '#store/conclusion/carry-out.ts'
import { loadMeetingFacts } from '#store/conclusion/facts.ts'
import { loadConclusions, lockConclusions } from '#store/conclusion/load.ts'
import { takeSeatAlong } from '#store/conclusion/meeting.ts'
import { append, sha256 } from '#store/record/append.ts'
import { documentWords } from '#store/record/document-words.ts'
import { readMinutes } from '#store/record/read.ts'
import { roomIn } from '#store/record/room.ts'
import { findOpenSince } from '../queries/open-since.ts'

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
      if (scope === null || !seesContents(scope.sight)) return notFound
      // Nobody lays before others what is closed to themselves (rule 14).
      return sawItHeld(scope.since, scope.meeting) ? putIn(tx, scope) : notEntitled
    },
    { write: true },
  )
}

async function putIn(tx: Tx, scope: MeetingScope): Promise<RecordPut | Refusal> {
  const { meetingId, groupId } = scope
  const underway = await lockUnderway(tx, meetingId)
  const meeting = await loadMeetingFacts(tx, meetingId, underway?.id ?? null)
  const full = await roomIn(tx, meetingId, 'minutes')
  if (full !== null) return full
  const now = clock.now()
  // Holds the head, so that the minutes and the entry up to which they go belong together.
  const chainHead = await append(tx, scope, [], now)
  const content = { wording: await wordingUpTo(tx, scope, chainHead, now), citations: [], commitments: [], chainHead }
  const id = underway?.id ?? randomUUIDv7()
  const title = underway?.title ?? scope.meeting.title
  const by = scope.inMeeting
  const context = { meeting, origin: null, supersedes: null, sha256 }
  const events = decideConclusion(underway, { type: 'put-record', by, conclusionId: id, title, content }, context, now)
  if (isRefusal(events)) return events

  const subject: Subject = {
    id,
    kind: 'record',
    title,
    groupId,
    meetingId,
    item: null,
    chainHead,
    conclusion: underway,
  }
  const actor = { personId: by.group.personId, partyId: by.party?.partyId ?? null }
  const along = () => takeSeatAlong({ tx, scope, meeting, now })
  const { stopped } = await carryOut(tx, actor, [subject], events, { at: now, along })
  if (stopped.size > 0) return recordDisagrees
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

/** Every party is asked to agree to it: it tells of no draft that is closed to one of them, because it joined later. */
async function wordingUpTo(tx: Tx, scope: MeetingScope, upTo: RecordPut['upTo'], now: Date): Promise<string> {
  const { meetingId } = scope
  const { timeZone } = await tx.meeting.findUniqueOrThrow({ where: { id: meetingId }, select: { timeZone: true } })
  const newest = await tx.meetingParty.aggregate({ where: { meetingId, leftAt: null }, _max: { seesFrom: true } })
  const since = newest._max.seesFrom
  const told = since === null ? () => true : await tellsNothingOlder(tx, scope, since)
  const { lines } = await readMinutes(tx, meetingId, { last: upTo.sequence })
  return wordingOf(minutesOf(lines.filter(told), now), upTo, documentWords(timeZone))
}

async function tellsNothingOlder(tx: Tx, scope: MeetingScope, since: Date): Promise<(line: RecordLine) => boolean> {
  const { conclusions } = await findOpenSince(tx, scope, since)
  return ({ entry }) => entry === null || !('conclusion' in entry) || conclusions.has(entry.conclusion.id)
}
