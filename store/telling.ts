/** What an act tells: the record of a meeting, the history of the group, and whoever follows it after the commit. */
import type { GroupEventKind } from '#domain/group-history.ts'
import type { RecordEntry } from '#domain/record/entry.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { writeMessages } from '#lib/outbox/rows.ts'
import type { Followed } from './outbox.ts'
import { append, type RecordOf } from './record/append.ts'
import { named, type RecordNames } from './record/named.ts'

/** Entries of the record of one meeting, said with the names of the moment. */
export interface RecordTelling extends RecordOf {
  readonly say: (names: RecordNames) => readonly RecordEntry[]
}

/** One line of the history of a group. */
export interface HistoryLine {
  /** Given where somebody is told of this line; else the database makes one. */
  readonly id?: string
  readonly groupId: string
  /** The party whose line it is; missing: the whole group reads it. */
  readonly partyId?: string | null
  readonly kind: GroupEventKind
  /** Null or missing: the clock. */
  readonly actorId?: string | null
  readonly subjectPersonId?: string
  readonly detail?: string
  readonly effectiveAt?: Date
}

/** What one event tells. A part that is missing: it tells nothing there. */
export interface Telling {
  readonly record?: RecordTelling
  readonly history?: HistoryLine
  /** For whoever follows such events after the commit. */
  readonly outbox?: Followed
}

/** For an event that nobody is told of: another one tells it, or it concerns nobody but whoever acted. */
export const tellsNothing: Telling = {}

/**
 * Writes what an act told: the history, the outbox, and last the records, whose heads are the last of all locks and are taken
 * in one order, should two acts ever tell two records crosswise.
 *
 * @returns whether something waits in the outbox, so that it is to be woken after the commit.
 */
export async function writeTellings(tx: Tx, tellings: readonly Telling[], at: Date): Promise<boolean> {
  const lines = tellings.flatMap(({ history }) => history ?? [])
  if (lines.length > 0) await tx.groupEvent.createMany({ data: lines.map((line) => ({ ...line, at })) })
  const followed = tellings.flatMap(({ outbox }) => outbox ?? [])
  await writeMessages(tx, followed)
  await writeRecords(tx, tellings, at)
  return followed.length > 0
}

async function writeRecords(tx: Tx, tellings: readonly Telling[], at: Date): Promise<void> {
  const records = tellings.flatMap(({ record }) => record ?? [])
  if (records.length === 0) return
  const said = await named(tx, (names) => records.map((record) => ({ record, entries: record.say(names) })))
  const byMeeting = Map.groupBy(said, ({ record }) => record.meetingId)
  for (const [, told] of [...byMeeting].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const [first] = told
    if (first === undefined) continue
    await append(
      tx,
      first.record,
      told.flatMap(({ entries }) => entries),
      at,
    )
  }
}
