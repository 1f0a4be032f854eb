import { type AssignmentKind, assignmentKinds } from '#domain/preparation.ts'
import { oneOf } from '#lib/db/one-of.ts'
import { Prisma } from '#lib/db/prisma.ts'
import type { CitingNoun } from './noun.ts'

interface AssignmentTold {
  readonly of: 'assignment'
  readonly kind: AssignmentKind
  readonly state: null
}

/** Homework about passages, as far as the viewer sees what it asks. Of whom, by when and what it prepares, features/preparation tells. */
export const assignmentCiting: CitingNoun<AssignmentTold> = {
  row: 'assignment',
  visible: Prisma.sql`SELECT a.id, a."groupId", '' AS title, a.kind, NULL::text AS state, NULL::json AS own,
      NULL::uuid AS "meetingId", NULL::text AS "meetingTitle", NULL::timestamptz AS "meetingAt", 0 AS place,
      a."dueAt" AS at, t.first, t.last, t.quote
    FROM touched t JOIN "Assignment" a ON a.id = t."citingId" AND a."cancelledAt" IS NULL
    JOIN visibility.readable_assignment() r ON r."assignmentId" = a.id
    ORDER BY r.asked DESC, a.id DESC`,
  read: ({ kind }) => ({ of: 'assignment', kind: oneOf(assignmentKinds, kind), state: null }),
  href: ({ groupId }) => `/groups/${groupId}`,
}
