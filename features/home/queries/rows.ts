import type { MeetingKind, MeetingState } from '#domain/meeting/meeting.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import type { GroupScope } from '#store/access/group.ts'
import { type KnownMeetings, knownAmong } from '#store/access/known-meetings.ts'
import { type MeetingRow, selectMeetingRows } from '#store/access/meeting.ts'
import type { AskRow } from '#store/asks/ask.ts'
import { selectAsks } from '#store/asks/find.ts'
import type { ToldChange } from '#store/changes/change.ts'
import { selectChanges } from '#store/changes/register.ts'
import { type PersonRow, selectPerson } from './person.ts'

/** One of the viewer's next meetings. */
export interface NextMeeting {
  readonly id: string
  readonly groupId: string
  readonly kind: MeetingKind
  readonly title: string
  readonly state: MeetingState
  /** ISO 8601. */
  readonly startsAt: string
  readonly durationMinutes: number
  /** Short names of its parties. */
  readonly parties: readonly string[]
  /** The viewer sits in it or holds an office: it is not only theirs to organize. */
  readonly takesPart: boolean
}

interface MeetingAhead {
  id: string
  groupId: string
  startsAt: string
  durationMinutes: number
  parties: string[]
}

/** Who looks, what may be asked of them, what is ahead and what changed, as rows. */
export interface HomeRows {
  readonly person: PersonRow
  readonly asked: readonly AskRow[]
  readonly ahead: readonly MeetingAhead[]
  readonly told: readonly ToldChange[]
  /** The meetings of all of these, as far as the viewer may know of them. */
  readonly known: KnownMeetings
}

/** As it is selected, in JSON. */
interface Row extends Pick<HomeRows, 'person' | 'ahead' | 'told'> {
  readonly asked: readonly (Omit<AskRow, 'at'> & { readonly at: string | null })[]
  readonly meetings: readonly MeetingRow[]
}

const mostAhead = 8

/**
 * The viewer in their groups; what may be asked of them, meetings ahead and what changed lately, as far as their parties and offices reach;
 * one statement: what each of several begins with is found once, and each that is sent costs both sides a tenth of a millisecond or more.
 */
export async function findHomeRows(
  tx: Tx,
  { personId }: Viewer,
  scopes: readonly GroupScope[],
  now: Date,
): Promise<HomeRows> {
  const groups = groupsOf(scopes)
  const asks = selectAsks(personId, scopes, now)
  const [row] = await tx.$queryRaw<Row[]>(Prisma.sql`WITH ${asks.known}, ${asks.relations},
    asked AS MATERIALIZED (${asks.rows}), ahead AS MATERIALIZED (${aheadRows(now)}), told AS MATERIALIZED (${selectChanges(groups)})
    SELECT (SELECT row_to_json(t) FROM (${selectPerson(personId, groups)}) t) AS person,
      COALESCE((SELECT json_agg(t) FROM asked t), '[]') AS asked,
      COALESCE((SELECT json_agg(t) FROM ahead t), '[]') AS ahead,
      COALESCE((SELECT json_agg(t ORDER BY t.at DESC, t.id DESC) FROM told t), '[]') AS told,
      COALESCE((SELECT json_agg(t) FROM (${selectMeetingRows(personId, ofAny)}) t), '[]') AS meetings`)
  if (!row?.person) throw new Error('A signed-in person is not there.')
  const { asked, meetings, ...rest } = row
  const asRows = asked.map((one): AskRow => ({ ...one, at: one.at === null ? null : new Date(one.at) }))
  return { ...rest, asked: asRows, known: knownAmong(scopes, meetings) }
}

/** Of "Meeting" m, that one of the rows is about it. */
const ofAny = Prisma.sql`m.id = ANY(ARRAY(SELECT "meetingId" FROM asked UNION SELECT "meetingId" FROM told UNION SELECT id FROM ahead))`

function groupsOf(scopes: readonly GroupScope[]): Prisma.Sql {
  return Prisma.sql`ANY(${scopes.map(({ groupId }) => groupId)}::uuid[])`
}

/** Those that run, and those that are still ahead or only just past their beginning; for organizers, all of the group. */
function aheadRows(now: Date): Prisma.Sql {
  const since = new Date(now.getTime() - 86_400_000)
  return Prisma.sql`SELECT m.id, m."groupId", m."startsAt", m."durationMinutes",
      COALESCE((SELECT json_agg(y."shortName" ORDER BY p."joinedAt", p.id) FROM "MeetingParty" p
        JOIN "Party" y ON y.id = p."partyId" WHERE p."meetingId" = m.id AND p."leftAt" IS NULL), '[]') AS parties
    FROM known m WHERE (m.concerned OR m.organized) AND m."startsAt" IS NOT NULL
      AND (m.state = 'open' OR (m.state = 'scheduled' AND m."startsAt" >= ${since}))
    ORDER BY m.state = 'open' DESC, m."startsAt", m.id LIMIT ${mostAhead}`
}

/** The rows whose meetings the viewer may know of, with the words of the meeting. */
export function nextMeetingsOf({ ahead, known }: HomeRows): readonly NextMeeting[] {
  return ahead.flatMap(({ startsAt, ...row }) => {
    const scope = known.get(row.id)
    if (scope === undefined) return []
    const { kind, title, state } = scope.meeting
    const { party, choosesBetween, offices } = scope.inMeeting
    const takesPart = (party !== null && !party.left) || choosesBetween !== undefined || offices.length > 0
    return [{ ...row, kind, title, state, takesPart, startsAt: new Date(startsAt).toISOString() }]
  })
}
