import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { GroupScope } from './group.ts'
import { type MeetingRow, type MeetingScope, scopeAmong, selectMeetingRows } from './meeting.ts'

/** Meetings that the viewer may know of, by id, with how much of them they see. */
export type KnownMeetings = ReadonlyMap<string, MeetingScope>

/**
 * For the beginning of a statement (WITH): the meetings of these groups (`= ANY(…)`) of which the viewer may know, as `known`, with what
 * they see of each. A statement that tells of meetings in many ways finds them once, and its parts take them from here.
 *
 * @param which a further condition on "Meeting" m.
 */
export function knownMeetings(groups: Prisma.Sql, which: Prisma.Sql = Prisma.sql`true`): Prisma.Sql {
  return Prisma.sql`known AS MATERIALIZED (SELECT m.id, m."groupId", m.title, m.kind, m.state, m."createdAt", m."createdById",
      m."proposedByPartyId", m."startsAt", m."durationMinutes", m."statementMinutes", m."closedAt", m."cancelledAt", v.sight, v.agenda, v.proposed, v.concerned,
      v.organized
    FROM visibility.visible_meeting() v JOIN "Meeting" m ON m.id = v."meetingId" WHERE v."groupId" = ${groups} AND ${which})`
}

/** Of these meetings, those that the viewer may know of; one statement. */
export async function findKnownMeetings(
  tx: Tx,
  scopes: readonly GroupScope[],
  ids: Iterable<string>,
): Promise<KnownMeetings> {
  const [first] = scopes
  const wanted = [...new Set(ids)]
  if (first === undefined || wanted.length === 0) return new Map()
  const which = Prisma.sql`m.id = ANY(${wanted}::uuid[])`
  const rows = await tx.$queryRaw<MeetingRow[]>(selectMeetingRows(first.standing.personId, which))
  return knownAmong(scopes, rows)
}

/** Of the meetings of these rows, those that the viewer of these groups may know of. */
export function knownAmong(scopes: readonly GroupScope[], rows: readonly MeetingRow[]): KnownMeetings {
  const known = rows.flatMap((row) => scopeAmong(scopes, row) ?? [])
  return new Map(known.map((scope) => [scope.meetingId, scope]))
}
