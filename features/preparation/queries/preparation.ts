import { agendaSight, governsParty, type MeetingState } from '#domain/access.ts'
import type { AssignerHat, Readiness } from '#domain/preparation.ts'
import type { MeetingScope } from '#lib/access/meeting.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import { isDoneInSql } from './assignment-rows.ts'
import { type AssignmentView, findAssignments, leadsStudyOf } from './assignments.ts'

/** A party of a meeting and how far it is, in numbers alone. */
export interface PartyReadiness extends Readiness {
  readonly name: string
  readonly shortName: string
  /** The viewer works on its homework; then the numbers hold what the party gave to its own people, too. */
  readonly mine: boolean
}

/** One role in which the viewer can give homework here, and to whom. */
export interface AssigningAs {
  readonly as: AssignerHat
  readonly parties: readonly { readonly id: string; readonly name: string }[]
  readonly people: readonly { readonly id: string; readonly name: string; readonly partyId: string }[]
}

/** How a meeting is prepared, as its viewer may know it. */
export interface PreparationView {
  readonly meetingId: string
  readonly groupId: string
  readonly state: MeetingState
  readonly parties: readonly PartyReadiness[]
  /** What the viewer sees in its content; at most 200. */
  readonly assignments: readonly AssignmentView[]
  /** Empty: the viewer gives no homework here. */
  readonly assigning: readonly AssigningAs[]
  /** What homework can be given for; empty where the agenda is not the viewer's. */
  readonly items: readonly { readonly id: string; readonly title: string }[]
  readonly viewerZone: string
}

interface PartyRow {
  id: string
  name: string
  shortName: string
  left: boolean
  people: { id: string; name: string; role: string }[]
  /** Numbers without and with what was given inside the party; the latter only from the given instant on. */
  openDone: number
  openAssigned: number
  allDone: number
  allAssigned: number
}

/** At most five statements; null for whoever knows no more than that the meeting exists. */
export async function findPreparation(tx: Tx, scope: MeetingScope, now: Date): Promise<PreparationView | null> {
  if (scope.sight === 'existence') return null
  const { meetingId, groupId, meeting } = scope
  const rows = await partyRows(tx, scope)
  const where = Prisma.sql`a."meetingId" = ${meetingId}::uuid`
  const assignments = await findAssignments(tx, [scope], { where, limit: 200 }, now)
  const plannable = meeting.state === 'draft' || meeting.state === 'scheduled' || meeting.state === 'open'
  const { items, viewerZone } = await agendaAndZone(tx, scope)
  return {
    meetingId,
    groupId,
    state: meeting.state,
    parties: rows.filter(({ left }) => !left).map((row) => readinessView(row, scope)),
    assignments,
    assigning: plannable
      ? assigningIn(
          rows.filter(({ left }) => !left),
          scope,
        )
      : [],
    items,
    viewerZone,
  }
}

function works({ standing }: MeetingScope, partyId: string): boolean {
  return standing.memberships.some((own) => own.partyId === partyId && own.role !== 'observer')
}

function readinessView(row: PartyRow, scope: MeetingScope): PartyReadiness {
  const mine = works(scope, row.id)
  const { id: partyId, name, shortName } = row
  const numbers = mine
    ? { done: row.allDone, assigned: row.allAssigned }
    : { done: row.openDone, assigned: row.openAssigned }
  return { partyId, name, shortName, mine, ...numbers }
}

/** The rights of each role stay apart, also in one person. */
function assigningIn(parties: readonly PartyRow[], scope: MeetingScope): readonly AssigningAs[] {
  const all = parties.map(({ id, name }) => ({ id, name }))
  const led = parties.filter(({ id }) => governsParty(scope.standing, id))
  const [first] = parties
  const leads = first !== undefined && leadsStudyOf(scope, first.id) !== null
  const roles: readonly (AssigningAs | false)[] = [
    led.length > 0 && {
      as: 'party',
      parties: led.map(({ id, name }) => ({ id, name })),
      people: led.flatMap(peopleOf),
    },
    leads && { as: 'study-leader', parties: all, people: parties.flatMap(peopleOf) },
    scope.standing.organizer && parties.length > 0 && { as: 'organizer', parties: all, people: [] },
  ]
  return roles.filter((role) => role !== false)
}

function peopleOf({ id: partyId, people }: PartyRow): AssigningAs['people'] {
  return people.map(({ id, name }) => ({ id, name, partyId }))
}

/** The parties with their people and how far each is; one statement. */
function partyRows(tx: Tx, { meetingId, standing }: MeetingScope): Promise<PartyRow[]> {
  const bounds = standing.memberships.filter(({ role }) => role !== 'observer')
  const own = bounds.map(({ partyId }) => partyId)
  const since = bounds.map(({ seesFrom }) => seesFrom?.toISOString() ?? '-infinity')
  return tx.$queryRaw<PartyRow[]>(Prisma.sql`SELECT y.id, y.name, y."shortName", mp."leftAt" IS NOT NULL AS left,
      COALESCE((SELECT json_agg(json_build_object('id', b."personId", 'name', w.name, 'role', b.role) ORDER BY w.name)
        FROM "PartyMember" b JOIN "Person" w ON w.id = b."personId"
        WHERE b."partyId" = y.id AND b."removedAt" IS NULL AND b.role <> 'observer'), '[]') AS people,
      count(a.id) FILTER (WHERE a."byPartyId" IS NULL AND ${isDoneInSql})::int AS "openDone",
      count(a.id) FILTER (WHERE a."byPartyId" IS NULL)::int AS "openAssigned",
      count(a.id) FILTER (WHERE s.id IS NOT NULL AND ${isDoneInSql})::int AS "allDone",
      count(a.id) FILTER (WHERE s.id IS NOT NULL)::int AS "allAssigned"
    FROM "MeetingParty" mp JOIN "Party" y ON y.id = mp."partyId"
    LEFT JOIN "Assignment" a ON a."meetingId" = mp."meetingId" AND a."partyId" = y.id AND a."cancelledAt" IS NULL
    LEFT JOIN unnest(${own}::uuid[], ${since}::timestamptz[]) AS s(id, since) ON s.id = y.id AND a."createdAt" >= s.since
    WHERE mp."meetingId" = ${meetingId}::uuid
    GROUP BY y.id, mp."leftAt", mp."joinedAt", mp.id ORDER BY mp."joinedAt", mp.id`)
}

async function agendaAndZone(
  tx: Tx,
  { meetingId, groupId, standing, sight, meeting }: MeetingScope,
): Promise<Pick<PreparationView, 'items' | 'viewerZone'>> {
  const whole = agendaSight(sight, meeting.kind) === 'whole'
  const [row] = await tx.$queryRaw<{ items: { id: string; title: string }[]; viewerZone: string }[]>(Prisma.sql`SELECT
    CASE WHEN ${whole} THEN COALESCE((SELECT json_agg(json_build_object('id', i.id, 'title', i.title) ORDER BY i.position, i.id)
      FROM "AgendaItem" i WHERE i."meetingId" = ${meetingId}::uuid), '[]') ELSE '[]' END AS items,
    COALESCE((SELECT "timeZone" FROM "Person" WHERE id = ${standing.personId}::uuid), g."timeZone") AS "viewerZone"
    FROM "Group" g WHERE g.id = ${groupId}::uuid`)
  return row ?? { items: [], viewerZone: 'UTC' }
}
