import { type GroupEventKind, groupEventKinds, historyRoles } from '#domain/group-history.ts'
import { oneOf } from '#lib/db/one-of.ts'
import { Prisma } from '#lib/db/prisma.ts'
import { type ChangeSource, mostChanges } from './change.ts'

/** What only those need to know who wait for it: that somebody was asked to join, not that they did. */
const untoldEvents: readonly GroupEventKind[] = [
  'organizer-invited',
  'invited',
  'invitation-declined',
  'invitation-renewed',
  'invitation-revoked',
]

/** What happened to the groups and their parties, as far as the viewer learns of it. */
export const groupChanges: ChangeSource<'group'> = {
  of: 'group',
  rows: (
    groups,
  ) => Prisma.sql`SELECT g.id, g.at, g."groupId", 'group', g.kind, false, NULL::uuid, NULL, NULL::json, NULL::json,
      COALESCE(a.name, ''), COALESCE(s.name, ''), y."shortName", g.detail
    FROM (SELECT e.* FROM "GroupEvent" e
      WHERE e."groupId" = ${groups} AND visibility.reads_event(e."groupId", e."partyId", e.at) AND e.kind <> ALL(${[...untoldEvents]}::text[])
      ORDER BY e.at DESC, e.id DESC LIMIT ${mostChanges}) g
    LEFT JOIN "Person" a ON a.id = g."actorId" LEFT JOIN "Person" s ON s.id = g."subjectPersonId"
    LEFT JOIN "Party" y ON y.id = g."partyId"`,
  read: ({ actor, subject, party, kind, detail: words }) => {
    // A line is about a role, or about something with a name.
    const role = historyRoles.find((word) => word === words) ?? null
    const detail = role === null ? (words ?? '') : ''
    return {
      in: 'group',
      kind: oneOf(groupEventKinds, kind),
      actor: actor ?? '',
      subject: subject ?? '',
      party,
      detail,
      role,
    }
  },
}
