import { clock } from '#lib/clock.ts'
import { oneOf } from '#lib/db/one-of.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import { append } from '#lib/record/append.ts'
import { readNames } from '#lib/record/names.ts'

/** Somebody who is no longer what they were, and whose act that was. */
export interface Ending {
  readonly personId: string
  readonly actorId: string
  /** The party for which it was done; null: for none. */
  readonly partyId: string | null
}

/**
 * Locks the meetings in which somebody holds an office, or sits for the party that they leave, in one order and before any
 * record's head: what their leaving does to these meetings follows.
 */
export async function holdMeetingsOf(
  tx: Tx,
  { personId, partyId }: Pick<Ending, 'personId' | 'partyId'>,
): Promise<readonly string[]> {
  const meetings = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`SELECT m.id FROM "Meeting" m
    WHERE m.id IN (SELECT "meetingId" FROM "MeetingOffice" WHERE "personId" = ${personId}::uuid AND "endedAt" IS NULL
      UNION SELECT "meetingId" FROM "Seat" WHERE "personId" = ${personId}::uuid AND "partyId" = ${partyId}::uuid)
    ORDER BY m.id FOR UPDATE OF m`)
  return meetings.map(({ id }) => id)
}

/**
 * Somebody is no longer what they were when they got these offices: they end with it, by no act in their meetings, whose
 * records tell it. Belongs into the transaction of that act, after its own changes; the records' heads are locked here, last.
 *
 * @param which the offices, beside whose they are.
 */
export async function endOffices(
  tx: Tx,
  { personId, actorId, partyId }: Ending,
  which: Prisma.MeetingOfficeWhereInput,
): Promise<void> {
  const meetingIds = await holdMeetingsOf(tx, { personId, partyId })
  const now = clock.now()
  const held = await tx.meetingOffice.findMany({
    where: { AND: [which, { personId, endedAt: null, meetingId: { in: [...meetingIds] } }] },
    orderBy: [{ meetingId: 'asc' }, { office: 'asc' }],
    select: { id: true, groupId: true, meetingId: true, office: true },
  })
  if (held.length === 0) return
  await tx.meetingOffice.updateMany({ where: { id: { in: held.map(({ id }) => id) } }, data: { endedAt: now } })
  const names = await readNames(tx, [personId, actorId], partyId === null ? [] : [partyId])
  const by = { person: names.person(actorId), party: partyId === null ? null : names.party(partyId) }
  for (const { groupId, meetingId, office: name } of held) {
    const office = oneOf(['chair', 'facilitator', 'rapporteur'], name)
    await append(
      tx,
      { groupId, meetingId },
      [{ kind: 'office-ended', by, office, person: names.person(personId) }],
      now,
    )
  }
}
