import { genesisHash } from '#domain/record/chain.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import { asSystem } from '#lib/db/transaction.ts'
import { log } from '#lib/log.ts'
import { lockMeeting } from '#store/meeting/lock.ts'
import { append, type RecordOf } from './append.ts'

/** How long notes wait at most before they are told in the record, in minutes (waiting-notes.ts). */
export const mostMinutesWaiting = 5

/** Notes of this meeting wait from now on, unless some do already; those that have waited long enough are told at once. */
export async function letWait(tx: Tx, record: RecordOf, now: Date): Promise<void> {
  const { meetingId, groupId } = record
  const [head] = await tx.$queryRaw<{ notesSince: Date }[]>(Prisma.sql`
    INSERT INTO "RecordHead" AS h ("meetingId", "groupId", sequence, hash, "notesSince")
    VALUES (${meetingId}::uuid, ${groupId}::uuid, 0, ${genesisHash}, ${now}::timestamptz)
    ON CONFLICT ("meetingId") DO UPDATE SET "notesSince" = COALESCE(h."notesSince", EXCLUDED."notesSince")
    RETURNING "notesSince"`)
  if (head !== undefined && head.notesSince <= longAgo(now)) await append(tx, record, [], now)
}

const longAgo = (now: Date): Date => new Date(now.getTime() - mostMinutesWaiting * 60_000)

/** Meetings whose notes one turn of the job tells. */
const batch = 200

/** Tells the notes that have waited long enough, each meeting in a transaction of its own. */
export async function tellWaitingNotes(now: Date): Promise<void> {
  const due = await asSystem('jobs', (tx) =>
    tx.recordHead.findMany({
      where: { notesSince: { lte: longAgo(now) } },
      orderBy: { notesSince: 'asc' },
      take: batch,
      select: { meetingId: true, groupId: true },
    }),
  )
  for (const record of due) {
    try {
      await tellNow(record, now)
    } catch (error) {
      log().error({ err: error, meetingId: record.meetingId }, 'notes that wait could not be told')
    }
  }
}

/** The meeting is locked first, as by every act in it. */
function tellNow(record: RecordOf, now: Date): Promise<unknown> {
  return asSystem(
    'jobs',
    async (tx) => {
      await lockMeeting(tx, record.meetingId)
      await append(tx, record, [], now)
    },
    { write: true },
  )
}
