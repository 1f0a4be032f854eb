import { clock } from '#lib/clock.ts'
import { oneOf } from '#lib/db/one-of.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import { append } from '#store/record/append.ts'
import { readNames } from '#store/record/names.ts'

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
export async function holdMeetingsOf(tx: Tx, { groupId, personId, partyId }: Ending): Promise<readonly string[]> {
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
 * meetings, whose records tell it. Belongs into the transaction of that act, after its own changes; the records' heads are
 * locked here, last.
 *
 * @param which the offices.
 */
export async function endOffices(tx: Tx, ending: Ending, which: Prisma.MeetingOfficeWhereInput): Promise<void> {
  const { groupId, actorId, partyId } = ending
  const meetingIds = await holdMeetingsOf(tx, ending)
  const now = clock.now()
  const held = await tx.meetingOffice.findMany({
    where: { AND: [which, { groupId, endedAt: null, meetingId: { in: [...meetingIds] } }] },
    orderBy: [{ meetingId: 'asc' }, { office: 'asc' }],
    select: { id: true, meetingId: true, office: true, personId: true },
  })
  if (held.length === 0) return
  await tx.meetingOffice.updateMany({ where: { id: { in: held.map(({ id }) => id) } }, data: { endedAt: now } })
  const people = [actorId, ...held.map(({ personId }) => personId)]
  const names = await readNames(tx, people, partyId === null ? [] : [partyId])
  const by = { person: names.person(actorId), party: partyId === null ? null : names.party(partyId) }
  for (const { meetingId, office: name, personId } of held) {
    const office = oneOf(['chair', 'facilitator', 'rapporteur'], name)
    const entry = { kind: 'office-ended', by, office, person: names.person(personId) } as const
    await append(tx, { groupId, meetingId }, [entry], now)
  }
}
