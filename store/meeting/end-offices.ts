import type { MeetingEvent } from '#domain/meeting/event.ts'
import { meetingStates } from '#domain/meeting/meeting.ts'
import { offices } from '#domain/meeting/participant.ts'
import { oneOf } from '#lib/db/one-of.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { ProvenMeetingId } from '#store/access/meeting.ts'
import { type ActInProgress, happen } from '#store/perform.ts'
import { meetingRows } from './acts.ts'

/** Somebody who is no longer what they were, and whose act that was. */
export interface Ending {
  readonly groupId: string
  readonly personId: string
  readonly actorId: string
  /** The party for which it was done; null: for none. */
  readonly partyId: string | null
}

/**
 * Locks the meetings in which somebody holds an office, sits for the party that they leave, or began something that waits for
 * others (./end-waiting.ts), in one order and before any record's head: what their leaving does to these meetings follows.
 */
export async function holdMeetingsOf(
  tx: Tx,
  { groupId, personId, partyId }: Omit<Ending, 'actorId'>,
): Promise<readonly string[]> {
  const [group, person] = [Prisma.sql`"groupId" = ${groupId}::uuid`, Prisma.sql`${personId}::uuid`]
  const meetings = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`SELECT m.id FROM "Meeting" m
    WHERE m.${group} AND m.id IN (
      SELECT "meetingId" FROM "MeetingOffice" WHERE "personId" = ${person} AND "endedAt" IS NULL
      UNION SELECT "meetingId" FROM "Seat" WHERE "personId" = ${person} AND "partyId" = ${partyId}::uuid
      UNION SELECT o."meetingId" FROM "MeetingOffice" o WHERE o.${group} AND o."activeFrom" IS NULL AND o."endedAt" IS NULL
        AND (o."appointedById" = ${person} OR EXISTS (
          SELECT 1 FROM "OfficeAcceptance" a WHERE a."officeId" = o.id AND a."acceptedById" = ${person}))
      UNION SELECT "meetingId" FROM "TimeProposal" WHERE ${group} AND answer = 'waiting' AND "byPersonId" = ${person}
      UNION SELECT "meetingId" FROM "SeatProposal" WHERE ${group}
        AND ("proposedById" = ${person} OR "personId" = ${person}))
    ORDER BY m.id FOR UPDATE OF m`)
  return meetings.map(({ id }) => id)
}

/**
 * Somebody is no longer what they were when they got these offices, or gave them: they end with it, by no act in their
 * meetings, whose records tell it. Belongs into that act, after its own changes and under its locks (`holdMeetingsOf`).
 *
 * @param which the offices.
 */
export async function endOffices(
  act: ActInProgress,
  ending: Ending,
  which: Prisma.MeetingOfficeWhereInput,
): Promise<void> {
  const meetingIds = await holdMeetingsOf(act.tx, ending)
  const held = await act.tx.meetingOffice.findMany({
    where: { AND: [which, { groupId: ending.groupId, endedAt: null, meetingId: { in: [...meetingIds] } }] },
    orderBy: [{ meetingId: 'asc' }, { office: 'asc' }],
    select: { meetingId: true, office: true, personId: true },
  })
  const ended = held.map(({ meetingId, office, personId }) => {
    const event = { type: 'office-ended', office: oneOf(offices, office), personId } as const
    return { meetingId, event }
  })
  await happenIn(act, ending, ended)
}

/** What follows in meetings from what somebody is no longer. */
export async function happenIn(
  act: ActInProgress,
  { groupId, actorId, partyId }: Ending,
  happened: readonly { readonly meetingId: string; readonly event: MeetingEvent }[],
): Promise<void> {
  const by = { personId: actorId, partyId }
  for (const [id, ended] of Map.groupBy(happened, ({ meetingId }) => meetingId)) {
    // Nobody is proven to know of the meeting: it happens in it, to whoever left.
    const scope = { groupId, meetingId: id as ProvenMeetingId }
    const select = { state: true, proposedByPartyId: true }
    const row = await act.tx.meeting.findUniqueOrThrow({ where: { id }, select })
    const meeting = { ...row, state: oneOf(meetingStates, row.state) }
    const events = ended.map(({ event }) => event)
    await happen(meetingRows, { act, scope, by, meeting }, events)
  }
}
