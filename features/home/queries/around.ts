import type { MeetingKind, MeetingState } from '#domain/meeting/meeting.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import type { GroupScope } from '#store/access/group.ts'
import { type KnownMeetings, knownMeetings } from '#store/access/known-meetings.ts'
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

/** Who looks, what is ahead and what changed, as rows. */
export interface AroundRows {
  readonly person: PersonRow
  readonly ahead: readonly MeetingAhead[]
  readonly told: readonly ToldChange[]
}

const mostAhead = 8

/** The viewer in their groups; meetings ahead and what changed lately, as far as their parties and offices reach; one statement. */
export async function findAroundRows(
  tx: Tx,
  { personId }: Viewer,
  scopes: readonly GroupScope[],
  now: Date,
): Promise<AroundRows> {
  const groups = groupsOf(scopes)
  const [row] = await tx.$queryRaw<AroundRows[]>(Prisma.sql`WITH ${knownMeetings(groups)} SELECT
    (SELECT row_to_json(t) FROM (${selectPerson(personId, groups)}) t) AS person,
    COALESCE((SELECT json_agg(t) FROM (${aheadRows(now)}) t), '[]') AS ahead,
    COALESCE((SELECT json_agg(t ORDER BY t.at DESC, t.id DESC) FROM (${selectChanges(groups)}) t), '[]') AS told`)
  if (!row?.person) throw new Error('A signed-in person is not there.')
  return row
}

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
export function nextMeetingsOf({ ahead }: AroundRows, known: KnownMeetings): readonly NextMeeting[] {
  return ahead.flatMap(({ startsAt, ...row }) => {
    const scope = known.get(row.id)
    if (scope === undefined) return []
    const { kind, title, state } = scope.meeting
    const { party, choosesBetween, offices } = scope.inMeeting
    const takesPart = (party !== null && !party.left) || choosesBetween !== undefined || offices.length > 0
    return [{ ...row, kind, title, state, takesPart, startsAt: new Date(startsAt).toISOString() }]
  })
}
