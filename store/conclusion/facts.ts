import type { ConclusionMeeting } from '#domain/conclusion/facts.ts'
import { meetingKinds, meetingStates } from '#domain/meeting/meeting.ts'
import { oneOf } from '#lib/db/one-of.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'

/** A meeting as the rules of its conclusions see it, and who has a seat in it. */
export interface LoadedMeeting extends ConclusionMeeting {
  readonly seated: readonly string[]
}

/** What the rules must know of one meeting, as it is selected. */
export interface FactsRow {
  id: string
  kind: string
  state: string
  resolutionLimit: number
  /** Text where the row was selected as JSON. */
  openedAt: Date | string | null
  parties: { partyId: string; leftAt: string | null }[]
  participants: string[]
  seated: string[]
  otherResolutionsPut: number
  citesLimitedText: boolean
}

/** What the rules of one conclusion must know of its meeting; one statement. `conclusionId`: null before it is opened. */
export async function loadMeetingFacts(tx: Tx, meetingId: string, conclusionId: string | null): Promise<LoadedMeeting> {
  const facts = (await loadFactsOfMeetings(tx, [meetingId], conclusionId)).get(meetingId)
  if (facts === undefined) throw new Error('The meeting of a conclusion is missing.')
  return facts
}

/** What the rules of conclusions must know of several meetings, by id; one statement. `conclusionId`: the one in question, if it is one. */
export async function loadFactsOfMeetings(
  tx: Tx,
  meetingIds: readonly string[],
  conclusionId: string | null,
): Promise<ReadonlyMap<string, LoadedMeeting>> {
  const rows = await tx.$queryRaw<FactsRow[]>(
    Prisma.sql`SELECT ${columnsFor(conclusionId)} FROM "Meeting" m WHERE m.id = ANY(${[...meetingIds]}::uuid[])`,
  )
  return new Map(rows.map((row) => [row.id, factsOfRow(row)]))
}

/** Selects what the rules of one conclusion must know of "Meeting" m beside it, as JSON: a `FactsRow`. */
export function factsBeside(conclusionId: string | null): Prisma.Sql {
  return Prisma.sql`(SELECT row_to_json(f) FROM (SELECT ${columnsFor(conclusionId)}) f)`
}

/** Columns of "Meeting" m. */
function columnsFor(conclusionId: string | null): Prisma.Sql {
  return Prisma.sql`m.id, m.kind, m.state, m."resolutionLimit", m."openedAt",
    COALESCE((SELECT json_agg(json_build_object('partyId', p."partyId", 'leftAt', p."leftAt") ORDER BY p."joinedAt", p.id)
      FROM "MeetingParty" p WHERE p."meetingId" = m.id), '[]') AS parties,
    COALESCE((SELECT json_agg(s."personId" ORDER BY s."createdAt", s.id) FROM "Seat" s
      JOIN "PartyMember" b ON b."partyId" = s."partyId" AND b."personId" = s."personId"
      JOIN "MeetingParty" q ON q."partyId" = s."partyId" AND q."meetingId" = m.id AND q."leftAt" IS NULL
      WHERE s."meetingId" = m.id AND m.kind = 'study' AND b."removedAt" IS NULL AND b.role <> 'observer'), '[]') AS participants,
    COALESCE((SELECT json_agg(s."personId") FROM "Seat" s WHERE s."meetingId" = m.id), '[]') AS seated,
    (SELECT count(*)::int FROM visibility.put_resolution r
      WHERE r."meetingId" = m.id AND r."conclusionId" IS DISTINCT FROM ${conclusionId}::uuid) AS "otherResolutionsPut",
    ${conclusionId === null ? Prisma.sql`false` : citesUnread(conclusionId)} AS "citesLimitedText"`
}

function citesUnread(conclusionId: string): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM visibility.unread_conclusion u
    WHERE u."conclusionId" = ${conclusionId}::uuid AND u."meetingId" = m.id)`
}

/** What was selected, as the rules take it. */
export function factsOfRow({ id: _, ...row }: FactsRow): LoadedMeeting {
  return {
    ...row,
    kind: oneOf(meetingKinds, row.kind),
    state: oneOf(meetingStates, row.state),
    openedAt: row.openedAt === null ? null : new Date(row.openedAt),
    parties: row.parties.map(({ partyId, leftAt }) => ({ partyId, leftAt: leftAt === null ? null : new Date(leftAt) })),
  }
}
