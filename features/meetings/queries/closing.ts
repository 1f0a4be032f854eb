import { seesContents } from '#domain/access.ts'
import { offeredOutcome } from '#domain/carry-over.ts'
import type { ConclusionState } from '#domain/conclusion/conclusion.ts'
import { sawItHeld } from '#domain/conclusion/since.ts'
import { lossRefusal } from '#domain/meeting/arity.ts'
import { meetingCan } from '#domain/meeting/can.ts'
import { activeParties } from '#domain/meeting/meeting.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import {
  type MeetingRow,
  type MeetingScope,
  type ProvenMeetingId,
  scopeIn,
  selectMeetingRows,
} from '#store/access/meeting.ts'
import { loadMeeting } from '#store/meeting/load.ts'
import type { CarrierView, ClosingView, OpenThingView } from '../views/closing.ts'

/** A meeting that can take up what is carried on, proven to be the viewer's to know of. */
export type Carrier = CarrierView & { readonly id: ProvenMeetingId }

/** Null for everybody but those who may close this meeting now. At most four statements. */
export async function findClosing(tx: Tx, scope: MeetingScope): Promise<ClosingView | null> {
  if (!maySeeToClosing(scope)) return null
  const meeting = await loadMeeting(tx, scope)
  if (!meetingCan(meeting, scope.inMeeting).close) return null
  return {
    id: meeting.id,
    title: scope.meeting.title,
    kind: meeting.kind,
    open: await findOpenThings(tx, scope),
    carriers: await findCarriers(tx, scope),
    makesNext: lossRefusal(meeting.kind, activeParties(meeting).length) === null,
    viewerZone: scope.zone,
  }
}

/** Whoever closes a meeting says what becomes of all that is open in it: not whoever does not see all of that (rule 14). */
export function maySeeToClosing({ sight, since, meeting }: MeetingScope): boolean {
  return seesContents(sight) && sawItHeld(since, meeting)
}

/** What is still to be agreed, or to be confirmed. */
const undecided: ConclusionState[] = ['draft', 'put', 'ad-referendum']

/**
 * Items that are not finished, and open commitments: those that were adopted here, and those that were carried here for
 * report. One statement.
 */
export async function findOpenThings(tx: Tx, { meetingId }: MeetingScope): Promise<readonly OpenThingView[]> {
  const rows = await tx.$queryRaw<
    (Omit<OpenThingView, 'offered'> & { concluded: boolean })[]
  >(Prisma.sql`SELECT kind, id, title, progress, party, "dueOn", concluded FROM (
    SELECT 'item' AS kind, i.id, i.title, CASE WHEN i."endedAt" IS NOT NULL THEN 'finished' WHEN i."startedAt" IS NOT NULL THEN 'begun' ELSE 'not-reached' END
      AS progress, NULL AS party, NULL AS "dueOn",
      i.position AS place,
      COALESCE((SELECT bool_or(c.state = 'adopted') AND NOT bool_or(c.state = ANY(${undecided}::text[]))
        FROM "Conclusion" c WHERE c."itemId" = i.id), false) AS concluded
    FROM "AgendaItem" i WHERE i."meetingId" = ${meetingId}::uuid AND i.state = 'open'
    UNION ALL
    ${openCommitments(Prisma.sql`c."meetingId" = ${meetingId}::uuid AND m."carriedToId" IS NULL`)}
    UNION ALL
    ${openCommitments(Prisma.sql`m."carriedToId" = ${meetingId}::uuid`)}
  ) t ORDER BY place, id`)
  return rows.map(({ concluded, ...row }) => ({
    ...row,
    offered: offeredOutcome(row, concluded || row.progress === 'finished'),
  }))
}

/** Asked once for each way in which they belong to a meeting: each has its index, and both together have none. */
function openCommitments(which: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT 'commitment', m.id, m.what, NULL, p."shortName", m."dueOn"::text, 1000000 + m.place, false
    FROM "Commitment" m
    JOIN "ConclusionVersion" v ON v.id = m."versionId"
    JOIN "Conclusion" c ON c.id = v."conclusionId" AND c.state = 'adopted' AND c."adoptedVersion" = v.number
    LEFT JOIN "Party" p ON p.id = m."partyId"
    WHERE m.state = 'open' AND ${which}`
}

/**
 * Meetings of the same kind and the same parties that have not begun and whose contents the viewer sees. A bilateral's
 * matters never go into a draft that is still its organizer's own. Two statements; at most fifty meetings.
 */
export async function findCarriers(tx: Tx, scope: MeetingScope): Promise<readonly Carrier[]> {
  const { meetingId, groupId, meeting } = scope
  const partiesOf = (id: Prisma.Sql) => Prisma.sql`(SELECT array_agg(p."partyId" ORDER BY p."partyId")
    FROM "MeetingParty" p WHERE p."meetingId" = ${id} AND p."leftAt" IS NULL)`
  const times = await tx.$queryRaw<{ id: string; startsAt: Date | null }[]>(Prisma.sql`SELECT m.id, m."startsAt"
    FROM "Meeting" m WHERE m."groupId" = ${groupId}::uuid AND m.kind = ${meeting.kind} AND m.id <> ${meetingId}::uuid
      AND (m.state = 'scheduled' OR (m.state = 'draft' AND (m.kind <> 'bilateral' OR m."proposedByPartyId" IS NOT NULL)))
      AND ${partiesOf(Prisma.sql`m.id`)} = ${partiesOf(Prisma.sql`${meetingId}::uuid`)}
    ORDER BY m.state = 'draft', m."startsAt", m.id LIMIT 50`)
  if (times.length === 0) return []
  const ids = times.map(({ id }) => id)
  const rows = await tx.$queryRaw<MeetingRow[]>(
    selectMeetingRows(scope.standing.personId, Prisma.sql`m.id = ANY(${ids}::uuid[])`),
  )
  return times.flatMap(({ id, startsAt }) => {
    const row = rows.find((one) => one.id === id)
    const seen = row && scopeIn(row, scope)
    if (!seen || !seesContents(seen.sight)) return []
    const state = seen.meeting.state === 'draft' ? 'draft' : 'scheduled'
    return [{ id: seen.meetingId, title: seen.meeting.title, state, startsAt: startsAt?.toISOString() ?? null }]
  })
}
