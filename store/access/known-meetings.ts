import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { GroupScope } from './group.ts'
import { type MeetingRow, type MeetingScope, scopeIn, selectMeetingRows } from './meeting.ts'

/** Meetings that the viewer may know of, by id, with how much of them they see. */
export type KnownMeetings = ReadonlyMap<string, MeetingScope>

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
  const known = rows.flatMap((row) => {
    const group = scopes.find(({ groupId }) => groupId === row.groupId)
    return (group && scopeIn(row, group)) ?? []
  })
  return new Map(known.map((scope) => [scope.meetingId, scope]))
}
