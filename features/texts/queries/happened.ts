import { agendaSight, seesContents } from '#domain/access.ts'
import { type ConclusionState, conclusionKinds } from '#domain/conclusion/conclusion.ts'
import { isWrittenSince } from '#domain/conclusion/since.ts'
import type { NotCarried } from '#domain/conclusion/standing.ts'
import { oneOf } from '#lib/db/one-of.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { GroupScope } from '#store/access/group.ts'
import { type MeetingRow, type MeetingScope, meetingRows, scopeIn } from '#store/access/meeting.ts'
import { type AnswersRow, answersToPut, stateOrNotCarried } from '#store/conclusion/put-state.ts'

/** What happened to some passages of a text: an item that takes them up (rule 2), or a conclusion that rests on them. */
export interface Happened {
  readonly id: string
  readonly title: string
  readonly of: 'item' | 'conclusion'
  /** Of a conclusion, and of one that is put and answered by all, why the answers do not carry it; null for an item. */
  readonly state: ConclusionState | NotCarried | null
  /** Null: the conclusion is shared with the viewer, its meeting is not. */
  readonly meeting: { readonly id: string; readonly title: string } | null
  /** The passages, by ordinal. */
  readonly first: number
  readonly last: number
}

/** A stretch of one published edition, both ends included. */
export interface Stretch {
  readonly editionId: string
  readonly from: number
  readonly to: number
}

/** Of how many meetings that concern the viewer, the newest, something can stand beside one stretch. */
const mostMeetings = 500

/** Of a conclusion: its kind, when it was begun, and its current version written and put; null: a divergence has none, or not put. */
interface Dates {
  readonly kind: string
  readonly begunAt: string
  readonly writtenAt: string | null
  readonly putAt: string | null
}

interface Row extends MeetingRow {
  touching: (Omit<Happened, 'meeting' | 'state'> & {
    readonly state: ConclusionState | null
    readonly answers: AnswersRow
    readonly shared: boolean
    readonly adoptedAt: string | null
    readonly dates: Dates | null
  })[]
}

/**
 * What happened to the passages of a stretch, as far as the viewer may know of it: newest meeting first, items of agendas
 * that they see whole and conclusions of meetings whose contents they see; then adopted ones that are shared with the group,
 * newest first, because the order of their meetings would tell of these. One statement, however much there is. What the
 * viewer may not know of is left out before anything is counted.
 */
export async function findHappened(
  tx: Tx,
  scope: GroupScope,
  stretch: Stretch,
  now: Date,
): Promise<readonly Happened[]> {
  const rows = await tx.$queryRaw<Row[]>(Prisma.sql`WITH touched AS (${touching(stretch)}),
    known AS (${meetingRows(scope.standing.personId, concerning(scope))})
    SELECT k.*, (SELECT json_agg(json_build_object('id', t.id, 'title', t.title, 'of', t.of, 'state', t.state,
        'first', t.first, 'last', t.last, 'shared', t.shared, 'adoptedAt', t."adoptedAt",
        'dates', t.dates, 'answers', t.answers) ORDER BY t.of, t.place, t.id)
      FROM touched t WHERE t."meetingId" = k.id) AS touching
    FROM known k JOIN "Meeting" w ON w.id = k.id ORDER BY w."startsAt" DESC NULLS FIRST, k.id DESC`)
  const within = rows.flatMap((row) => shownOf(row, scopeIn(row, scope), now))
  const known = new Set(within.map(({ id }) => id))
  return [...within, ...sharedIn(rows, now).filter(({ id }) => !known.has(id))]
}

/** Of a conclusion its current version counts; a divergence rests on what its origin rested on. */
function touching({ editionId, from, to }: Stretch): Prisma.Sql {
  const within = Prisma.sql`x."editionId" = ${editionId}::uuid AND x."firstOrdinal" <= ${to} AND x."lastOrdinal" >= ${from}`
  return Prisma.sql`SELECT i.id, i.title, 'item' AS of, NULL AS state, false AS shared, NULL AS "adoptedAt", i."meetingId", i.position AS place,
      x."firstOrdinal" AS first, x."lastOrdinal" AS last, NULL::json AS dates, NULL::json AS answers
    FROM "Citation" x JOIN "AgendaItem" i ON i.id = x."citingId" WHERE ${within}
    UNION ALL SELECT c.id, c.title, 'conclusion', c.state, c."sharedWith" = 'group' AND c.state IN ('adopted', 'superseded'),
      c."adoptedAt", c."meetingId", 0, x."firstOrdinal", x."lastOrdinal",
      json_build_object('kind', c.kind, 'begunAt', c."createdAt",
        'writtenAt', CASE WHEN c.id = o.id THEN v."createdAt" END, 'putAt', CASE WHEN c.id = o.id THEN v."putAt" END),
      ${answersToPut}
    FROM "Citation" x JOIN "ConclusionVersion" v ON v.id = x."citingId"
    JOIN "Conclusion" o ON o.id = v."conclusionId" AND o."currentVersion" = v.number
    JOIN "Conclusion" c ON c.id = o.id OR (c."originId" = o.id AND c.kind = 'divergence')
    WHERE ${within}`
}

/** The meetings of which something touches the stretch that can be the viewer's to see: a condition on "Meeting" m. */
function concerning({ groupId }: GroupScope): Prisma.Sql {
  return Prisma.sql`m."groupId" = ${groupId}::uuid AND m.id IN (SELECT "meetingId" FROM touched)
    AND (m.id IN (SELECT "meetingId" FROM touched WHERE shared)
      OR m.id IN (SELECT v."meetingId" FROM visibility.visible_meeting() v WHERE v."groupId" = ${groupId}::uuid))
    ORDER BY m.id DESC LIMIT ${mostMeetings}`
}

/** What is shown with its meeting. */
function shownOf({ touching: all }: Row, scope: MeetingScope | null, now: Date): readonly Happened[] {
  if (scope === null) return []
  const { id, title } = scope.meeting
  const seesAgenda = agendaSight(scope.sight, scope.meeting.kind) === 'whole'
  const seen = all.filter(({ of, dates }) => (of === 'item' ? seesAgenda : isConclusionOpen(dates, scope)))
  return seen.map((one) => happenedIn(one, { id, title }, now))
}

/** Those of a meeting whose contents the viewer sees; of one to which they came later, what was written since. */
function isConclusionOpen(dates: Dates | null, { sight, since, meeting }: MeetingScope): boolean {
  if (!seesContents(sight) || dates === null) return false
  if (since === null) return true
  const { writtenAt, putAt } = dates
  const kind = oneOf(conclusionKinds, dates.kind)
  const putting = putAt === null ? null : { at: new Date(putAt) }
  const current = writtenAt === null ? null : { at: new Date(writtenAt), putting }
  return isWrittenSince({ kind, begunAt: new Date(dates.begunAt), current }, since, meeting)
}

/** What is shared with the group, without its meeting. */
function sharedIn(rows: readonly Row[], now: Date): readonly Happened[] {
  const shared = rows.flatMap(({ touching: all }) => all.filter((one) => one.shared))
  const instant = ({ adoptedAt }: (typeof shared)[number]) => (adoptedAt === null ? 0 : Date.parse(adoptedAt))
  return shared.sort((one, other) => instant(other) - instant(one)).map((one) => happenedIn(one, null, now))
}

function happenedIn(
  { shared: _, adoptedAt: __, dates: ___, answers, state, ...one }: Row['touching'][number],
  meeting: Happened['meeting'],
  now: Date,
): Happened {
  return { ...one, state: state && stateOrNotCarried(state, answers, now), meeting }
}
