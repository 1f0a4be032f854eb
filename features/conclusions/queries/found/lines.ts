import { conclusionKinds, conclusionStates } from '#domain/conclusion/conclusion.ts'
import { standing } from '#domain/conclusion/standing.ts'
import type { PartyRef } from '#domain/record/entry.ts'
import { beginningOf } from '#domain/text/grapheme.ts'
import { oneOf } from '#lib/db/one-of.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { GroupScope } from '#store/access/group.ts'
import { readCitations } from '#store/citation/read.ts'
import { bareConclusionOf } from '#store/conclusion/rows.ts'
import { type HistoryRows, historyRows } from '#store/conclusion/select.ts'
import type { ListedConclusion } from '../../views/found.ts'
import { historyOf, sharedHistoryOf, type TiedRow } from './history.ts'
import { changedAt, partiesOf, restsOn } from './seen.ts'

/** What of a conclusion its list tells beside where it stands, as its row has it; instants as JSON. */
export interface DetailRow {
  readonly id: string
  readonly title: string
  readonly kind: string
  readonly state: string
  readonly at: string
  /** By its meeting, or kept; else it is only shared with the viewer. */
  readonly open: boolean
  /** The instant from which the viewer sees what was written in the meeting; null: from its beginning, or it is not open. */
  readonly since: string | null
  readonly meeting: { readonly id: string; readonly title: string; readonly startsAt: string | null } | null
  readonly partyIds: readonly string[]
  readonly restsOnId: string | null
  readonly begins: string | null
  readonly replaces: TiedRow | null
  readonly replacedBy: TiedRow | null
}

/** Longest beginning of a wording, in UTF-16 units: on the screen two lines of it show, on paper all. */
const longestBeginning = 2_000

/**
 * How it came about is told by columns of rows that are open to those too with whom it is only shared. So two rules say that it is
 * open, of which each holds what the other might forget: that of the conclusion, and that of its meeting.
 */
const isOpen = Prisma.sql`(r.open AND COALESCE(m.sight IN ('contents', 'contents-since') OR m."keepsFor" IS NOT NULL, false))`

/**
 * Selects a `DetailRow` and its `place` for each conclusion of `among`, which has `id, place`: as far as the viewer may know of it, which is
 * asked anew. A tie is told to those who see both ends of it, or whom the other end is shared with, and to nobody who only keeps it.
 */
export function detailsOf(among: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT p.place, c.id, c.title, c.kind, c.state, ${changedAt} AS at, ${isOpen} AS open,
      CASE WHEN ${isOpen} THEN m.since END AS since,
      CASE WHEN g.id IS NOT NULL THEN json_build_object('id', g.id, 'title', g.title, 'startsAt', g."startsAt") END AS meeting,
      ${partiesOf} AS "partyIds", ${restsOn} AS "restsOnId",
      CASE WHEN c.kind <> 'record' THEN left(v.wording, ${longestBeginning + 64}) END AS begins,
      ${tied(Prisma.sql`o.id = c."supersedesId"`)} AS replaces,
      ${tied(Prisma.sql`o."supersedesId" = c.id AND o.state IN ('adopted', 'superseded')`)} AS "replacedBy"
    FROM ${among} p JOIN visibility.readable_conclusion() r ON r."conclusionId" = p.id
    JOIN "Conclusion" c ON c.id = p.id
    LEFT JOIN "ConclusionVersion" v ON v."conclusionId" = c.id AND v.number = c."currentVersion"
    LEFT JOIN visibility.visible_meeting() m ON m."meetingId" = c."meetingId"
    LEFT JOIN "Meeting" g ON g.id = c."meetingId" AND r.within`
}

function tied(how: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT json_build_object('id', o.id, 'title', o.title, 'kind', o.kind, 'state', o.state,
      'adoptedAt', o."adoptedAt", 'meetingId', CASE WHEN q.open AND NOT q.kept THEN o."meetingId" END)
    FROM "Conclusion" o JOIN visibility.readable_conclusion() q ON q."conclusionId" = o.id
    WHERE r.open AND ${how} AND (q.shared OR (q.open AND NOT q.kept AND NOT r.kept)) LIMIT 1)`
}

/** The lines of these rows, in their order. At most two statements. */
export async function linesOfRows(
  tx: Tx,
  scope: GroupScope,
  rows: readonly DetailRow[],
  { now, parties }: { readonly now: Date; readonly parties: readonly PartyRef[] },
): Promise<readonly ListedConclusion[]> {
  const told = await tx.conclusion.findMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    relationLoadStrategy: 'join',
    select: historyRows,
  })
  const citations = await readCitations(
    tx,
    scope,
    rows.flatMap(({ restsOnId }) => restsOnId ?? []),
  )
  const byId = new Map(told.map((one) => [one.id, one]))
  const names = new Map(parties.map((party) => [party.id, party]))
  return rows.map((row) => ({
    ...headOf(row),
    ...standingOf(row, byId.get(row.id), now),
    parties: row.partyIds.flatMap((id) => names.get(id) ?? []),
    citations: citations.get(row.restsOnId ?? '') ?? [],
    begins: beginningOf(row.begins ?? '', longestBeginning),
  }))
}

function headOf({ id, title, kind, at, open, meeting }: DetailRow) {
  return {
    id,
    title,
    kind: oneOf(conclusionKinds, kind),
    at: new Date(at).toISOString(),
    meeting: meeting && { ...meeting, startsAt: meeting.startsAt && new Date(meeting.startsAt).toISOString() },
    opensIn: open ? (meeting?.id ?? null) : null,
  }
}

/** Of what is only shared it is told that it was adopted; who answered, and when, is its meeting's. */
function standingOf(row: DetailRow, told: HistoryRows | undefined, now: Date) {
  if (row.open && told !== undefined) {
    const conclusion = bareConclusionOf(told)
    const { outcome } = standing(conclusion, now)
    return { state: conclusion.state, outcome, history: historyOf(conclusion, told, row, now) }
  }
  const state = row.state === 'superseded' ? 'superseded' : 'adopted'
  return { state: oneOf(conclusionStates, state), outcome: state, history: sharedHistoryOf(row) } as const
}
