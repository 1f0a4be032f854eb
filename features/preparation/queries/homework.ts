import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { GroupScope } from '#store/access/group.ts'
import { stillPrepares } from '#store/meeting/preparedness.ts'
import type { AssignmentView } from '../views.ts'
import { isDoneInSql } from './assignment-rows.ts'
import { findAssignments } from './assignments.ts'

/** Most lines of homework on one page. */
const most = 100

/** What the viewer is to do and has not done, what is due first before the rest. One statement. */
export async function findMyHomework(
  tx: Tx,
  scopes: readonly GroupScope[],
  now: Date,
): Promise<readonly AssignmentView[]> {
  return findAssignments(tx, scopes, { where: Prisma.sql`${askedOfViewer} AND NOT ${isDoneInSql}`, limit: most }, now)
}

/** Everything that was given for one passage, as far as the viewer sees it: part of its concordance. One statement. */
export async function findAssignmentsOf(
  tx: Tx,
  scopes: readonly GroupScope[],
  { editionId, ordinal }: { readonly editionId: string; readonly ordinal: number },
  now: Date,
): Promise<readonly AssignmentView[]> {
  return findAssignments(tx, scopes, { where: citing(editionId, ordinal, ordinal), limit: most }, now)
}

/** One mark beside a passage of the reader: part of what the viewer is to do. */
export interface HomeworkMark {
  readonly assignment: AssignmentView
  /** The marked passages, by ordinal. */
  readonly first: number
  readonly last: number
}

/** What the viewer is to do, or has done, with the passages of a stretch of one edition. One statement. */
export async function findAssignedMarks(
  tx: Tx,
  scopes: readonly GroupScope[],
  { editionId, from, to }: { readonly editionId: string; readonly from: number; readonly to: number },
  now: Date,
): Promise<readonly HomeworkMark[]> {
  const where = Prisma.sql`${askedOfViewer} AND ${citing(editionId, from, to)}`
  const assignments = await findAssignments(tx, scopes, { where, limit: most }, now)
  return assignments.flatMap((assignment) =>
    assignment.citations
      .filter((cited) => cited.editionId === editionId && cited.first <= to && cited.last >= from)
      .map(({ first, last }) => ({ assignment, first, last })),
  )
}

/** It is asked of the viewer, while it prepares something. */
const askedOfViewer = Prisma.sql`r.asked AND ${stillPrepares}`

function citing(editionId: string, from: number, to: number): Prisma.Sql {
  return Prisma.sql`a."editionId" = ${editionId}::uuid AND visibility.sees('editions', a."editionId")
    AND (SELECT bool_or(x."editionId" = a."editionId" AND x."firstOrdinal" <= ${to} AND x."lastOrdinal" >= ${from})
      FROM "Citation" x WHERE x."citingId" = a.id)`
}
