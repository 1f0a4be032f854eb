/**
 * Locks that let parties and people stay where they are until the transaction ends: whoever takes a party out of the group, or
 * somebody out of a party, holds its row (`proveParty` with `lock`), and an organizer's removal that of the group. They come
 * before the lock on a meeting, and like it they are taken of a meeting alone of which the viewer may know: whoever waited for
 * the parties of another would learn that it is there, and whose. Nothing follows from them: what is true the caller reads
 * afterwards.
 */
import { Prisma, type Tx } from '#lib/db/prisma.ts'

const isKnown = (meetingId: string) => Prisma.sql`visibility.knows_meeting(${meetingId}::uuid)`

/** The group of a known meeting; of another none. */
const groupOf = (meetingId: string) =>
  Prisma.sql`(SELECT m."groupId" FROM "Meeting" m WHERE m.id = ${meetingId}::uuid AND ${isKnown(meetingId)})`

/** Parties of the group of a meeting that are to take part in it. One statement. */
export function holdParties(tx: Tx, meetingId: string, partyIds: readonly string[]): Promise<void> {
  return hold(tx, Prisma.sql`p."groupId" = ${groupOf(meetingId)} AND p.id = ANY(${[...partyIds]}::uuid[])`)
}

/** The parties of a meeting. One statement. */
export function holdPartiesOf(tx: Tx, meetingId: string): Promise<void> {
  return hold(
    tx,
    Prisma.sql`p.id IN (SELECT t."partyId" FROM "MeetingParty" t
      WHERE t."meetingId" = ${meetingId}::uuid AND ${isKnown(meetingId)})`,
  )
}

/** The places of somebody in the group of a meeting: among its organizers, and in its parties. Two statements. */
export async function holdPlaces(tx: Tx, meetingId: string, personId: string): Promise<void> {
  await tx.$queryRaw(Prisma.sql`SELECT id FROM "Group" WHERE id = ${groupOf(meetingId)} FOR SHARE`)
  await hold(
    tx,
    Prisma.sql`p."groupId" = ${groupOf(meetingId)} AND EXISTS (SELECT 1 FROM "PartyMember" b
      WHERE b."partyId" = p.id AND b."personId" = ${personId}::uuid AND b."removedAt" IS NULL)`,
  )
}

async function hold(tx: Tx, which: Prisma.Sql): Promise<void> {
  await tx.$queryRaw(Prisma.sql`SELECT p.id FROM "Party" p WHERE ${which} ORDER BY p.id FOR SHARE OF p`)
}
