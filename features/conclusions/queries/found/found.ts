import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { GroupScope } from '#store/access/group.ts'
import type { ConclusionFilter, ConclusionsChosen } from '../../schema.ts'
import { type FoundConclusions, type NarrowedBy, narrowedBy } from '../../views/found.ts'
import { type DetailRow, detailsOf, linesOfRows } from './lines.ts'
import { orderOf, seenConclusions } from './seen.ts'

/** Lines of one page. */
export const conclusionsPerPage = 25

/** Most choices of one sort. */
const mostChoices = 200

interface Found {
  readonly found: number
  readonly any: boolean
  readonly loosened: Readonly<Record<NarrowedBy, number>>
  readonly rows: readonly DetailRow[]
  readonly choices: FoundConclusions['choices']
}

/** One page of the conclusions of a group that the viewer may know of. At most three statements. */
export async function findGroupConclusions(
  tx: Tx,
  scope: GroupScope,
  filter: ConclusionFilter,
  now: Date,
): Promise<FoundConclusions> {
  const { columns } = orderOf(filter)
  const [row] = await tx.$queryRaw<[{ told: Found }]>(Prisma.sql`WITH seen AS MATERIALIZED (
      ${seenConclusions(scope, filter, now)}),
    fitting AS MATERIALIZED (SELECT s.id, s.ahead, s.at FROM seen s WHERE ${fitsAll()}),
    page AS (SELECT f.id, row_number() OVER (ORDER BY ${columns}) AS place FROM fitting f
      WHERE ${comesAfter(filter)} ORDER BY ${columns} LIMIT ${conclusionsPerPage + 1})
    SELECT json_build_object(
      'found', (SELECT count(*) FROM fitting),
      'any', EXISTS (SELECT 1 FROM seen),
      'loosened', (SELECT json_build_object(${Prisma.join(narrowedBy.map(countWithout))}) FROM seen s),
      'rows', COALESCE((SELECT json_agg(d ORDER BY d.place) FROM (${detailsOf(Prisma.sql`page`)}) d), '[]'),
      'choices', ${choicesIn(scope)}) AS told`)
  const { rows, found, any, loosened, choices } = row.told
  const shown = rows.slice(0, conclusionsPerPage)
  const isLast = rows.length <= conclusionsPerPage
  return {
    conclusions: await linesOfRows(tx, scope, shown, { now, parties: choices.parties }),
    found,
    any,
    next: isLast ? null : (shown.at(-1)?.id ?? null),
    loosened: found > 0 ? [] : loosenable(filter).map((by) => ({ by, found: loosened[by] })),
    choices: { ...choices, meetings: choices.meetings.map(withInstant) },
  }
}

/** The ids of all that fits, in their order, at most so many. One statement. */
export async function findChosenIds(
  tx: Tx,
  scope: GroupScope,
  chosen: ConclusionsChosen,
  { now, most }: { readonly now: Date; readonly most: number },
): Promise<readonly string[]> {
  const { columns } = orderOf(chosen)
  const rows = await tx.$queryRaw<
    { id: string }[]
  >(Prisma.sql`WITH seen AS MATERIALIZED (${seenConclusions(scope, chosen, now)})
    SELECT s.id FROM seen s WHERE ${fitsAll()} ORDER BY ${columns} LIMIT ${most}`)
  return rows.map(({ id }) => id)
}

function fitsAll(but?: NarrowedBy): Prisma.Sql {
  const flags = narrowedBy.filter((by) => by !== but).map((by) => Prisma.raw(`s.fits_${by}`))
  return Prisma.join(flags, ' AND ')
}

function countWithout(by: NarrowedBy): Prisma.Sql {
  return Prisma.sql`${by}::text, count(*) FILTER (WHERE ${fitsAll(by)})`
}

/** What comes behind the last one of the page before; of one that the viewer may not know of (any more) nothing is told: it begins anew. */
function comesAfter({ after, ...chosen }: ConclusionFilter): Prisma.Sql {
  if (after === undefined) return Prisma.sql`TRUE`
  const sign = Prisma.raw(orderOf(chosen).after)
  return Prisma.sql`COALESCE((f.ahead, f.at, f.id) ${sign} (SELECT s.ahead, s.at, s.id FROM seen s WHERE s.id = ${after}::uuid), true)`
}

/** What was chosen, and can be given up. Without a kind minutes stay away. */
function loosenable(filter: ConclusionFilter): readonly NarrowedBy[] {
  const { text, from, to } = filter
  return narrowedBy.filter((by) => {
    if (by === 'passage') return text !== undefined && (from !== undefined || to !== undefined)
    return filter[by] !== undefined && filter[by] !== 'all'
  })
}

function choicesIn({ groupId }: GroupScope): Prisma.Sql {
  return Prisma.sql`json_build_object(
    'texts', COALESCE((SELECT json_agg(json_build_object('id', t.id, 'title', t.title) ORDER BY t.title, t.id) FROM (
      SELECT t.id, t.title FROM "Text" t WHERE t."groupId" = ${groupId}::uuid AND t.id IN (SELECT e."textId"
        FROM visibility.readable_edition() e JOIN "Edition" p ON p.id = e."editionId" AND p.state = 'published')
      ORDER BY t.title, t.id LIMIT ${mostChoices}) t), '[]'),
    'parties', COALESCE((SELECT json_agg(json_build_object('id', y.id, 'name', y.name) ORDER BY y.name, y.id) FROM (
      SELECT y.id, y.name FROM "Party" y WHERE y."groupId" = ${groupId}::uuid ORDER BY y.name, y.id LIMIT ${mostChoices}) y), '[]'),
    'meetings', COALESCE((SELECT json_agg(m) FROM (SELECT m.id, m.title, m."startsAt" FROM "Meeting" m
      WHERE m.id IN (SELECT s."meetingId" FROM seen s WHERE s.within)
      ORDER BY m."startsAt" DESC NULLS FIRST, m.id LIMIT ${mostChoices}) m), '[]'))`
}

function withInstant<Meeting extends { readonly startsAt: string | null }>(meeting: Meeting): Meeting {
  return { ...meeting, startsAt: meeting.startsAt && new Date(meeting.startsAt).toISOString() }
}
