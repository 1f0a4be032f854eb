import { seesContents } from '#domain/access.ts'
import { Prisma } from '#lib/db/prisma.ts'
import { type ChangeSource, mostChanges, noEvent } from './change.ts'

/** What its parties share with the group, from the last agreement to it on. */
export const sharingChanges: ChangeSource<'sharing'> = {
  of: 'sharing',
  rows: (
    groups,
  ) => Prisma.sql`SELECT c.id, GREATEST(c."adoptedAt", s.at), c."groupId", 'sharing', 'shared', false, c."meetingId", COALESCE(m.title, visibility.shared_title(c."meetingId")),
      json_build_object('id', c.id, 'title', c.title, 'kind', c.kind), NULL::json, ${noEvent}
    FROM "Conclusion" c
    LEFT JOIN known m ON m.id = c."meetingId"
    CROSS JOIN LATERAL (SELECT max(x."agreedAt") AS at FROM "SharingConsent" x WHERE x."conclusionId" = c.id) s
    WHERE c."groupId" = ${groups} AND visibility.shares_with_me(c."groupId", c.state, c."sharedWith")
    ORDER BY 2 DESC, c.id DESC LIMIT ${mostChanges}`,
  read: ({ conclusion, meetingId, meetingTitle }, known) => {
    if (conclusion === null) return null
    const scope = known.get(meetingId ?? '')
    const isKnown = (scope !== undefined && seesContents(scope.sight)) || conclusion.kind === 'record'
    const meeting = isKnown && meetingId !== null ? { id: meetingId, title: meetingTitle ?? '' } : null
    return { in: 'sharing', conclusion, meeting }
  },
}
