import type { Quote } from '#domain/text/quote.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { GroupScope } from '#store/access/group.ts'
import { type MeetingRow, type MeetingScope, meetingBeside } from '#store/access/meeting.ts'
import { type CitationView, longExcerpt, shortened } from '#store/citation/read.ts'

/** Which of the assignments that the viewer sees: a condition on "Assignment" a, which they read as r, and how many at most. */
export interface Which {
  readonly where: Prisma.Sql
  readonly limit: number
  /** The meeting that all of them prepare, where it is known; else each row brings its own. */
  readonly meeting?: MeetingScope
}

/** An assignment with what it cites and who has done it, as it is selected. */
export interface Row {
  readonly id: string
  readonly groupId: string
  readonly kind: string
  readonly partyId: string
  readonly party: string
  readonly dueZone: string | null
  readonly personId: string | null
  readonly person: string | null
  readonly byPartyId: string | null
  readonly createdById: string
  readonly createdAt: Date
  readonly dueAt: Date | null
  readonly instructions: string
  readonly meetingId: string | null
  readonly meeting: MeetingRow | null
  readonly itemId: string | null
  readonly item: string | null
  readonly completions: readonly { readonly personId: string; readonly name: string; readonly at: string }[]
  readonly citations: readonly (Omit<CitationView, 'quote'> & { readonly quote: Quote | null })[]
}

const completions = Prisma.sql`COALESCE((SELECT json_agg(json_build_object('personId', c."personId", 'name', w.name,
    'at', c."doneAt") ORDER BY c."doneAt") FROM "AssignmentCompletion" c JOIN "Person" w ON w.id = c."personId"
  WHERE c."assignmentId" = a.id), '[]')`

/** Its passages; those of a text that is limited to other parties are left out. */
const citations = Prisma.sql`COALESCE((SELECT json_agg(json_build_object('editionId', c."editionId", 'first', c."firstOrdinal",
      'last', c."lastOrdinal", 'quote', CASE WHEN c."quoteExact" IS NULL THEN NULL ELSE json_build_object(
        'exact', c."quoteExact", 'prefix', c."quotePrefix", 'suffix', c."quoteSuffix",
        'start', c."quoteStart", 'end', c."quoteEnd") END,
      'textId', t.id, 'textTitle', t.title, 'firstReference', COALESCE(f.reference, ''),
      'lastReference', COALESCE(l.reference, ''), 'excerpt', ${longExcerpt})
      ORDER BY c.place, c.id)
    FROM "Citation" c JOIN visibility.readable_edition() e ON e."editionId" = c."editionId" JOIN "Text" t ON t.id = e."textId"
    LEFT JOIN "Passage" f ON f."editionId" = c."editionId" AND f.ordinal = c."firstOrdinal"
    LEFT JOIN "Passage" l ON l."editionId" = c."editionId" AND l.ordinal = c."lastOrdinal"
    WHERE c."citingId" = a.id), '[]')`

/** Those that the viewer sees in their content; one statement. */
export async function assignmentRows(
  tx: Tx,
  scopes: readonly GroupScope[],
  { where, limit, meeting }: Which,
): Promise<readonly Row[]> {
  const [first] = scopes
  if (first === undefined) return []
  const { personId } = first.standing
  const groups = scopes.map(({ groupId }) => groupId)
  const rows = await tx.$queryRaw<
    Row[]
  >(Prisma.sql`SELECT a.id, a."groupId", a.kind, a."partyId", p."shortName" AS party,
      a."dueZone", a."personId", n.name AS person, a."byPartyId", a."createdById", a."createdAt",
      a."dueAt", a.instructions, a."meetingId", a."itemId", i.title AS item,
      ${meeting === undefined ? meetingBeside(personId, Prisma.sql`a."meetingId"`) : Prisma.sql`NULL`} AS meeting,
      ${completions} AS completions, ${citations} AS citations
    FROM "Assignment" a JOIN visibility.readable_assignment() r ON r."assignmentId" = a.id
    JOIN "Party" p ON p.id = a."partyId"
    LEFT JOIN "Person" n ON n.id = a."personId" LEFT JOIN "AgendaItem" i ON i.id = a."itemId"
    WHERE a."groupId" = ANY(${groups}::uuid[]) AND a."cancelledAt" IS NULL AND ${where}
    ORDER BY ${isDoneInSql}, a."dueAt" NULLS LAST, a."createdAt", a.id
    LIMIT ${limit}`)
  return rows.map(({ citations, ...row }) => ({ ...row, citations: citations.map(shortened) }))
}

/** Whether "Assignment" a is done: as domain `isDone`. */
export const isDoneInSql = Prisma.sql`EXISTS (SELECT 1 FROM "AssignmentCompletion" d
  WHERE d."assignmentId" = a.id AND (a."personId" IS NULL OR d."personId" = a."personId"))`
