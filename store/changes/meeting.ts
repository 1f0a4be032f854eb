/** What changed in meetings: what their records tell, and to whoever knows no more, that they are held. */
import { seesContents } from '#domain/access.ts'
import { conclusionKinds } from '#domain/conclusion/conclusion.ts'
import { type ConclusionDates, isWrittenSince } from '#domain/conclusion/since.ts'
import { oneOf } from '#lib/db/one-of.ts'
import { Prisma } from '#lib/db/prisma.ts'
import { declinedKnown, type MeetingScope } from '#store/access/meeting.ts'
import { type ChangeSource, mostChanges, noEvent, type ToldChange, type ToldKind, toldKinds } from './change.ts'

/** Of how many of the newest meetings the records are looked at. */
const mostRecords = 60

/** Of meetings that may be the viewer's to read: what their records tell. */
export const recordChanges: ChangeSource<'contents'> = {
  of: 'contents',
  rows: () => {
    const which = Prisma.sql`(k.state <> 'draft' OR k.proposed) AND k.sight IN ('contents', 'contents-since')`
    return Prisma.sql`SELECT e.id, e.at, e."groupId", 'contents' AS of, e.kind, e.declined, e."meetingId", NULL::text AS "meetingTitle",
      CASE WHEN c.id IS NULL THEN NULL ELSE json_build_object('id', c.id, 'title', c.title, 'kind', c.kind) END AS conclusion,
      CASE WHEN c.id IS NULL THEN NULL ELSE json_build_object('begunAt', c."createdAt", 'writtenAt', v."createdAt", 'putAt', v."putAt")
        END AS dates, ${noEvent}
    FROM (SELECT r.*, ${declinedKnown} AS declined FROM ${newestMeetings(which)} JOIN LATERAL (SELECT r.id, r.at, r."groupId", r.kind, r."meetingId", r."conclusionId"
        FROM "RecordEntry" r WHERE r."meetingId" = m.id
        AND r.payload IS NOT NULL AND r.kind = ANY(${[...toldKinds]}::text[]) ORDER BY r.sequence DESC LIMIT ${mostChanges}) r ON true
      ORDER BY r.at DESC, r.id DESC LIMIT ${mostChanges * 3}) e
    LEFT JOIN "Conclusion" c ON c.id = e."conclusionId"
    LEFT JOIN "ConclusionVersion" v ON v."conclusionId" = c.id AND v.number = c."currentVersion"
    ORDER BY e.at DESC, e.id DESC LIMIT ${mostChanges * 3}`
  },
  read: (row, known) => {
    const scope = known.get(row.meetingId ?? '')
    if (scope === undefined || !isOpen(row, scope)) return null
    return { in: 'meeting', kind: kindOf(row), meeting: placeOf(scope), conclusion: row.conclusion }
  },
}

/** Of meetings of which the viewer knows that they are held: those of the group for organizers, multilaterals for everybody. */
export const heldChanges: ChangeSource<'logistics'> = {
  of: 'logistics',
  rows: () => {
    const which = Prisma.sql`k.state <> 'draft' AND NOT k.proposed AND (k.kind = 'multilateral' OR k.organized)`
    return Prisma.sql`SELECT e."entryId", e.at, e."groupId", 'logistics', e.kind, ${declinedKnown}, e."meetingId", NULL, NULL::json, NULL::json, ${noEvent}
    FROM ${newestMeetings(which)} JOIN LATERAL (SELECT h.* FROM visibility.held_event h WHERE h."meetingId" = m.id
      ORDER BY h.sequence DESC LIMIT ${mostChanges}) e ON true
    ORDER BY e.at DESC, e."entryId" DESC LIMIT ${mostChanges * 3}`
  },
  read: (row, known) => {
    const scope = known.get(row.meetingId ?? '')
    if (scope === undefined) return null
    const kind = kindOf(row)
    // A group's member who knows no more of a multilateral than that it exists learns when it is to be, and not how it goes.
    const goesOn = kind === 'opened' || kind === 'closed'
    if (scope.sight === 'existence' && goesOn) return null
    return { in: 'meeting', kind, meeting: placeOf(scope), conclusion: null }
  },
}

/** A proposal that is declined is not held either, and yet nobody cancelled it. */
function kindOf({ kind, declined }: ToldChange): ToldKind {
  return kind === 'cancelled' && declined ? 'proposal-declined' : oneOf(toldKinds, kind)
}

function placeOf({ meetingId: id, meeting: { title } }: MeetingScope) {
  return { id, title }
}

/** The newest meetings m of which `which` holds, a condition on k. */
function newestMeetings(which: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT k.id, k.state, k.proposed FROM known k WHERE ${which} ORDER BY k.id DESC LIMIT ${mostRecords}) m`
}

/** Whoever came later learns what was written since, and of no conclusion that was written before. */
function isOpen({ at, conclusion, dates }: ToldChange, { sight, since, meeting }: MeetingScope): boolean {
  if (since === null) return sight === 'contents'
  if (!seesContents(sight) || Date.parse(at) < since.getTime()) return false
  if (conclusion === null) return true
  return dates !== null && isWrittenSince(datesOf(conclusion, dates), since, meeting)
}

function datesOf(
  { kind }: NonNullable<ToldChange['conclusion']>,
  { begunAt, writtenAt, putAt }: NonNullable<ToldChange['dates']>,
): ConclusionDates {
  const putting = putAt === null ? null : { at: new Date(putAt) }
  const current = writtenAt === null ? null : { at: new Date(writtenAt), putting }
  return { kind: oneOf(conclusionKinds, kind), begunAt: new Date(begunAt), current }
}
